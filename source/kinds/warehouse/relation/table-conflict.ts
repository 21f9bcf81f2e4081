import type {ProblemPage} from '../../problem-page.ts';

export const tableConflict = {
	message: (table: string, field: string, count: number, values: string) =>
		`The rows of table ${table} have ${count} values for ${field}: ${values}. Use one value in all of them.`,
	fixTitle: (value: string) => `"${value}" in every row of the table`,
	page: {
		meaning:
			'The rows of one table have different values for description, is_view or last_updated_time. These fields describe the table, so all its rows must agree.',
		reason: 'Secoda keeps one value for the table, and which one is unpredictable.',
		example: {
			text: 'col_name,database,schema,name,description\nid,shop,sales,orders,All orders\ntotal,shop,sales,orders,All orders\npaid,shop,sales,orders,Orders\n',
		},
		fixes: [
			{
				kind: 'proposed',
				text: 'The most common value is written in every row of the table; for last_updated_time the newest, and for is_view the boolean that the word stands for.',
			},
			{
				kind: 'edit',
				text: 'If description describes the columns, read it as col_description: --map description=col_description.',
				fixed:
					'col_name,database,schema,name,col_description\nid,shop,sales,orders,All orders\ntotal,shop,sales,orders,All orders\npaid,shop,sales,orders,Orders\n',
			},
		],
	} satisfies ProblemPage,
};
