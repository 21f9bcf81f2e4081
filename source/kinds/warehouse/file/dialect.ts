import type {Delimiter} from '../../../records/csv/dialect.ts';
import type {ProblemPage} from '../../problem-page.ts';

const delimiterNames: {readonly [D in Delimiter]: string} = {
	',': 'commas',
	';': 'semicolons',
	'\t': 'tabs',
	'|': 'pipes',
};

export const dialect = {
	message: (delimiter: Delimiter) =>
		`The cells are separated by ${delimiterNames[delimiter]}. They are sent with commas.`,
	next: 'No action needed. Override with --delimiter.',
	page: {
		meaning: 'The cells are separated by semicolons, tabs or pipes instead of commas.',
		reason:
			'What is sent has commas. This is a warning because the separator was recognized from the header: if it is wrong, all columns are.',
		example: {text: 'col_name;database;schema;name\nid;shop;sales;orders\n'},
		fixes: [
			{kind: 'none', text: 'No action needed if the columns on the screen are right.'},
			{
				kind: 'edit',
				text: 'Export the file with commas.',
				fixed: 'col_name,database,schema,name\nid,shop,sales,orders\n',
			},
		],
	} satisfies ProblemPage,
};
