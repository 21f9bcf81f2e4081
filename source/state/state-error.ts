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

/** Throws what the system or SQLite refused as a user error; any other error is a bug and is thrown as it is. */
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
	return remedies.find(([pattern]) => pattern.test(reason))?.[1] ?? 'Look at that folder';
}

export function isStateError(error: unknown): error is StateError {
	return hasCode(error, ['state-unusable']);
}

/** What to do about what the system and SQLite say. */
const remedies: ReadonlyArray<readonly [pattern: RegExp, next: string]> = [
	[/ENOSPC|EDQUOT|disk I\/O|full/i, 'Make room on the disk'],
	[/EACCES|EPERM|EROFS|readonly|ENOTDIR|EEXIST|ENOENT|unable to open/i, 'Make that folder yours to write in'],
	[/EMFILE|ENFILE/, 'Raise the limit of open files (ulimit -n)'],
	[/locked|busy/i, 'Wait until the other program that uses it has ended'],
	[/not a regular file/, 'Move that file away'],
	[/not a database|malformed|newer version/i, 'Move that file away to start a new history'],
];
