import type {ProblemPage} from '../../problem-page.ts';

const fixed = 'col_name,database,schema,name\nid,shop,sales,orders\n';

/** The page of a file that is not text. */
export const formatErrorPage: ProblemPage = {
	meaning:
		'The file is not a text file: for example a spreadsheet (XLSX), a compressed file, a PDF, Parquet, or binary data.',
	reason: 'Only CSV can be checked and sent.',
	example: {text: 'PK… (a spreadsheet)', bytes: () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])},
	fixes: [{kind: 'edit', text: 'Open the file in the spreadsheet program and save it as "CSV UTF-8".', fixed}],
};

/** The page of a text file for another purpose. */
export const wrongKindPage: ProblemPage = {
	meaning:
		'The file is text, but not the CSV that describes a warehouse: JSON, HTML, XML, an SQL script, a diff, a table as psql, mysql or sqlcmd shows it, a Markdown table, or a file for the import of another tool (Import and Export in Secoda, OpenMetadata, the csv-enricher of DataHub).',
	reason:
		'Such a file has no column for each field, or no rows that describe columns. The message says what the file is, and the way to a right one.',
	example: {text: ' col_name | database \n----------+----------\n id       | shop\n(1 row)\n'},
	fixes: [
		{
			kind: 'edit',
			text: 'Export one row per warehouse column, with the header shown here. secoda-upload sql prints a query for your warehouse.',
			fixed,
		},
		{kind: 'none', text: 'If the file is a CSV, name the row of its header: --header-row 1.'},
	],
};

/** The page of a file without content. */
export const emptyFilePage: ProblemPage = {
	meaning: 'The file has no bytes, or only blank lines.',
	reason:
		'Usually the export failed. A file is the complete list of its integration: Secoda hides pages that are not in it.',
	example: {text: '\n'},
	fixes: [{kind: 'edit', text: 'Export the file again. It starts with a header line.', fixed}],
};
