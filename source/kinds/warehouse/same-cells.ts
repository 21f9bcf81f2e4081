import {cellKind} from '../../records/cell-spans.ts';
import type {RecordScanner} from '../../records/record-scanner.ts';

/**
Tells whether a cell has the same bytes as in the record that was remembered last, which lies in the same buffer. The
rows of a warehouse table mostly stand together, so most cells about the table are the same as in the row before.
*/
export class SameCells {
	readonly #columns: readonly number[];
	readonly #starts: Int32Array;
	/** -1 where there is nothing to compare with. */
	readonly #lengths: Int32Array;
	#bytes: Buffer | undefined;
	/** Over the same bytes: it reads four of them at once wherever they stand. */
	#words: DataView = new DataView(new ArrayBuffer(0));

	constructor(columns: readonly number[]) {
		this.#columns = columns;
		this.#starts = new Int32Array(columns.length);
		this.#lengths = new Int32Array(columns.length).fill(-1);
	}

	/** Whether the cell in the `at`th of the columns is the same. */
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

	/** To be called when the bytes of the buffer are others. */
	forget(): void {
		this.#lengths.fill(-1);
	}
}
