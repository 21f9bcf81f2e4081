/** The texts of the pages that make a query, in the order in which the user meets them. */
export const warehouseTexts = {
	prompt: 'Which warehouse do you have?',
	about: 'A query makes the CSV from its tables and columns. This program does not connect to the warehouse.',
};

export const optionTexts = {
	prompt: (title: string) => `Query for ${title}`,
	about: 'All options can be skipped.',
	caseWarning:
		'Do not change the case of names later: each resource would become a new page, and the old pages would be hidden.',
	show: 'Show the query',
	showDetail: 'or set an option:',
	select: 'select',
	database: 'Database',
	region: 'Region',
	regionAbout: 'The region of the datasets, such as eu or us.',
	regionDefault: 'us, or that of the named schemas',
	schema: 'Schema',
	schemas: 'Schemas',
	excludedSchemas: 'Excluded schemas',
	excludedSchemasAbout: 'These schemas are not read: names, or patterns such as stage_*.',
	excludedColumns: 'Excluded columns',
	excludedColumnsAbout: 'These columns are not read: names, or patterns such as dw_*.',
	nothingExcluded: 'none',
	severalNames: 'Separate names with commas. * is any text, ? is one character.',
	empty: 'Leave it empty for the default.',
	nameCase: 'Case of names',
	nameCases: {lower: 'lower case', 'as-is': 'as in the warehouse'},
	unusable: 'Type names without control and invisible characters, and none between two commas.',
	oneName: 'Type one name. It cannot be a list or a pattern.',
} as const;

export const queryTexts = {
	save: 'save to a file',
	copy: 'copy',
	path: 'Save the query as',
	pathAbout: (key: string) => `You are asked before an existing file is replaced. ${key} completes the path.`,
};

export const runTexts = {
	prompt: 'Run the query',
	copied: "Sent to the terminal's clipboard.",
	ignored: 'Some terminals ignore this. If you cannot paste the query, go back and save it.',
	anyClient: 'Run it in a client of the warehouse. Export the result as a CSV with a header, as:',
	client: (client: string) => `Run it with ${client} in another terminal:`,
	placeholders: 'Replace the words in angle brackets.',
	next: (csv: string) => `The next page asks for the file and proposes ${csv}.`,
	continue: 'continue',
	copyCommands: 'copy the commands',
};

export const waitTexts = {
	saved: (csv: string) => `When ${csv} is complete, press Enter. The commands for another terminal:`,
	copied: 'When you have exported the result of the query to this file, press Enter:',
	missing: (csv: string) => `There is no file ${csv} yet. Run the query, then press Enter.`,
	empty: (csv: string) => `${csv} is still empty. Wait until the query has ended, then press Enter.`,
};
