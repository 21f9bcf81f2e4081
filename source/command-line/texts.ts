/** The texts of `secoda-upload --help`, and of the help of each command. */
export const programTexts = {
	usage: '[file [file] | profile] | <command> [options]',
	description: 'Check, fix and upload warehouse metadata to the Secoda catalog.',
	showHelpHint: 'Run with --help to see the options.',
	version: 'Print the version',
	help: 'Show help',
	commonOptions: 'Common options:',
	examples: `  secoda-upload                        open a saved profile, or set up the first one
  secoda-upload warehouse.csv          review and fix a file; no account needed
  secoda-upload demo                   try everything on a sandbox`,
	precedence: `Settings are read in this order, and the first value wins: options, the environment (SECODA_API_TOKEN,
SECODA_UPLOAD_URL, SECODA_UPLOAD_INTEGRATION), secoda-upload.json in this folder or a parent folder, the profile.`,
} as const;

/** The meaning of each exit code. */
export const exitMeanings = {
	0: 'done',
	1: 'the file has errors, nothing was sent',
	2: 'wrong usage',
	3: 'the file cannot be read',
	4: 'token or keyring error',
	5: 'temporary error, Secoda accepted nothing',
	6: 'outcome unknown',
	7: 'safety stop',
	8: 'rejected by Secoda, or the sync failed',
	9: 'sent, but not seen within --wait',
	10: 'the plan has changes (--exit-code)',
	11: 'in use by another instance with the same state folder',
	70: 'a bug in secoda-upload',
	74: 'done, but standard output could not be written',
	129: 'terminal closed',
	130: 'stopped by Ctrl+C',
	143: 'stopped by a signal',
} as const;

export type HelpText = {
	readonly description: string;
	/** Details that the options do not explain. */
	readonly details?: string;
	readonly examples: readonly string[];
	/** The exit codes of the command, beside 0, 2 and those of signals. */
	readonly exits?: ReadonlyArray<keyof typeof exitMeanings>;
};

