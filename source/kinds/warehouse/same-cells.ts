import {cellKind} from '../../records/cell-spans.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';

/**
Compares the cells of a record with those of the last remembered record in the same buffer. The rows of a warehouse table are mostly
adjacent, so most cells about the table equal those of the previous row.
*/
export class SameCells {
	readonly #columns: readonly number[];
	readonly #starts: Int32Array;
	/** The remembered lengths; -1 if there is nothing to compare with. */
	readonly #lengths: Int32Array;
	#bytes: Buffer | undefined;
	/** A view of the same bytes that reads four at once, at any offset. */
	#words: DataView = new DataView(new ArrayBuffer(0));

	constructor(columns: readonly number[]) {
		this.#columns = columns;
		this.#starts = new Int32Array(columns.length);
		this.#lengths = new Int32Array(columns.length).fill(-1);
	}

	/** True if the cell in `columns[at]` has the same bytes as the remembered one. */
	same({bytes, starts, ends, kinds}: RecordScanner, at: number): boolean {
		const column = this.#columns[at] as number;
		const start = starts[column] as number;
		const length = this.#lengths[at] as number;
		if ((ends[column] as number) - start !== length || kinds[column] === cellKind.escaped) return false;
		const offset = (this.#starts[at] as number) - start;
		const end = start + length;
		if (bytes !== this.#bytes) {
			this.#bytes = bytes;
			this.#words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
		}

		const words = this.#words;
		let byte = start;
		for (; byte + 4 <= end; byte += 4) if (words.getInt32(byte) !== words.getInt32(byte + offset)) return false;
		for (; byte < end; byte++) if (bytes[byte] !== bytes[byte + offset]) return false;
		return true;
	}

	remember({starts, ends, kinds}: RecordScanner): void {
		for (let at = 0; at < this.#columns.length; at++) {
			const column = this.#columns[at] as number;
			const start = starts[column] as number;
			this.#starts[at] = start;
			this.#lengths[at] = kinds[column] === cellKind.escaped ? -1 : (ends[column] as number) - start;
		}
	}

	/** Called before the first record of a new buffer. */
	forget(): void {
		this.#lengths.fill(-1);
	}
}
