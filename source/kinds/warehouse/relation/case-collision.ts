import type {RowNumber} from '../../../records/row-numbers.ts';
import type {ProblemPage} from '../../problem-page.ts';

export const caseCollision = {
	message: (row: RowNumber | '?') =>
		`Row ${row} has the same names in other upper and lower case. Use one spelling if it is the same column.`,
	page: {
		meaning: 'Two rows have the same names except for upper and lower case in database, schema or table.',
		reason:
			'These names are part of the identity of a page, so another spelling is another page. If the warehouse has only one such table, one of the pages is wrong.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,orders\nid,shop,SALES,orders\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Use one spelling in all rows, or leave both if the warehouse really has both tables.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\ntotal,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};
