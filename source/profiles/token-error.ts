import {type ErrorOf, errorGroup} from '../errors/error-group.ts';
import type {UserError} from '../errors/user-error.ts';
import {shellWord} from '../text/shell-word.ts';

const group = errorGroup(
	'no-token',
	'bad-token-file',
	'malformed-token',
	'token-refused',
	'token-not-removed',
	'keyring',
);

/** No token can be used. Never contains one. */
export type TokenError = ErrorOf<typeof group>;

export const tokenError = group.make;
export const isTokenError = group.is;

const copyAgain = 'Copy it again from Settings > API in Secoda.';
const unlock = 'Unlock it, then try again.';

/** The errors of tokens, token files and the keyring. */
export const tokenErrors = {
	missing(): TokenError {
		return tokenError(
			'no-token',
			'There is no API token.',
			'Set SECODA_API_TOKEN, or name a file that contains it with --token-file. Create tokens in Secoda under Settings > API.',
		);
	},

	empty(): TokenError {
		return tokenError('malformed-token', 'The token is empty.', copyAgain);
	},

	malformed(): TokenError {
		return tokenError('malformed-token', 'The token contains spaces or other invalid characters.', copyAgain);
	},

	unreadableFile(path: string, {message}: Error): TokenError {
		return tokenError(
			'bad-token-file',
			`The token file ${path} cannot be read: ${message}.`,
			'Check the path and its permissions.',
		);
	},

	/** Other users can read the stored token. */
	exposedFile(path: string): TokenError {
		return tokenError(
			'bad-token-file',
			`Other users of this machine can read the stored token in ${path}. It was not used.`,
			`Revoke it in Secoda and store a new one. To protect the file, run: chmod 600 ${shellWord(path)}`,
		);
	},

	notStored(cause: UserError): TokenError {
		return tokenError('bad-token-file', `The token was not stored. ${cause.problem}`, cause.hint, cause);
	},

	unreadableFolder(folder: string, {message}: Error): TokenError {
		return tokenError(
			'bad-token-file',
			`The token folder ${folder} cannot be read: ${message}. It may still contain tokens of the profile.`,
			'Check the permissions of the folder.',
		);
	},

	/** Other users can change the folder; `why` ends a sentence about it. */
	untrustedFolder(folder: string, why: string, consequence: string): TokenError {
		return tokenError(
			'bad-token-file',
			`The token folder ${folder} ${why}. ${consequence}`,
			`Check its content, then run: chmod 700 ${shellWord(folder)}`,
		);
	},

	notRemoved(path: string, {message}: Error): TokenError {
		return tokenError('bad-token-file', `The token in ${path} cannot be removed: ${message}.`, 'Delete the file.');
	},

	keyringCancelled(): TokenError {
		return tokenError('keyring', 'Cancelled while waiting for the keyring.', unlock);
	},

	keyringTimeout(): TokenError {
		return tokenError(
			'keyring',
			'The keyring did not answer within 3 seconds. It may be waiting for its password.',
			unlock,
		);
	},

	keyringMissing(reason: string): TokenError {
		return tokenError(
			'keyring',
			`The keyring cannot be used on this machine (${reason}).`,
			'Install it (Debian, Ubuntu: apt install libsecret-1-0 gnome-keyring), then try again.',
		);
	},

	keyringNotRunning(reason: string): TokenError {
		return tokenError(
			'keyring',
			`No keyring is running (${reason}).`,
			'Start one (Debian, Ubuntu: apt install gnome-keyring, then log in to the desktop), then try again.',
		);
	},

	keyringFailed(reason: string): TokenError {
		return tokenError('keyring', `The keyring reported an error (${reason}).`, unlock);
	},
};
