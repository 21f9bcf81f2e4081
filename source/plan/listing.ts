import {Hash} from '../kinds/keys/hash.ts';
import {HashIds} from '../kinds/keys/hash-ids.ts';

/**
The reliability of a listing. `counted`: it has all rows that the catalog announced. `uncounted`: the catalog announced no number,
so rows can be missing. `inconsistent`: rows are missing, or the list changed while it was read.
*/
export type Completeness = 'counted' | 'uncounted' | 'inconsistent';

/** The visibility of a row in the catalog. */
export type Visibility = 'shown' | 'archived';

/** The rows of one listing of the catalog, in any order. */
export class Listing {
	readonly #ids = new HashIds();
	readonly #hash = new Hash();
	#pages = 0;
	#announced: number | undefined;
	#isAnnouncedDifferently = false;
	#hasRepeatedRows = false;
	#low = 0;
	#high = 0;

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
		if (this.#ids.put(low, high) <= before) {
			this.#hasRepeatedRows = true;
			return;
		}

		// The sums do not depend on the order of the rows.
		this.#low = (this.#low + (visibility === 'archived' ? ~low : low)) | 0;
		this.#high = (this.#high + high) | 0;
	}

	/** The number of distinct rows. */
	get rows(): number {
		return this.#ids.count;
	}

	/** The number of rows that the last page announced. */
	get announced(): number | undefined {
		return this.#announced;
	}

	/** True if announced rows are missing. */
	get isShort(): boolean {
		return this.#announced !== undefined && this.rows < this.#announced;
	}

	get completeness(): Completeness {
		if (this.#isAnnouncedDifferently || this.isShort) return 'inconsistent';
		if (this.rows === this.#announced) return 'counted';
		return this.#hasRepeatedRows ? 'inconsistent' : 'uncounted';
	}

	/** True if both listings are consistent and have the same rows. */
	agreesWith(other: Listing): boolean {
		if (this.completeness === 'inconsistent' || other.completeness === 'inconsistent') return false;
		return this.rows === other.rows && this.#low === other.#low && this.#high === other.#high;
	}
}
