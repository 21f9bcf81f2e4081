import type {SourceFile} from './source/source-file.ts';

/** Bytes of a page: some 120 records, so that neighbours come with one read. */
const pageSize = 32 * 1024;
const pagesKept = 16;

/**
Reads pieces of a file at once, the few rows on a screen or many in file order, and keeps the last pages read. Their
memory is used again: what was read holds until so many other pages were.
*/
export class Pages {
	readonly #file: SourceFile;
	readonly #pages = new Map<number, Buffer>();

	constructor(file: SourceFile) {
		this.#file = file;
	}

	/** The bytes from `start` to `end`. */
	read(start: number, end: number): Buffer {
		const number = Math.floor(start / pageSize);
		const from = start - number * pageSize;
		const to = end - number * pageSize;
		if (to > pageSize) return this.#file.readNow(Buffer.allocUnsafe(end - start), start);
		return this.#page(number).subarray(from, to);
	}

	/** Drops every page. */
	clear(): void {
		this.#pages.clear();
	}

	#page(number: number): Buffer {
		const known = this.#pages.get(number);
		if (known !== undefined) return known;
		const [oldest] = this.#pages;
		const recycled = this.#pages.size === pagesKept ? oldest : undefined;
		if (recycled !== undefined) this.#pages.delete(recycled[0]);
		const page = recycled?.[1] ?? Buffer.allocUnsafeSlow(pageSize);
		this.#file.readNow(page, number * pageSize);
		this.#pages.set(number, page);
		return page;
	}
}
