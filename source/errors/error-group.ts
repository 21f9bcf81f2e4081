import type {ErrorCode} from './error-codes.ts';
import {hasCode, UserError} from './user-error.ts';

/** Errors of one part of the program, which have these codes and no others. */
export type ErrorGroup<Code extends ErrorCode> = {
	make(code: Code, problem: string, hint: string, cause?: unknown): UserError<Code>;
	/** True if an error is one of the group. */
	is(error: unknown): error is UserError<Code>;
};

/** The errors of a group. */
export type ErrorOf<Group> = Group extends ErrorGroup<infer Code> ? UserError<Code> : never;

export function errorGroup<const Code extends ErrorCode>(...codes: readonly Code[]): ErrorGroup<Code> {
	return {
		make: (code, problem, hint, cause) => new UserError(code, problem, hint, cause),
		is: error => hasCode(error, codes),
	};
}
