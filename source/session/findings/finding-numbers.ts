import type {Codes} from '../../kinds/codes.ts';
import type {Finding} from '../../kinds/problem.ts';

/** The bits of a stored code: its number, and one that is set if the finding is only a warning, although the code is an error. */
const softenedBit = 0x80;
const codeBits = 0x7f;

/** Returns the number of a stored code, without its bit. */
export function numberOfCode(code: number): number {
	return code & codeBits;
}

/** True if a stored code is of a finding that is only a warning, although its code is an error. */
export function isSoftened(code: number): boolean {
	return (code & softenedBit) !== 0;
}

/** Returns the stored code of findings that are only warnings, although their code is an error. */
export function softenedCode(code: number): number {
	return code | softenedBit;
}

/** Stores findings of a kind as numbers: a code, and a field from 1, 0 for the whole row. */
export class FindingNumbers {
	readonly codes: readonly string[];
	readonly #fields: readonly string[];

	/** `fields` may grow. */
	constructor(codes: Codes, fields: readonly string[]) {
		this.codes = [...codes.keys()];
		this.#fields = fields;
	}

	/** Returns the stored code of a finding. */
	codeOf({code, severity}: Finding): number {
		const number = this.codes.indexOf(code);
		return severity === undefined ? number : softenedCode(number);
	}

	/** Returns the stored field of a finding. */
	fieldOf({field}: Finding): number {
		return field === undefined ? 0 : this.#fields.indexOf(field) + 1;
	}

	/** Returns a stored finding. */
	finding(row: number, storedCode: number, storedField: number): Finding {
		const code = this.codes[numberOfCode(storedCode)];
		if (code === undefined) throw new RangeError(`no code has the number ${storedCode}`);
		const field = this.#fields[storedField - 1];
		const found = field === undefined ? {row, code} : {row, code, field};
		return isSoftened(storedCode) ? {...found, severity: 'warning'} : found;
	}
}
