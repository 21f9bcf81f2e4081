import {Hash} from '../kinds/keys/hash.ts';
import {HashIds} from '../kinds/keys/hash-ids.ts';

/**
How far the rows of a listing can be relied on. `counted`: all rows that the catalog announced are there. `uncounted`: it
announced no number, so that rows can be missing. `inconsistent`: rows are missing, or moved while the list was read.
*/
export type Completeness = 'counted' | 'uncounted' | 'inconsistent';

/** The visibility of a row in the catalog. */
export type Visibility = 'shown' | 'archived';

/** The rows of one listing of the catalog, in whatever order they come. */
export class Listing {
	readonly #ids = new HashIds();
	readonly #hash = new Hash();
	#pages = 0;
	#announced: number | undefined;
	#isAnnouncedDifferently = false;
	#hasRepeatedRows = false;
	#low = 0;
	#high = 0;

	/** Starts a page that announces this number of rows in all; `undefined` where the catalog does not count. */
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

	/** Number of different rows. */
	get rows(): number {
		return this.#ids.count;
	}

	/** The number of rows that the last page announced. */
	get announced(): number | undefined {
		return this.#announced;
	}

	/** True if rows that were announced are missing. */
	get isShort(): boolean {
		return this.#announced !== undefined && this.rows < this.#announced;
	}

	get completeness(): Completeness {
		if (this.#isAnnouncedDifferently || this.isShort) return 'inconsistent';
		if (this.rows === this.#announced) return 'counted';
		return this.#hasRepeatedRows ? 'inconsistent' : 'uncounted';
	}

	/** True if another listing has the same rows, and both can be relied on as far as they go. */
	agreesWith(other: Listing): boolean {
		if (this.completeness === 'inconsistent' || other.completeness === 'inconsistent') return false;
		return this.rows === other.rows && this.#low === other.#low && this.#high === other.#high;
	}
}
