import type {WrongFormat} from '../rules/recognise.ts';

/** A file that cannot be read as what it should be. */
export class FormatError extends Error {
	override readonly name = 'FormatError';
	readonly code: WrongFormat['code'];
	readonly next: string;

	constructor(path: string, {code, message, next}: WrongFormat) {
		super(`${path}: ${message}`);
		this.code = code;
		this.next = next;
	}
}
