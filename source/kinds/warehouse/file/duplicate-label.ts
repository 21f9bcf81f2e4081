import type {ProblemPage} from '../../problem-page.ts';
import type {Field} from '../field.ts';

export const duplicateLabel = {
	message: (field: Field, [first, second]: readonly [string, string]) =>
		`The columns "${first}" and "${second}" are both read as ${field}.`,
	next: 'Rename or remove one of them.',
	page: {
		meaning:
			'Two columns are the same field. Case is ignored, spaces and hyphens are read as underscores, and some other names are known: "Column Name" is col_name.',
		reason: 'Only one of them can be sent, and it is not known which one is right. The rows are not checked.',
		example: {text: 'col_name,column_name,database,schema,name\nid,id,shop,sales,orders\n'},
		fixes: [
			{
				kind: 'edit',
				text: 'Rename or remove one of the columns.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};
