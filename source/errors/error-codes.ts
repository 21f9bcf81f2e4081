import {type ExitCode, exitCodes} from './exit-codes.ts';

/** The stable code of every error that a user can meet, with the exit code of the command that ends with it. */
export const exitCodeOf = {
	// Command line
	'wrong-usage': exitCodes.wrongUsage,
	// Files
	'no-such-file': exitCodes.unreadableFile,
	folder: exitCodes.unreadableFile,
	'not-a-file': exitCodes.unreadableFile,
	'not-readable': exitCodes.unreadableFile,
	'file-changed': exitCodes.unreadableFile,
	'file-replaced': exitCodes.unreadableFile,
	'already-exists': exitCodes.unreadableFile,
	'not-written': exitCodes.unreadableFile,
	'is-copy': exitCodes.unreadableFile,
	'is-source': exitCodes.wrongUsage,
	'file-in-use': exitCodes.inUse,
	'save-stopped': exitCodes.interrupted,
	// Files that are not what they should be; the same codes as in a report
	'format-error': exitCodes.unreadableFile,
	'wrong-kind': exitCodes.unreadableFile,
	'encoding-error': exitCodes.unreadableFile,
	'empty-file': exitCodes.unreadableFile,
	'json-error': exitCodes.unreadableFile,
	'not-an-object': exitCodes.unreadableFile,
	'file-has-errors': exitCodes.fileHasErrors,
	// Profiles and the project file
	'bad-settings': exitCodes.wrongUsage,
	'damaged-settings': exitCodes.wrongUsage,
	'untrusted-settings': exitCodes.wrongUsage,
	// Tokens
	'no-token': exitCodes.token,
	'bad-token-file': exitCodes.token,
	'malformed-token': exitCodes.token,
	'token-refused': exitCodes.token,
	'token-not-removed': exitCodes.token,
	keyring: exitCodes.token,
	// History and snapshots
	'state-unusable': exitCodes.temporary,
	'upload-in-progress': exitCodes.inUse,
	// The catalog
	'perhaps-made': exitCodes.unknown,
	'bad-address': exitCodes.wrongUsage,
	unreachable: exitCodes.temporary,
	timeout: exitCodes.temporary,
	unauthorized: exitCodes.token,
	forbidden: exitCodes.token,
	'not-found': exitCodes.wrongUsage,
	'rate-limited': exitCodes.temporary,
	redirected: exitCodes.wrongUsage,
	'unexpected-answer': exitCodes.wrongUsage,
	'server-error': exitCodes.temporary,
	refused: exitCodes.syncFailed,
	cancelled: exitCodes.interrupted,
} as const satisfies Readonly<Record<string, ExitCode>>;

export type ErrorCode = keyof typeof exitCodeOf;