export const commandTexts = {
	review: {
		description: 'Review and fix a file in the terminal',
		examples: ['secoda-upload warehouse.csv', 'secoda-upload'],
		exits: [3, 4, 5, 6, 7, 8, 9, 11],
	},
	upload: {
		description: 'Check a file, show what would change, send it, and wait until Secoda shows it',
		details:
			"The token is read from SECODA_API_TOKEN, --token-file or the profile's keyring entry, never from an option.\nIn a terminal, a missing token is asked for.",
		examples: ['secoda-upload upload warehouse.csv --url eu --integration 6b1e6f6c-...', 'secoda-upload run nightly'],
		exits: [1, 3, 4, 5, 6, 7, 8, 9, 11],
	},
	rollback: {
		description: 'Send the snapshot of an earlier upload again',
		details:
			'Without --to, that is the last accepted upload with other content than the present one. The plan is checked like that\nof every upload. It begins with what the rollback cannot bring back, such as pages that Secoda keeps hidden.',
		examples: ['secoda-upload rollback nightly --dry-run', 'secoda-upload rollback nightly --to 12'],
		exits: [3, 4, 5, 6, 7, 8, 9, 11],
	},
	plan: {
		description: 'Show what an upload would change, down to the fields; nothing is sent',
		details:
			'The file is compared with the catalog, or with other files (--against), which needs no token and no network.\nValues are compared with those of the last upload from this computer. A plan that a safety stop would hold is no error.',
		examples: [
			'secoda-upload plan nightly',
			'git show origin/main:warehouse.csv | secoda-upload plan warehouse.csv --against - --format markdown',
			'secoda-upload plan exports/ --against before/resources.jsonl --against before/lineage.jsonl --exit-code',
		],
		exits: [1, 3, 4, 5, 8, 10],
	},
	check: {
		description: 'List all problems of a file; nothing is changed or sent',
		examples: [
			'secoda-upload check warehouse.csv --format json --limit 0 --ignore null-mark:col_name',
			'zcat warehouse.csv.gz | secoda-upload check -',
		],
		exits: [1, 3],
	},
	fix: {
		description: 'Apply all safe fixes and the requested changes, and save the result; all other bytes stay the same',
		details:
			'A safe fix cannot change the meaning of a value. Other fixes are applied only with --fix.\nOrder of changes: --map, --set, --replace, --fix, safe fixes.',
		examples: [
			'secoda-upload fix warehouse.csv --fix period-in-name --set database=ANALYTICS --dry-run',
			'secoda-upload fix warehouse.csv -o - | secoda-upload upload -',
		],
		exits: [1, 3, 11],
	},
	convert: {
		description: 'Write a CSV, or JSON that is not JSON Lines, as a JSON Lines file; the input file is not changed',
		details:
			'A CSV without errors becomes its databases, schemas, tables and columns, in resources.jsonl. Of JSON, each object\nof an array, or each object in sequence, becomes a line; its values are not changed.\nAn existing file is replaced only after a confirmation, or with --yes.',
		examples: [
			'secoda-upload convert warehouse.csv -o jsonl/',
			'secoda-upload convert pretty.json -o resources.jsonl',
			'curl -s https://... | secoda-upload convert - -o resources.jsonl',
		],
		exits: [1, 3],
	},
	lineage: {
		description: 'Show where the data of a resource comes from and where it goes to; nothing is changed or sent',
		details: 'The edges are read from a lineage file. With the resources file, titles and types are shown too.',
		examples: [
			'secoda-upload lineage shop.sales.orders resources.jsonl lineage.jsonl --up 3 --down 1',
			'secoda-upload lineage shop.sales.orders exports/ --format mermaid > lineage.mmd',
		],
		exits: [3],
	},
	sql: {
		description: 'Print the query that makes a CSV of all columns of a warehouse, or list the warehouses',
		details:
			'Without a warehouse, all are listed with how their queries were tried. A comment in the query explains how to\nrun it. Names are separated by commas; case is ignored.',
		examples: [
			'secoda-upload sql',
			"secoda-upload sql snowflake --database ANALYTICS --exclude-schema 'stage_*' -o query.sql",
			'secoda-upload sql postgresql | psql --csv shop > warehouse.csv',
		],
		exits: [3],
	},
	profiles: {
		description: 'Manage profiles: saved upload targets',
		examples: ['secoda-upload profiles list', 'secoda-upload profiles show nightly'],
	},
	'profiles list': {description: 'List all profiles', examples: ['secoda-upload profiles list --json']},
	'profiles show': {description: 'Show all settings of a profile', examples: ['secoda-upload profiles show nightly']},
	'profiles add': {
		description: 'Save an upload target as a profile',
		details:
			'An existing profile with this name is replaced. Run "secoda-upload" without arguments for a guided set-up.',
		examples: ['secoda-upload profiles add nightly --url eu --integration 6b1e6f6c-... --file warehouse.csv'],
	},
	'profiles set': {
		description: 'Change settings of a profile',
		details: 'Settings that are not given keep their values.',
		examples: ['secoda-upload profiles set nightly --file exports/warehouse.csv --unset max-age'],
	},
	'profiles remove': {
		description: 'Remove a profile and its token',
		examples: ['secoda-upload profiles remove nightly --yes'],
		exits: [4],
	},
	login: {
		description: 'Store the API token of a profile',
		details:
			'In a terminal, the token is asked for and not shown; otherwise it is read from standard input.\nIt is tested in Secoda before it is stored in the keyring of the operating system.',
		examples: ['secoda-upload login nightly', 'secoda-upload login nightly --with-token < token.txt'],
		exits: [4],
	},
	logout: {
		description: 'Remove the API token of a profile',
		examples: ['secoda-upload logout nightly'],
		exits: [4],
	},
	history: {
		description: 'List the last uploads and their outcomes',
		details: 'With --watch, the sync of an unseen upload is watched again. Nothing is sent.',
		examples: ['secoda-upload history nightly --limit 5', 'secoda-upload history 12 --watch'],
		exits: [5, 6, 9],
	},
	integrations: {
		description: 'List or create the integrations of a workspace that accept files',
		examples: ['secoda-upload integrations list --profile nightly'],
		exits: [4, 5, 8],
	},
	'integrations list': {
		description: 'List the custom integrations with their ids',
		examples: ['secoda-upload integrations list --url eu'],
		exits: [4, 5, 8],
	},
	'integrations create': {
		description: 'Create an integration and print its id',
		details: 'The request is never retried. Without --team, the integration belongs to the General team.',
		examples: ['secoda-upload integrations create "Warehouse" --url eu --team Data'],
		exits: [4, 5, 6, 8],
	},
	sandbox: {
		description: 'Run a local Secoda to try things on, until it is stopped',
		examples: ['secoda-upload sandbox --port 8000 --data-dir sandbox'],
	},
	demo: {
		description: 'Check, fix and upload the example file to a temporary sandbox',
		details: 'In a terminal, the app opens. Otherwise every step is carried out and printed.',
		examples: ['secoda-upload demo'],
	},
	completion: {
		description: 'Print a shell script that completes commands, options and profiles',
		examples: [
			'source <(secoda-upload completion bash)      # in ~/.bashrc',
			'source <(secoda-upload completion zsh)       # in ~/.zshrc, after compinit',
			'secoda-upload completion fish | source       # in config.fish',
		],
	},
} as const satisfies Readonly<Record<string, HelpText>>;

export const helpCommandText =
	'Show help for a command, or explain a problem by its code; "help codes" lists all codes';

export const argumentTexts = {
	reviewFile: 'A file to review and fix, a folder with the files of one upload, or a profile',
	uploadFile:
		'A file, a folder with the files of one upload, a profile, or - for standard input (default: the file in secoda-upload.json)',
	checkFile: 'A file, a folder with the files of one upload, a profile, or - for standard input',
	lineageId: 'The databuilder_id of a resource',
	lineageFile:
		'A lineage file, a folder with the files of one upload, or a profile (default: the file in secoda-upload.json)',
	secondFile: 'The file that belongs to the first, if there is one: the two are sent in one upload',
	fixFile:
		'A file, a folder with the files of one upload, or - for standard input (the result then goes to standard output)',
	convertFile: 'A CSV or JSON file, a profile, or - for standard input (the result then goes to standard output)',
	warehouse: 'The warehouse (default: list all)',
	newProfile: 'Lower-case letters, digits, dots, hyphens, underscores',
	rollbackProfile: 'The profile of the upload (default: --url and --integration, or secoda-upload.json)',
	historyEntry: 'A profile, or the number of an upload',
	shell: 'The shell',
	helpWord: 'A command, or the code of a problem',
} as const;

/** The texts of the error for an unknown word after `help`. */
export const helpTexts = {
	unknownWord: (word: string) => `unknown command or code '${word}'.`,
	didYouMean: (near: string) => `Did you mean ${near}?`,
	codesAndCommands: '"secoda-upload help codes" lists all codes, "secoda-upload --help" all commands.',
	commandsOf: (command: string) => `"secoda-upload help ${command}" lists its commands.`,
};
