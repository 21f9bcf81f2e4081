/** The texts of home. The labels of its keys are in `keys.ts`. */
export const homeTexts = {
	program: 'secoda-upload',
	title: 'profiles',
	/** Shown if no profile can be read: the notice has the reason. */
	noProfile: (create: string, open: string) => `${create} creates a profile, ${open} opens a file.`,
	needsProfile: 'This key needs a profile.',
	noFile: '(no file)',
	neverRun: 'never run',
	removeQuestion: (name: string, token: 'stored' | 'not stored') =>
		`Remove the profile ${name}${token === 'stored' ? ' and its stored token' : ''}? Its file and its history are kept.`,
	workspace: 'Workspace',
	integration: 'Integration',
	file: 'File',
	twoFiles: (file: string, second: string) => `${file} and ${second}`,
	fileMissing: (edit: string) => `(none; ${edit} adds one)`,
	token: 'Token',
	lastRun: 'Last run',
};

/** Where the token of a profile is stored. */
export const tokenStorageTexts = {
	keyring: 'in the keyring',
	file: 'in a file that only you can read',
	nowhere: 'not stored; asked for, or SECODA_API_TOKEN',
};
