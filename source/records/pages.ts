import type {SourceFile} from './source/source-file.ts';

/** The bytes of a page: about 120 records, so that neighbours need one read. */
const pageSize = 32 * 1024;
const pagesKept = 16;

/**
Reads pieces of a file synchronously and caches the last pages: for the few rows on a screen, or many rows in file order. Memory is
reused, so bytes are valid only until that number of other pages was read.
*/
export class Pages {
	readonly #file: SourceFile;
	readonly #pages = new Map<number, Buffer>();

	constructor(file: SourceFile) {
		this.#file = file;
	}

	/** Returns the bytes from `start` to `end`. */
	read(start: number, end: number): Buffer {
		const number = Math.floor(start / pageSize);
		const from = start - number * pageSize;
		const to = end - number * pageSize;
		if (to > pageSize) return this.#file.readNow(Buffer.allocUnsafe(end - start), start);
		return this.#page(number).subarray(from, to);
	}

	/** Removes every page. */
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
