import type {ProblemPage} from '../../problem-page.ts';

export const blankLabel = {
	message: (column: number, row: number) =>
		`Column ${column + 1} has values (the first in row ${row}) but no name in the header.`,
	next: (column: number) => `Name it with the command fix and --map '#${column + 1}=<name>', or remove the column.`,
	page: {
		meaning: 'A column has values but no name in the header.',
		reason: 'It is not known what the values mean, so the column would be lost without a word.',
		example: {text: 'col_name,database,schema,name,\nid,shop,sales,orders,The order\n'},
		fixes: [
			{
				kind: 'edit',
				text: "Name the column, for example with secoda-upload fix <file> --map '#5=col_description', or remove it.",
				fixed: 'col_name,database,schema,name,col_description\nid,shop,sales,orders,The order\n',
			},
		],
	} satisfies ProblemPage,
};
