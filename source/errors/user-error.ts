import {constants} from 'node:os';
import {type ErrorCode, exitCodeOf} from './error-codes.ts';
import type {ExitCode} from './exit-codes.ts';

/**
An error that a user can meet: what is wrong and what to do. Only code that touches the outside (files, HTTP, keyring,
SQLite, argv) makes one; any other error is a bug. It never carries a token.
*/
export class UserError<Code extends ErrorCode = ErrorCode> extends Error {
	override readonly name = 'UserError';
	readonly code: Code;
	/** The next step for the user. */
	readonly hint: string;

	constructor(code: Code, problem: string, hint: string, cause?: unknown) {
		super(problem, cause === undefined ? undefined : {cause});
		this.code = code;
		this.hint = hint;
	}

	/** The problem, as a sentence. */
	get problem(): string {
		return this.message;
	}

	/** The exit code of a command that ends with this error. */
	get exitCode(): ExitCode {
		return exitCodeOf[this.code];
	}
}

/** True if the error is one that users can meet, with one of these codes. */
export function hasCode<Code extends ErrorCode>(error: unknown, codes: readonly Code[]): error is UserError<Code> {
	return error instanceof UserError && codes.some(code => code === error.code);
}

/** Returns problem and hint in one line; the bare message of any other error. */
export function errorLine(error: unknown): string {
	if (error instanceof UserError) return `${error.problem} ${error.hint}`;
	return error instanceof Error ? error.message : String(error);
}

/** Returns the code of an error of the operating system, such as `ENOSPC`. */
export function systemCode(error: unknown): string | undefined {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
	// Node has no name for some codes of Linux, such as ESTALE of network drives: "Unknown system error -116".
	const number = 'errno' in error && error.code.startsWith('Unknown') ? -Number(error.errno) : undefined;
	return Object.entries(constants.errno).find(([, known]) => known === number)?.[0] ?? error.code;
}
