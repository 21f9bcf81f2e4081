import {UserError} from '../errors/user-error.ts';
import type {UnsupportedFormat} from '../kinds/unsupported-format.ts';
import {type Encoding, encodingNames} from '../records/source/encoding.ts';

/** A file that cannot be read as what it should be. */
export class FormatError extends UserError<UnsupportedFormat['code']> {
	readonly path: string;
	readonly wrong: UnsupportedFormat;

	constructor(path: string, wrong: UnsupportedFormat) {
		super(wrong.code, `${path}: ${wrong.message}`, wrong.next);
		this.path = path;
		this.wrong = wrong;
	}
}

/** The bytes of a file are not of the encoding that the user has named. */
export function wrongEncoding(path: string, encoding: Encoding): FormatError {
	return new FormatError(path, {
		code: 'encoding-error',
		message: `The file is not written in ${encodingNames[encoding]}.`,
		next: 'Leave the encoding to be recognised, or name another one (--encoding).',
	});
}
