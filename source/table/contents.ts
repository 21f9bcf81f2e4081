import type {Table} from './table.ts';

/** Bytes of one read between two edited records. */
const copySize = 1024 * 1024;

/**
The file as it stands now, in pieces. Runs of untouched records are copied as bytes, so that no edit changes anything
but its own record. Two buffers take turns: a piece holds until the one after the next is asked for.
*/
export async function* contents(table: Table, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
	const buffers = new Buffers(Math.min(copySize, table.file.size));
	let position = 0;
	for (const row of table.overlay.rows()) {
		yield* copy(table, position, table.index.start(row), buffers, signal);
		yield table.currentBytes(row);
		position = table.index.end(row);
	}

	yield* copy(table, position, table.file.size, buffers, signal);
}

async function* copy(
	{file}: Table,
	from: number,
	to: number,
	buffers: Buffers,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	for (let position = from; position < to; position += copySize) {
		signal.throwIfAborted();
		const buffer = buffers.next();
		yield buffer.subarray(0, await file.readInto(buffer, 0, Math.min(copySize, to - position), position));
	}
}

/** Two buffers in turns. */
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
