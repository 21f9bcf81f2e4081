import type {ProblemPage} from '../../problem-page.ts';
import type {Field} from '../field.ts';

export const duplicateLabel = {
	message: (field: Field, [first, second]: readonly [string, string]) =>
		`The columns "${first}" and "${second}" both mean ${field}.`,
	next: 'Rename or remove one of the two.',
	page: {
		meaning: 'Two columns have the same meaning. Case, spaces, hyphens and known other names do not matter.',
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
