import type {ProblemPage} from '../../problem-page.ts';

const table = 'col_name,database,schema,name\nid,shop,sales,orders\n';

export const preamble = {
	message: (headerRow: number) => `The header is row ${headerRow}. The rows above it are not data and are not sent.`,
	next: 'No action needed. Override with --header-row.',
	page: {
		meaning:
			'Rows come before the header, such as a title, an empty line, or the line sep=, of a spreadsheet. The header is the first of the rows 1 to 20 that has three known labels, one of them a required one.',
		reason:
			'These rows are kept in the file and are not sent. This is a warning because the header was recognized: if it is wrong, all columns are.',
		example: {text: `Columns of the shop\n\n${table}`},
		fixes: [
			{kind: 'none', text: 'No action needed if the columns on the screen are right.'},
			{kind: 'edit', text: 'Remove the rows above the header.', fixed: table},
		],
	} satisfies ProblemPage,
};
