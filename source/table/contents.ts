import type {Table} from './table.ts';

/** Bytes of one read between two edited records. */
const copySize = 1024 * 1024;

/**
The file as it stands now, in pieces. Runs of untouched records are copied as bytes, so that no edit changes anything
but its own record.
*/
export async function* contents(table: Table, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
	let position = 0;
	for (const row of table.overlay.rows()) {
		yield* copy(table, position, table.index.start(row), signal);
		yield table.currentBytes(row);
		position = table.index.end(row);
	}

	yield* copy(table, position, table.file.size, signal);
}

async function* copy(table: Table, from: number, to: number, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
	for (let position = from; position < to; position += copySize) {
		signal.throwIfAborted();
		yield await table.file.read(position, Math.min(copySize, to - position));
	}
}
