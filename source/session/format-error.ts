import {UserError} from '../errors/user-error.ts';
import type {UnsupportedFormat} from '../kinds/unsupported-format.ts';
import {type Encoding, encodingNames} from '../records/source/encoding.ts';
import {shellPath} from '../text/shell-word.ts';

/** A file with an unsupported format or encoding. */
export class FormatError extends UserError<UnsupportedFormat['code']> {
	readonly path: string;
	readonly wrong: UnsupportedFormat;

	constructor(path: string, wrong: UnsupportedFormat) {
		super(wrong.code, `${path}: ${wrong.message}`, nextFor(path, wrong));
		this.path = path;
		this.wrong = wrong;
	}
}

/** Returns the next step, whose commands name the file. A stream has no name that can be typed. */
function nextFor(path: string, {next}: UnsupportedFormat): string {
	return path === '-' ? next : next.replaceAll('<file>', () => shellPath(path));
}

/** Returns the error for a file that is not valid in the encoding that the user specified. */
export function wrongEncoding(path: string, encoding: Encoding): FormatError {
	return new FormatError(path, {
		code: 'encoding-error',
		message: `The file is not valid ${encodingNames[encoding]}.`,
		next: 'Omit --encoding to detect it automatically, or specify another one.',
	});
}
