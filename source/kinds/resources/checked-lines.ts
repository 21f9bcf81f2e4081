import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {Content} from '../content.ts';
import {enlarged} from '../keys/enlarged.ts';
import type {IdHashes} from '../resources.ts';
import {StoredContents} from '../stored-contents.ts';
import {LineContent} from './content.ts';

/** The number of 32-bit words of the hashes of ids. */
const idWords = 5;

/** The contents of lines, read during the check, when their values are known. A line has its row in the file, so no edit changes it. */
export class CheckedLines {
	readonly #content = new LineContent();
	readonly #contents = new StoredContents();
	#ids = new Int32Array(0);
	readonly #copied: IdHashes = {own: 0, folded: 0, plain: 0, parentLow: 0, parentHigh: 0};

	reserve(rows: number): void {
		this.#contents.reserve(rows);
		this.#ids = enlarged(this.#ids, idWords * (rows + 1));
	}

	/** Reads the content of a line. */
	add(row: number, line: JsonScanner): void {
		const content = this.#content.of(line, 0);
		this.#contents.set(row, content);
		const at = idWords * row;
		if (at >= this.#ids.length) this.#ids = enlarged(this.#ids, 2 * (at + idWords));
		const ids = this.#ids;
		const {own, folded, plain, parentLow, parentHigh} = this.#content.ids;
		ids[at] = own;
		ids[at + 1] = folded;
		ids[at + 2] = plain;
		ids[at + 3] = parentLow;
		ids[at + 4] = parentHigh;
	}

	/** Copies the hashes of a line. They are valid until the next call. */
	copy(row: number, content: Content): void {
		this.#contents.copy(row, content);
		const at = idWords * row;
		const ids = this.#ids;
		const copied = this.#copied;
		copied.own = ids[at] ?? 0;
		copied.folded = ids[at + 1] ?? 0;
		copied.plain = ids[at + 2] ?? 0;
		copied.parentLow = ids[at + 3] ?? 0;
		copied.parentHigh = ids[at + 4] ?? 0;
		content.ids = copied;
	}
}
