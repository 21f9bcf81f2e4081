/** The texts of the questions and notices that are not part of the set-up. */
import {ago, plural} from '../../text/format.ts';

export const sharedTexts = {
	program: 'secoda-upload',
	back: 'back',
	nextHeading: 'What to do next',
	readingFile: 'Reading the file',
	fileUnchanged: 'The file itself does not change.',
};

export const startTexts = {
	prompt: 'What would you like to do?',
	about: 'Check, fix and upload warehouse metadata to the Secoda catalog.',
	environmentToken: 'SECODA_API_TOKEN is set and will be used.',
	file: 'Check a file',
	fileDetail: 'fix problems; no account needed',
	sandbox: 'Try the sandbox',
	sandboxDetail: 'an example file and a local Secoda',
	connect: 'Connect a workspace',
	connectDetail: 'create a profile, then upload',
	history: 'Upload history',
	historyDetail: 'all uploads and how they ended',
};

export const homeFlowTexts = {
	unreadable: (names: string, first: string | undefined) => `These profiles cannot be read: ${names}. ${first}`,
	history: 'Upload history',
	allUploads: 'All uploads',
	historyFailed: 'Could not read the history',
	historyEmpty: 'No uploads yet.',
	details: 'details',
	watch: 'watch the sync',
	watchFailed: 'Could not watch the sync',
	rollback: 'roll back to this upload',
	rollbackFailed: 'Could not roll back',
	editFailed: (name: string) => `Could not edit the profile ${name}`,
	openFailed: (name: string) => `Could not open ${name}`,
	editHint: (key: string) => `On the home screen, press ${key} to edit the profile.`,
	removing: 'Removing the profile',
	removed: (name: string) => `Removed the profile ${name}.`,
	removeFailed: (name: string) => `Could not remove ${name}`,
	openTitle: 'Open a file',
	openAbout: (key: string) => `${key} completes the path; you can also drop a file here.`,
	fileFailed: 'Could not open the file',
	sandboxTitle: 'Try the sandbox',
	sandboxStarting: 'Starting a local Secoda',
	sandboxFailed: 'The sandbox did not start',
};

/** The question where to send a file that was opened without a target. */
export const destinationTexts = {
	prompt: 'Where do you want to send it?',
	about: 'The plan comes next; nothing is sent before you have seen it.',
	noProfiles: 'There is no profile yet. The plan comes next; nothing is sent before you have seen it.',
	loading: 'Reading the profiles',
	profileDetail: (integration: string, host: string) => `${integration} at ${host}`,
	newProfile: 'Connect a workspace',
	newProfileDetail: 'create a profile for this file',
	sandbox: 'Try it in the sandbox',
	sandboxDetail: 'a local Secoda; nothing leaves this computer',
	back: 'back to the file',
};

export const pickFileTexts = {
	prompt: 'Which file?',
	open: 'open',
	missing: 'Type the path of a file, or drop the file here.',
	noFile: 'I have no file yet',
	noFileDetail: 'get a query that makes it',
};

export const tokenPromptTexts = {
	pagePrompt: 'API token',
	pageAbout: 'A token gives this program your permissions in Secoda. Create one on this page (Settings > API):',
	openPage: 'open the page',
	enterToken: 'enter a token',
	opened: 'Opened in your browser.',
	notOpened: 'No browser could be started. Open the page yourself.',
	prompt: (host: string) => `API token for ${host}`,
	about: 'Paste the token; it is not shown. "Bearer", quotes and line ends around it are removed.',
	verify: 'verify',
	verifying: (host: string) => `Verifying the token at ${host}`,
	stopped: 'Stopped before the token was verified.',
	rejected: (workspace: string) => `${workspace} rejects this token`,
	notVerified: (workspace: string) => `Could not verify the token at ${workspace}`,
	oneRegion: (message: string) => `${message} A token is valid in one region only.`,
	another: 'Enter another token',
	region: (name: string) => `Try ${name}`,
	loading: 'Loading the token',
	storePrompt: 'Store this token?',
	storeAbout: (storage: string) => `The token of this profile is stored ${storage}. This one would replace it.`,
	store: 'store it',
	useOnce: 'use it once',
	storing: 'Storing the token',
	stored: 'Token stored',
	storeFailed: 'The token was not stored',
};

export const mapColumnsTexts = {
	/** Opens a file without a mapping. */
	skip: 'skip',
	back: 'back',
	toRows: 'back to the rows',
	discardPrompt: (rows: number) => `Discard edits in ${plural(rows, 'row')}?`,
	otherRows: 'With this mapping, the file has other rows, and edits of the present ones cannot be kept.',
	notKept: 'Edits cannot be kept for the new mapping, because they are not in a journal.',
	discardAbout: 'To keep them, go back and save them first (Ctrl+S).',
	backToRows: 'Go back',
	backToRowsDetail: 'the mapping stays as it was',
	discard: 'Discard the edits',
	discardDetail: 'and use the new mapping',
};

