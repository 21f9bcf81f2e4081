import type {SourceFile} from './source-file.ts';

/** Bytes of a page: some 250 records, so that neighbours come with one read. */
const pageSize = 64 * 1024;
const pagesKept = 16;

/** Reads pieces of a file at once, the few rows on a screen or many in file order, and keeps the last pages read. */
export class Pages {
	readonly #file: SourceFile;
	readonly #pages = new Map<number, Buffer>();

	constructor(file: SourceFile) {
		this.#file = file;
	}

	/** The bytes from `start` to `end`. They are not changed later, so a caller may keep them. */
	read(start: number, end: number): Buffer {
		const number = Math.floor(start / pageSize);
		const from = start - number * pageSize;
		const to = end - number * pageSize;
		if (to > pageSize) return this.#file.readNow(start, end - start);
		return this.#page(number).subarray(from, to);
	}

	#page(number: number): Buffer {
		const known = this.#pages.get(number);
		if (known !== undefined) return known;
		const [oldest] = this.#pages.keys();
		if (this.#pages.size === pagesKept && oldest !== undefined) this.#pages.delete(oldest);
		const page = this.#file.readNow(number * pageSize, pageSize);
		this.#pages.set(number, page);
		return page;
	}
}
