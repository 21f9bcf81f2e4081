/** The texts of options in `--help`. */
export const optionTexts = {
	noInput: 'Never prompt; a missing value is an error',
	yes: 'Answer yes to every question, but not to a safety stop',
	quiet: 'Print only results and errors',
	noColor: 'Print without colors (also NO_COLOR)',
	ascii: 'Draw screens with ASCII signs; values keep their characters',
	json: 'Print the result as one JSON object on stdout',

	url: 'Workspace: us, eu, apac, or the address of your own Secoda',
	integration: 'Id of the integration to upload to',
	tokenFile: 'File that contains the API token',
	profile: 'Profile whose workspace and token are used',
	wait: 'How long to wait for the sync; 0 = do not wait',
	timeout: 'Maximum duration of a request, and of a pause in an upload',
	state: 'Folder for history, snapshots and unsaved edits',
	approve: 'Allow the plan with this id to pass a safety stop',

	project: 'Use this project file, even if another user owns it',
	noProject: 'Use no project file (secoda-upload.json)',
	encoding: (names: readonly string[]) => `Read the file as ${names.join(', ')}; the input file is not converted`,
	delimiter: (names: readonly string[]) => `Separator of the cells: ${names.join(', ')}`,
	map: 'Map the column with this header (or #3) to a Secoda field; repeatable',
	setWhileReading: 'Use this value for the field in every row; repeatable',

	format: 'Format of the report',
	jsonFormat: 'Same as --format json',
	limit: 'Maximum number of problems to list, 0 = all (default: 1000; junit: 1000 per code; text: 3 per code)',
	ignore: 'Omit problems with this code from the report; repeatable',

	lineageUp: 'Number of steps upstream',
	lineageDown: 'Number of steps downstream',
	lineageFormat: 'Format of the lineage',

	fixCode: 'Also apply the fix of every problem with this code; repeatable',
	setInFile: 'Write this value to the field in every row; adds the column if it is missing; repeatable',
	replace: 'Replace matches of a regular expression in the cells of the field; repeatable',
	dryRun: 'Show what would change, with samples; write nothing',
	output:
		'File to write, for two files a folder, or - for standard output (default: <name>.fixed.csv next to the input)',
	convertOutput: 'File or folder to write, or - for standard output (default: a .jsonl file next to the input)',
	inPlace: 'Overwrite the input file',

	sqlDatabase: 'Database, project or catalog, exactly as the warehouse shows it; its use depends on the warehouse',
	sqlRegion: 'Region of the datasets, in BigQuery',
	sqlSchema: 'Only these schemas; * is any text, ? one character; repeatable',
	sqlExcludeSchema: 'Not these schemas; repeatable',
	sqlExcludeColumn: 'Not these columns; repeatable',
	sqlCase: 'Letters of names. Do not change it later: it makes a new page of each resource',
	sqlOutput: 'File to write',

	profileFile: 'File to upload when none is given',
	profileSecondFile: 'File that is sent together with --file',
	profileEncoding: 'Encoding of the file',
	profileDelimiter: 'Separator of the cells',
	safeFixes: 'Apply safe fixes before an upload',
	noSafeFixes: 'Apply no fixes before an upload',
	maxHidden: 'Stop if more than this share of the tables or columns would be hidden (default: 10)',
	minRows: 'Stop if the file has fewer rows',
	maxAge: 'Stop if the file is older than this',
	unset: 'Remove a setting; repeatable',
	keepToken: 'Leave the token in place, if the keyring cannot be reached',

	historyLimit: 'Maximum number of uploads to list',
	watch: 'Watch the sync of this upload again (default: the last one)',
	withToken: 'Read the token from standard input',
	insecureStorage: 'Store the token in a file that only you can read, if there is no keyring',
	integrationType: 'custom, or a warehouse such as snowflake',
	team: 'Team of the integration; repeatable',

	port: 'Port to listen on; 0 = any free port',
	sandboxToken: 'Token of the sandbox (default: random)',
	dataDir: 'Folder that keeps its data',
	sandboxJson: 'Print {"url","token","integration"} on one line when it is ready',
} as const;

/** The errors about values of options. */
export const valueErrors = {
	duration: 'Give a duration such as 30s, 10m or 1h.',
	positiveDuration: 'Give a duration greater than 0, such as 30s.',
	port: 'Give a port from 0 to 65535.',
	wholeNumber: 'Give a whole number.',
	steps: (most: number) => `Give a whole number from 0 to ${most}.`,
	nonNegativeNumber: 'Give a number that is 0 or greater.',
	choices: (names: readonly string[]) => `Choose one of: ${names.join(', ')}.`,
} as const;
