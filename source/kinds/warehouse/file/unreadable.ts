import type {ProblemPage} from '../../problem-page.ts';

const fixed = 'col_name,database,schema,name\nid,shop,sales,orders\n';

/** The page of a file that is not text. */
export const formatErrorPage: ProblemPage = {
	meaning: 'The file is not a text file: for example a spreadsheet (XLSX), a ZIP, or binary data.',
	reason: 'Only CSV can be checked and sent.',
	example: {text: 'PK… (a spreadsheet)', bytes: () => Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x14, 0x00])},
	fixes: [{kind: 'edit', text: 'Open the file in the spreadsheet program and save it as "CSV UTF-8".', fixed}],
};

/** The page of a text file for another purpose. */
export const wrongKindPage: ProblemPage = {
	meaning: 'The file is text, but not the CSV that describes a warehouse.',
	reason:
		'JSON Lines, and the file of Import and Export in the web app (id, title, entity_type, …), look similar and do something else.',
	example: {text: 'id,title,entity_type,description\n1e0f,orders,table,All orders\n'},
	fixes: [{kind: 'edit', text: 'Export one row per warehouse column, with the header shown here.', fixed}],
};

/** The page of a file without content. */
export const emptyFilePage: ProblemPage = {
	meaning: 'The file has no bytes, or only blank lines.',
	reason:
		'Usually the export failed. A file is the complete list of its integration: Secoda hides pages that are not in it.',
	example: {text: '\n'},
	fixes: [{kind: 'edit', text: 'Export the file again. It starts with a header line.', fixed}],
};