/** An option that a plan proposes. */
export const takeFixTexts = {
	failed: 'The fix cannot be used',
	unfit: 'The columns of this file are not mapped, so the option does not fit it.',
};

/** A mapping that differs from that of the profile. */
export const offerRecipeTexts = {
	prompt: (profile: string) => `Save this mapping in the profile ${profile}?`,
	about: 'It differs from the mapping of the profile. Saving it changes these options:',
	added: (options: string) => `Added: ${options}`,
	removed: (options: string) => `Removed: ${options}`,
	save: 'Save it',
	saveDetail: 'later uploads read the file like this',
	once: 'Use it only now',
	onceDetail: 'the profile does not change',
	notNow: 'do not save',
	saved: 'The mapping was saved',
	notSaved: 'The mapping was not saved',
};

export const companionTexts = {
	openPrompt: 'Open both files?',
	uploadPrompt: 'Upload both files?',
	about: (other: string, name: string) => `${other} is in the same folder. It is usually sent together with ${name}.`,
	both: 'Both files',
	bothDetail: 'check them together, send them in one upload',
	only: (name: string) => `Only ${name}`,
	onlyDetail: 'references to the other file are not checked',
	openOne: 'open one',
};

export const encodingTexts = {
	prompt: 'Different encoding',
	about: 'Read it with this encoding? The file itself does not change; what you save and send is UTF-8.',
	read: 'read it',
	cancel: 'cancel',
	keep: 'read it as UTF-8',
	header: (path: string, encoding: string) =>
		`The header of ${path} has bytes that are not UTF-8. They look like ${encoding}.`,
	reading: (encoding: string) => `Reading as ${encoding}`,
};

export const saveAsTexts = {
	title: (name: string) => `Save ${name} as`,
	prompt: 'Save as',
	about: (key: string) => `The open file does not change. ${key} completes the path.`,
	save: 'save',
	saving: 'Saving',
	missing: 'Type the path of the file to write.',
	openFile: 'This is the open file. Type another name.',
	openFileInPlace: 'This is the open file. Type another name, or go back and save in place: Esc, Ctrl+S, i.',
	replacePrompt: (name: string) => `Replace ${name}?`,
	exists: (path: string) => `${path} exists.`,
	replaceAbout: 'Replacing it deletes its content.',
	replace: 'replace',
};

export const journalTexts = {
	restorePrompt: (number: number, all: number) => `Restore unsaved edits?${all === 1 ? '' : ` (${number} of ${all})`}`,
	restoreAbout: (rows: number, age: string) =>
		`Edits in ${plural(rows, 'row')} were not saved when this file was closed. The last edit was ${age}.`,
	restore: 'Restore',
	restoreDetail: (undo: string) => `apply the edits again; ${undo} undoes each`,
	keep: 'Keep for later',
	keepDetail: 'ask again when this file is next opened',
	keepKey: 'keep for later',
	discard: 'Discard',
	discardDetail: 'delete these edits',
	contentChanged: 'The file has changed since. Edits are restored in rows whose values have not changed.',
	columnsChanged: 'The header of the file has changed since, so the edits cannot be restored now.',
	restored: (rows: number, undo: string) =>
		`Restored unsaved edits in ${plural(rows, 'row')}. ${undo} undoes the last one.`,
	notAllRestored: (problem: string) =>
		`Not all unsaved edits were restored. They are offered again next time. ${problem}`,
	changedRows: (rows: number, restored: string) =>
		`Edits in ${plural(rows, 'row')} could not be restored because their values in the file have changed. ${restored}`,
	protected: 'Edits are protected against a crash again.',
	unprotected: (problem: string) =>
		`Edits are not protected: they are lost if this program is killed before you save. ${problem}`,
	kept: (rows: number, path: string) =>
		`Unsaved edits in ${plural(rows, 'row')} of ${path} are kept. Open the file again to restore them.`,
};

export const otherWindowTexts = {
	prompt: 'This file is open in another window',
	opened: (pid: number, since: string, now: number, rows: number) =>
		`Process ${pid} opened it ${ago(since, now)}${rows > 0 ? ` and has unsaved edits in ${plural(rows, 'row')}` : ''}.`,
	about:
		'Edits made here are separate. Only the window that saves first can save to this file; the other one can save a copy.',
	back: 'Go back',
	backDetail: 'edit in the other window',
	open: 'Open it here too',
	openDetail: 'for example to look something up',
};

export const openingTexts = {
	fixedCopy: (path: string) => `A fixed copy of this file exists: ${path}. Open it to continue there.`,
	safeFixes: (rows: number, undo: string) =>
		`Applied safe fixes in ${plural(rows, 'row')}, as the profile requests; ${undo} undoes them.`,
	errors: (nextProblem: string, upload: string) =>
		`The file has errors. This is the first; ${nextProblem} goes to the next. When all are fixed, ${upload} previews the upload.`,
};
