import {UserError} from '../errors/user-error.ts';

/** A command that was called in a way that cannot be carried out. */
export type UsageError = UserError<'wrong-usage'>;

export function usageError(problem: string, hint: string): UsageError {
	return new UserError('wrong-usage', problem, hint);
}
