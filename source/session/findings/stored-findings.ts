import {firstIndex} from '../../records/first-index.ts';
import type {Renumbering} from '../../records/renumbering.ts';

/** All stored findings; the arrays are those of `StoredFindings`. */
export type StoredFindingsState = {
	readonly rows: Uint32Array<ArrayBuffer>;
	readonly codes: Uint8Array<ArrayBuffer>;
	readonly fields: Uint16Array<ArrayBuffer>;
	readonly count: number;
};

/** Findings in row order, in typed arrays: seven bytes each. */
export class StoredFindings {
	#rows = new Uint32Array(256);
	#codes = new Uint8Array(256);
	#fields = new Uint16Array(256);
	#count = 0;

	get state(): StoredFindingsState {
		return {rows: this.#rows, codes: this.#codes, fields: this.#fields, count: this.#count};
	}

	set state({rows, codes, fields, count}: StoredFindingsState) {
		this.#rows = rows;
		this.#codes = codes;
		this.#fields = fields;
		this.#count = count;
	}

	get count(): number {
		return this.#count;
	}

	rowAt(at: number): number {
		return this.#rows[at] ?? 0;
	}

	codeAt(at: number): number {
		return this.#codes[at] ?? 0;
	}

	fieldAt(at: number): number {
		return this.#fields[at] ?? 0;
	}

	/** True if a finding is of a row. */
	isOf(row: number, at: number): boolean {
		return at < this.#count && this.#rows[at] === row;
	}

	/** Returns the index of the first finding at or after `row`. */
	firstAt(row: number): number {
		return firstIndex(this.#count, at => (this.#rows[at] ?? 0) >= row);
	}

	/** Returns the index of the next finding with a code, from an index on; `count` without one. */
	nextWith(code: number, from: number): number {
		const at = this.#codes.indexOf(code, from);
		return at === -1 || at >= this.#count ? this.#count : at;
	}

	/** Adds a finding; rows must come in order. Returns whether its cell had one already. */
	append(row: number, code: number, field: number): 'new cell' | 'known cell' {
		if (this.#count === this.#rows.length) this.#grow();
		const isKnown = this.#isLastIn(row, field);
		this.#rows[this.#count] = row;
		this.#codes[this.#count] = code;
		this.#fields[this.#count] = field;
		this.#count++;
		return isKnown ? 'known cell' : 'new cell';
	}

	/** True if the cell has a finding; `row` is the last row or a later one. */
	#isLastIn(row: number, field: number): boolean {
		for (let at = this.#count - 1; at >= 0 && this.#rows[at] === row; at--) if (this.#fields[at] === field) return true;
		return false;
	}

	renumber(renumbering: Renumbering): void {
		for (let at = 0; at < this.#count; at++) this.#rows[at] = renumbering.rowAfter(this.#rows[at] ?? 0) ?? 0;
	}

	#grow(): void {
		const {rows, codes, fields} = this.state;
		this.#rows = new Uint32Array(rows.length * 2);
		this.#codes = new Uint8Array(rows.length * 2);
		this.#fields = new Uint16Array(rows.length * 2);
		this.#rows.set(rows);
		this.#codes.set(codes);
		this.#fields.set(fields);
	}
}
