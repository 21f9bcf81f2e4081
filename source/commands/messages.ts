import {plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** Notes and results of the commands. Values that come from files, profiles or Secoda are made visible by the caller. */
export const messages = {
	// Settings and profiles
	projectFileUsed: (path: string) => `Using the settings of ${path}.`,
	profileNotHere: (name: string) =>
		`It names the profile ${name}, which does not exist on this machine. Continuing without it.`,
	profileBeforeFile: (name: string) => `Using the profile "${name}". For the file with this name, give ./${name}.`,
	noProfiles: 'No profiles yet. Run "secoda-upload" for a guided set-up.',
	damagedMoved: (path: string) => `The damaged settings with this name were moved to ${path}.`,
	profileSaved: (name: string, next: string) => `Saved the profile ${name}.\nNext: ${next}`,
	profileChanged: (name: string) => `Changed the profile ${name}.\nNext: secoda-upload profiles show ${name}`,
	profileRemoved: (what: string) => `Removed ${what}. The file and all uploads stay as they are.`,
	oldProfileKept: (name: string) => `The old profile ${name} was kept.`,
	oldProfileNotRemoved: (name: string, reason: string) => `The old profile ${name} was not removed: ${reason}`,
	profileMayReturn: (name: string) => `A power failure could bring the profile ${name} back.`,
	runsUnreadable: (problem: string) => `Cannot show the last runs. ${problem}`,
	nothingChanged: 'Nothing was changed.',

	// Queries
	printQuery: '\nPrint a query: secoda-upload sql <warehouse>\n',
	queryWritten: (name: string) => `Written to ${name}.`,

	// Tokens
	tokenNotStored: 'No token was stored.',
	tokenStored: (profile: string, place: string, check: string) => `Stored the token of ${profile} ${place}. ${check}`,
	tokenValid: (host: string, owner: string | undefined) =>
		`It is valid at ${host}${owner === undefined ? '' : `, as ${owner}`}.`,
	tokenUntested: (reason: string) => `It could not be tested: ${reason}`,
	tokenInFile: 'Anyone who can read your files can read the token. A keyring is safer.',
	tokenRemoved: {
		nowhere: (profile: string) => `No token of ${profile} is stored.`,
		keyring: (profile: string) => `Removed the token of ${profile} from the keyring. ${stillValid}`,
		file: (profile: string) => `Removed the token of ${profile} from this machine. ${stillValid}`,
	},
	tokenKept: (profile: string) =>
		`The profile ${profile} no longer uses a stored token. The token itself was left in place.`,
	tokenMayReturn: (profile: string) => `A power failure could bring the file with the token of ${profile} back.`,
	olderTokenUnknown: (profile: string, reason: string) =>
		`The keyring may still contain an older token of ${profile}: ${reason}`,
	previousTokenKept: (account: string) => `The previous token (${account}) was left in place.`,
	previousTokenNotRemoved: (account: string, reason: string) =>
		`The previous token (${account}) was not removed: ${reason}`,

	// Integrations
	noIntegrations: (next: string) => `No integration of this workspace accepts files.\nNext: ${next}\n`,
	integrationReused: (name: string) => `The integration "${name}" was created. Saving again uses it.`,
	integrationCreated: (name: string, id: string, page: string) =>
		`Created the integration "${name}".\n  id    ${id}\n  page  ${page}\n`,

	// Checks and uploads
	rollbackQuestion: (entry: number) => `Send upload #${entry} again?`,
	companionFile: (path: string, next: string) => `${path} is not included. To include it: ${next}`,
	proposalTaken: (options: string) =>
		options === '' ? 'No proposal was needed.' : `Read with these proposals: ${options}`,
	safeFixesExist: (next: string) =>
		`Some problems have safe fixes. Apply them, then fix the others by hand.\nNext: ${next}\n`,
	openToFix: (next: string) => `Open the file to fix the errors.\nNext: ${next}\n`,
	next: (command: string) => `Next: ${command}\n`,
	safeFixesApplied: (rows: number) => `Applied safe fixes in ${plural(rows, 'row')}. The file itself is unchanged.`,
	watchAgain: (command: string) => `Watch the sync again: ${command}`,
	waitingForReader: (path: string) => `Waiting for a reader of ${path}.`,
	cannotUpload: (reason: string) => `Upload is unavailable. ${reason}`,

	// Sandbox and demo
	sandboxReady: (
		address: string,
		token: string,
		integration: string,
		command: string,
	) => `Sandbox ready. Stop it with Ctrl+C.
  address      ${address}
  token        ${token}
  integration  ${integration}

Try it in another terminal:
  export SECODA_API_TOKEN=${token}
  ${command}
`,
	demoGreeting:
		'Example file with errors. Tab: next error, f: fix it, P: fix many, p: send to the sandbox. All changes and copies are deleted when you quit.',
} as const;

const stillValid = 'It is still valid in Secoda. Revoke it under Settings > API if it is no longer needed.';

/** The output of the demo without a terminal, step by step. */
export const demoTexts = {
	sandbox: (address: string) => `1. Start a sandbox: ${address}`,
	check: '2. Check the example file',
	safeFixes: (cells: number, errors: number) =>
		`3. Apply safe fixes: ${plural(cells, 'cell')} changed, ${plural(errors, 'error')} left`,
	corrections: '\n4. Correct the other problems from a list, as a user would in the app',
	errorsLeft: (errors: number) => `   ${plural(errors, 'error')} left`,
	saved: (summary: string) => `   ${summary}\n`,
	copy: ' (a copy in a temporary folder)',
	upload: '5. Upload',
	edited: (row: number, field: string, before: string, after: string) =>
		`row ${row}: ${field} "${visible(before)}" -> "${visible(after)}"`,
	skipped: (row: number) => `row ${row}: skipped`,
	rewritten: (row: number, text: string) => `row ${row}: rewritten as ${visible(text)}`,
} as const;
