import {isSoftened, numberOfCode} from './finding-numbers.ts';

/** The numbers of findings; the arrays are those of `FindingCounts`. */
export type FindingCountsState = {
	readonly ofCodes: Float64Array<ArrayBuffer>;
	readonly softened: Float64Array<ArrayBuffer>;
	readonly cells: number;
};

/** Counts findings by their codes, and the cells that have any. */
export class FindingCounts {
	/** The number of cells with findings; a finding of the whole row counts as one cell. */
	cells = 0;
	readonly #codes: readonly string[];
	#ofCodes: Float64Array<ArrayBuffer>;
	#softened: Float64Array<ArrayBuffer>;

	constructor(codes: readonly string[]) {
		this.#codes = codes;
		this.#ofCodes = new Float64Array(codes.length);
		this.#softened = new Float64Array(codes.length);
	}

	get state(): FindingCountsState {
		return {ofCodes: this.#ofCodes, softened: this.#softened, cells: this.cells};
	}

	set state({ofCodes, softened, cells}: FindingCountsState) {
		this.#ofCodes = ofCodes;
		this.#softened = softened;
		this.cells = cells;
	}

	/** The number of findings of each code; codes without findings are absent. */
	get ofCodes(): ReadonlyMap<string, number> {
		return this.#named(this.#ofCodes);
	}

	/** The number of findings of each code that are only warnings, although the code is an error; other codes are absent. */
	get softened(): ReadonlyMap<string, number> {
		return this.#named(this.#softened);
	}

	/** The number of all findings. */
	get all(): number {
		return this.#ofCodes.reduce((sum, number) => sum + number, 0);
	}

	/** Adds or removes findings with a stored code. */
	add(code: number, change: number): void {
		const number = numberOfCode(code);
		this.#ofCodes[number] = (this.#ofCodes[number] ?? 0) + change;
		if (isSoftened(code)) this.#softened[number] = (this.#softened[number] ?? 0) + change;
	}

	#named(numbers: Float64Array): ReadonlyMap<string, number> {
		return new Map(this.#codes.flatMap((code, at) => (numbers[at] ? [[code, numbers[at]] as const] : [])));
	}
}
