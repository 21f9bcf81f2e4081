import {UserError} from '../../../errors/user-error.ts';

/** Returns the result of `read`, or the error if rows cannot be read. @throws any other error */
export function tryRead<Value>(read: () => Value): Value | UserError {
	try {
		return read();
	} catch (error) {
		if (error instanceof UserError) return error;
		throw error;
	}
}
