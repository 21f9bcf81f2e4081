import {enlarged} from '../kinds/keys/enlarged.ts';
import {Hash} from '../kinds/keys/hash.ts';
import {HashIds} from '../kinds/keys/hash-ids.ts';

/**
The reliability of a listing. `counted`: it has all rows that the catalog announced. `uncounted`: the catalog announced no number,
so rows can be missing. `inconsistent`: rows are missing, or the list changed while it was read.
*/
export type Completeness = 'counted' | 'uncounted' | 'inconsistent';

/** The visibility of a row in the catalog. */
export type Visibility = 'shown' | 'archived';

/** The rows of one list of the catalog, in any order. A list whose pages repeat or skip rows can be read again into the same listing. */
export class Listing {
	readonly #ids = new HashIds();
	readonly #hash = new Hash();
	/** By number of a row: the last reading that had it, times two, and 1 if it is archived. */
	#states = new Int32Array(16);
	#reading = 0;
	#rowsBefore = 0;
	#pages = 0;
	#announced: number | undefined;
	#isAnnouncedDifferently = false;
	#hasRepeatedRows = false;
	#hasChangedRows = false;
	#isCutOff = false;
	#low = 0;
	#high = 0;

	/** Starts to read the list, or to read it again. */
	startReading(): void {
		this.#reading++;
		this.#rowsBefore = this.rows;
		this.#hasRepeatedRows = false;
	}

	/** Starts a page that announces this total number of rows; `undefined` if the catalog does not count them. */
	startPage(announced: number | undefined): void {
		if (this.#pages > 0 && announced !== this.#announced) this.#isAnnouncedDifferently = true;
		this.#pages++;
		this.#announced = announced;
	}

	addRow(id: string, visibility: Visibility): void {
		const bytes = Buffer.from(id);
		const {low, high} = this.#hash.of(bytes, 0, bytes.length);
		const before = this.#ids.count;
		const number = this.#ids.put(low, high);
		const state = 2 * this.#reading + Number(visibility === 'archived');
		if (number === this.#states.length) this.#states = enlarged(this.#states, 2 * number);
		const earlier = this.#states[number] ?? 0;
		this.#states[number] = state;
		if (number <= before) {
			if (earlier >> 1 === this.#reading) this.#hasRepeatedRows = true;
			if ((earlier & 1) !== (state & 1)) this.#hasChangedRows = true;
			return;
		}

		// The sums do not depend on the order of the rows.
		this.#low = (this.#low + (visibility === 'archived' ? ~low : low)) | 0;
		this.#high = (this.#high + high) | 0;
	}

	/** Registers that the list ends before its last row, and that its parts do not have all rows either. */
	cutOff(): void {
		this.#isCutOff = true;
	}

	/** Trusts the announced number no longer, because a list that ends early can announce what it shows. */
	distrustCount(): void {
		this.#announced = undefined;
	}

	/** The number of distinct rows. */
	get rows(): number {
		return this.#ids.count;
	}

	/** The number of rows that the last page announced. */
	get announced(): number | undefined {
		return this.#announced;
	}

	/** True if rows are missing for certain. */
	get isShort(): boolean {
		return this.#isCutOff || (this.#announced !== undefined && this.rows < this.#announced);
	}

	/** True if reading the list again can show rows that its pages skipped. A list that changes must be read from its start. */
	get canHaveSkippedRows(): boolean {
		if (this.#isCutOff || this.#isAnnouncedDifferently || this.#hasChangedRows || this.rows === this.#announced)
			return false;
		return this.isShort || (this.#hasRepeatedRows && this.rows > this.#rowsBefore);
	}

	get completeness(): Completeness {
		if (this.#isAnnouncedDifferently || this.#hasChangedRows || this.isShort) return 'inconsistent';
		if (this.rows === this.#announced) return 'counted';
		// A reading that has repeated rows and no new ones has skipped only rows that were read before.
		return this.#hasRepeatedRows && this.rows > this.#rowsBefore ? 'inconsistent' : 'uncounted';
	}

	/** True if both listings are consistent and have the same rows. */
	agreesWith(other: Listing): boolean {
		if (this.completeness === 'inconsistent' || other.completeness === 'inconsistent') return false;
		return this.rows === other.rows && this.#low === other.#low && this.#high === other.#high;
	}
}
