import {shellWord} from '../../../text/shell-word.ts';
import type {ProblemPage} from '../../problem-page.ts';

export const extraLabel = {
	message: (label: string) => `Secoda does not know the column "${label}". It is not sent.`,
	next: (label: string) => `Map it if it contains a field of Secoda: --map ${shellWord(`${label}=<field>`)}`,
	page: {
		meaning: 'The file has a column that Secoda does not know.',
		reason:
			'The column is not sent. If it contains one of the fields of Secoda, its values would be missing on the pages.',
		example: {text: 'col_name,database,schema,name,Remarks\nid,shop,sales,orders,The order\n'},
		fixes: [
			{kind: 'none', text: 'No action needed if Secoda has no field for the column.'},
			{
				kind: 'option',
				text: 'Map the column to the field that it contains.',
				options: ['--map', 'Remarks=col_description'],
			},
			{kind: 'option', text: 'Or omit it on purpose.', options: ['--map', 'Remarks=none']},
		],
	} satisfies ProblemPage,
};
