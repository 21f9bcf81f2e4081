import type {Records} from '../records.ts';

/** The bytes of one read of unedited records. */
const copySize = 1024 * 1024;

/** The bytes of one read of edited records. Encoding them blocks the main thread for a few milliseconds. */
const editSize = 128 * 1024;

/**
Yields the current content of the file in pieces. Unedited records are copied as bytes, so an edit changes only its own record. Two
buffers alternate: a piece is valid until the piece after the next one is requested.
*/
export async function* readCurrentBytes(records: Records, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
	const {file, index} = records;
	const buffers = new Buffers(Math.min(copySize, file.size));
	const edited = new EditedRows(records);
	let position = 0;
	// Rows that were inserted after the last one are at the end of the file.
	while (position < file.size || !edited.isDone) {
		signal.throwIfAborted();
		const untouched = edited.nextStart() - position;
		if (untouched > editSize || edited.isDone) {
			const buffer = buffers.next();
			const length = await file.readInto(buffer, 0, Math.min(copySize, untouched), position);
			yield buffer.subarray(0, length);
			position += length;
		} else {
			const rows = edited.takeUntil(position + editSize);
			const [first = 0] = rows;
			const end = index.end(rows.at(-1) ?? 0);
			// A row that is too long can only be skipped.
			const isUnread = records.isTooLong(first);
			const bytes = await file.read(position, (isUnread ? index.start(first) : end) - position);
			yield isUnread ? bytes : Buffer.concat([...withEdits(records, bytes, position, rows)]);
			position = end;
		}
	}
}

/** Yields the bytes of a part of the file that ends with its last edited row. */
function* withEdits(records: Records, bytes: Buffer, offset: number, rows: readonly number[]): Generator<Buffer> {
	let copied = 0;
	for (const row of rows) {
		const start = records.index.start(row) - offset;
		const end = records.index.end(row) - offset;
		yield bytes.subarray(copied, start);
		yield records.currentBytes(row, bytes.subarray(start, end));
		copied = end;
	}
}

/** The edited rows in file order, taken as they are written. */
class EditedRows {
	readonly #records: Records;
	readonly #rows: readonly number[];
	#next = 0;

	constructor(records: Records) {
		this.#records = records;
		this.#rows = records.overlay.rows();
	}

	get isDone(): boolean {
		return this.#next === this.#rows.length;
	}

	/** Returns the start of the next edited row, or the end of the file. */
	nextStart(): number {
		const row = this.#rows[this.#next];
		return row === undefined ? this.#records.file.size : this.#records.index.start(row);
	}

	/** Takes the rows that end before an offset, at least one. A row that is too long is taken alone. */
	takeUntil(offset: number): readonly number[] {
		const first = this.#next++;
		if (this.#records.isTooLong(this.#rows[first] ?? 0)) return this.#rows.slice(first, this.#next);
		for (; !this.isDone; this.#next++) {
			const row = this.#rows[this.#next] ?? 0;
			if (this.#records.index.end(row) > offset || this.#records.isTooLong(row)) break;
		}

		return this.#rows.slice(first, this.#next);
	}
}

/** Two buffers, used alternately. */
class Buffers {
	#now: Buffer;
	#then: Buffer;

	constructor(size: number) {
		this.#now = Buffer.allocUnsafeSlow(size);
		this.#then = Buffer.allocUnsafeSlow(size);
	}

	next(): Buffer {
		[this.#now, this.#then] = [this.#then, this.#now];
		return this.#now;
	}
}
