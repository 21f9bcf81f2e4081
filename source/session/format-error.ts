import {UserError} from '../errors/user-error.ts';
import type {WrongFormat} from '../kinds/wrong-format.ts';
import {type Encoding, encodingNames} from '../records/source/encoding.ts';

/** A file that cannot be read as what it should be. */
export class FormatError extends UserError<WrongFormat['code']> {
	readonly path: string;
	readonly wrong: WrongFormat;

	constructor(path: string, wrong: WrongFormat) {
		super(wrong.code, `${path}: ${wrong.message}`, wrong.next);
		this.path = path;
		this.wrong = wrong;
	}
}

/** The bytes of a file are not of the encoding that the user has named. */
export function notEncoded(path: string, encoding: Encoding): FormatError {
	return new FormatError(path, {
		code: 'encoding-error',
		message: `The file is not written in ${encodingNames[encoding]}.`,
		next: 'Leave the encoding to be recognised, or name another one (--encoding).',
	});
}
