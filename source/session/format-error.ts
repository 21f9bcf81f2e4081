import {UserError} from '../errors/user-error.ts';
import type {WrongFormat} from '../rules/recognise.ts';

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
