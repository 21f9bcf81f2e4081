import {CatalogError} from '../catalog/error.ts';
import {exitCodeOfKind} from '../job/early-endings.ts';
import {type ExitCode, exitCodes} from '../job/ending.ts';
import {SettingsError} from '../profiles/settings-error.ts';
import {StateError} from '../profiles/state/database.ts';
import {TokenError} from '../profiles/token-error.ts';
import {FormatError} from '../session/format-error.ts';
import {FileError} from '../table/file-error.ts';
import {visible} from '../text/visible.ts';

/** An end that a person can meet: what happened, what to do next, and the exit code. */
export type Failure = {
	readonly message: string;
	readonly next: string;
	readonly exitCode: ExitCode;
	/** Whether it is known that nothing has reached the catalog. */
	readonly nothingSent: boolean;
};

/** A command that was called in a way that cannot be carried out. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
	readonly next: string;

	constructor(message: string, next: string) {
		super(message);
		this.next = next;
	}
}

const withoutKeyring =
	'Without it: SECODA_API_TOKEN, --token-file, or "login --insecure-storage", which keeps it in a file.';

/** The known kinds of error as failures; `undefined` for a fault of the program itself. */
export function failureOf(error: unknown): Failure | undefined {
	if (error instanceof UsageError) return failure(error, exitCodes.wrongUsage);
	if (error instanceof FileError || error instanceof FormatError) return failure(error, exitCodes.unreadableFile);
	if (error instanceof TokenError) {
		const {code, message, next} = error;
		return failure({message, next: code === 'keyring' ? `${next} ${withoutKeyring}` : next}, exitCodes.token);
	}

	if (error instanceof SettingsError) return failure(error, exitCodes.wrongUsage);
	if (error instanceof StateError) return failure(error, exitCodes.temporary);
	if (error instanceof CatalogError) return failure(error, exitCodeOfKind[error.kind]);
	return undefined;
}

function failure(error: {readonly message: string; readonly next: string}, exitCode: ExitCode): Failure {
	const nothingSent = exitCode !== exitCodes.wrongUsage && exitCode !== exitCodes.unknown;
	return {message: visible(error.message), next: visible(error.next), exitCode, nothingSent};
}
