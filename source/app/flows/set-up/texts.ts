import type {TokenStorage} from '../../services/workspace.ts';

/** The texts of the guided set-up, in the order in which the user meets them. */
export const titles = {create: 'Set up', edit: 'Edit profile'};

export const keyringPassword = 'The keyring may ask for its password in a separate window.';

export const workspaceTexts = {
	label: 'Workspace',
	prompt: 'Where is your Secoda workspace?',
	about: 'Check the address in your browser: app.secoda.co is US, eu.secoda.co is EU, apac.secoda.co is APAC.',
	custom: 'Custom address',
	customDetail: 'self-hosted Secoda',
	address: 'Workspace address',
	addressExample: 'For example https://secoda.example.com',
	connecting: (host: string) => `Connecting to ${host}`,
};

export const tokenTexts = {
	label: 'Token',
	valid: 'valid',
	validFor: (owner: string) => `valid, owned by ${owner}`,
	askedWhenNeeded: 'asked for when needed',
	stored: 'already stored',
	environmentFailed: (reason: string) => `The token in SECODA_API_TOKEN cannot be used: ${reason}`,
};

export const storageTexts = {
	label: 'Token storage',
	prompt: 'Where should the token be stored?',
	checking: 'Checking the keyring',
	checkingAbout: `${keyringPassword} Esc continues without it.`,
	stopped: {
		problem: 'The keyring has not answered yet.',
		hint: 'It may be waiting for its password in a separate window.',
	},
	choose: (again: string) => `When it works, choose "${again}".`,
	keyring: 'In the keyring',
	keyringDetail: 'encrypted by the operating system',
	session: 'Do not store it',
	sessionDetail: 'you are asked for it each time',
	file: 'In a file',
	fileDetail: 'unencrypted; only you can read it',
	again: 'Try the keyring again',
};

/** Where a token is stored, as an answer. */
export const storageNames: {readonly [Storage in TokenStorage]: string} = {
	keyring: 'in the keyring',
	file: 'in a file that only you can read',
	session: 'not stored; asked for each time',
	environment: 'in SECODA_API_TOKEN',
};

export const integrationTexts = {
	label: 'Integration',
	prompt: 'Which integration should the file update?',
	empty: 'No integration accepts files yet.',
	about:
		'Only integrations that accept files are listed. A file is the complete list of its integration: Secoda hides pages that are not in it.',
	create: 'New integration',
	createDetail: 'created when you save',
	loading: 'Loading integrations',
	loadingFailed: 'Could not load the integrations',
	retry: 'retry',
	connecting: 'Connecting with the stored token',
	name: 'Name of the new integration',
	nameAbout: 'The name becomes part of the identifier of every page. Choose one that you can keep.',
	nameMissing: 'Type a name.',
	nameTaken: (name: string) => `"${name}" already exists. Go back to choose it, or type another name.`,
	type: (name: string) => `What type of integration is "${name}"?`,
	typeCustom: 'files of any kind',
	typeOther: 'not listed here next time',
	loadingTeams: 'Loading teams',
	teams: 'Which teams does it belong to?',
	teamsAbout: 'If you choose none, it belongs to the General team.',
	summary: (name: string, type: string) => `${name} (new, ${type})`,
};

export const fileTexts = {
	label: 'File',
	about: (key: string) =>
		`The CSV file with one row per warehouse column. ${key} completes the path; you can also drop a file here.`,
	summary: (path: string, encoding: string | undefined, second: string | undefined) =>
		[
			path,
			...(second === undefined ? [] : [`and ${second}`]),
			...(encoding === undefined ? [] : [`(read as ${encoding})`]),
		].join(' '),
};

export const mappingTexts = {
	label: 'Columns',
	back: 'back',
	asNamed: 'as their labels name them',
};

export const nameTexts = {
	label: 'Profile name',
	prompt: 'Name this profile',
	about: 'You upload again with: secoda-upload run <name>',
	taken: (name: string) => `A profile named "${name}" already exists. Type another name, or edit that profile.`,
};

export const summaryTexts = {
	label: 'Summary',
	prompt: 'Save this profile?',
	editPrompt: (name: string) => `Profile ${name}`,
	about: 'Nothing is saved yet.',
	editAbout: 'Esc discards your changes.',
	save: 'Save',
	saveDetail: 'or change an answer:',
	saveKey: 'save',
	select: 'select',
	unanswered: 'not answered yet',
	safeFixes: 'Safe fixes',
	safeFixesOn: 'applied before each upload',
	safeFixesOff: 'not applied automatically',
	saving: 'Saving',
	notSaved: 'Not saved',
	back: 'back to the summary',
};

export const savedTexts = {
	prompt: (name: string) => `Saved as ${name}`,
	created: (name: string) => `Created the integration "${name}".`,
	integration: (id: string) => `Integration ${id}. Its page:`,
	preview: 'check the file and preview the upload',
	home: 'home',
	previewOfFile: 'preview the upload',
	file: 'back to the file',
};

export const headlessTexts = {
	command: (name: string) => `To upload without the app: secoda-upload run ${name}`,
	token: '(token from SECODA_API_TOKEN or --token-file <path>)',
};
