import type {WrongFormat} from '../rules/recognise.ts';

/** A file that cannot be read as what it should be. */
export class FormatError extends Error {
	override readonly name = 'FormatError';
	readonly path: string;
	readonly wrong: WrongFormat;

	constructor(path: string, wrong: WrongFormat) {
		super(`${path}: ${wrong.message}`);
		this.path = path;
		this.wrong = wrong;
	}

	get code(): WrongFormat['code'] {
		return this.wrong.code;
	}

	/** What to do about it. */
	get next(): string {
		return this.wrong.next;
	}
}
