import type {RowNumber} from '../../../records/row-numbers.ts';
import type {ProblemPage} from '../../problem-page.ts';

export const duplicateRow = {
	message: (row: RowNumber | '?') =>
		`Row ${row} describes the same column. Skip one of the two rows, or correct a name.`,
	page: {
		meaning:
			'Two rows have the same database, schema, table and column name. Upper and lower case of the column name do not matter, because Secoda lower-cases it.',
		reason: 'Both rows describe the same page, and it is not known which of them Secoda would show.',
		example: {text: 'col_name,database,schema,name\nid,shop,sales,orders\nID,shop,sales,orders\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Skip one of the rows (in the app: m), or correct the name that is wrong.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};
