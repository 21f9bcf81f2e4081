import {UserError} from '../../../errors/user-error.ts';

/** Returns what `read` returns, or why the rows that it needs cannot be read. @throws any other error */
export function tryRead<Value>(read: () => Value): Value | UserError {
	try {
		return read();
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
}
