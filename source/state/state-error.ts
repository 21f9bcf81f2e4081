import {hasCode, systemCode, UserError} from '../errors/user-error.ts';
import {IncompleteFileError} from '../files/atomic-file.ts';

/** The state folder cannot be used. */
export type StateError = UserError<'state-unusable'>;

export function stateError(path: string, cause: unknown): StateError {
	const reason = reasonOf(cause);
	return unusable(
		`The history in ${path} cannot be used: ${reason}.`,
		`${remedyFor(reason)}, or name another folder with --state. "secoda-upload <file>" opens a file without a history.`,
		cause,
	);
}

export function journalError(path: string, cause: unknown): StateError {
	const reason = reasonOf(cause);
	return unusable(
		`The journal in ${path} cannot be used: ${reason}.`,
		`${remedyFor(reason)}, or name another folder with --state.`,
		cause,
	);
}

export function snapshotError(folder: string, cause: unknown): StateError {
	const reason = reasonOf(cause);
	return unusable(
		`The snapshots in ${folder} cannot be used: ${reason}.`,
		`${remedyFor(reason)}, or name another folder with --state.`,
		cause,
	);
}

/** Throws an error of the system or of SQLite as a user error. Any other error is a bug and is thrown unchanged. */
export function rethrow(error: unknown, describe: (cause: unknown) => StateError): never {
	const code = systemCode(error);
	const isRefusal = code === 'ERR_SQLITE_ERROR' || (code !== undefined && !code.startsWith('ERR_'));
	throw (isRefusal || error instanceof IncompleteFileError) && !(error instanceof UserError) ? describe(error) : error;
}

function unusable(problem: string, hint: string, cause: unknown): StateError {
	return new UserError('state-unusable', problem, hint, cause);
}

function reasonOf(cause: unknown): string {
	return cause instanceof Error ? cause.message : String(cause);
}

function remedyFor(reason: string): string {
	return remedies.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Check that folder';
}

export function isStateError(error: unknown): error is StateError {
	return hasCode(error, ['state-unusable']);
}

/** Hints for errors of the system and of SQLite. */
const remedies: ReadonlyArray<readonly [pattern: RegExp, next: string]> = [
	[/ENOSPC|EDQUOT|disk I\/O|full/i, 'Free space on the disk'],
	[/EACCES|EPERM|EROFS|readonly|ENOTDIR|EEXIST|ENOENT|unable to open/i, 'Check that you can write to that folder'],
	[/EMFILE|ENFILE/, 'Raise the limit of open files (ulimit -n)'],
	[/locked|busy/i, 'Wait until the other program that uses it ends'],
	[/not a regular file/, 'Move that file away'],
	[/newer version/, 'Run that version of the program'],
	[/not a database|malformed/i, 'Move that file away to start a new history'],
];
