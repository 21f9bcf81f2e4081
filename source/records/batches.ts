import {readAhead} from '../files/read-ahead.ts';
import type {RecordIndex} from './record-index.ts';
import type {RecordLimits} from './record-limits.ts';
import type {SourceFile} from './source/source-file.ts';

/** A file with a complete index of its records. */
export type IndexedFile = {readonly file: SourceFile; readonly index: RecordIndex; readonly limits: RecordLimits};

/** Some whole records from one read. */
export type Batch = {
	/** Empty for a record that is too long, which is alone in its batch. Valid until the next batch is requested. */
	readonly bytes: Buffer;
	/** The offset in the file of the first byte. */
	readonly offset: number;
	readonly firstRow: number;
	readonly lastRow: number;
};

type BatchRange = Pick<Batch, 'firstRow' | 'lastRow'>;

/** The maximum bytes of a batch; a longer record is alone in its batch. */
const batchSize = 1024 * 1024;

/** The maximum bytes of a batch whose records are decoded while a screen waits for keys. */
export const smallBatch = 64 * 1024;

/** Yields the records of rows `firstRow` to `lastRow` in batches, in file order. The next batch is read ahead. */
export function readBatches(
	source: IndexedFile,
	range: BatchRange,
	signal: AbortSignal,
	maxSize = batchSize,
): AsyncGenerator<Batch> {
	return readAhead(readSequentially(source, range, signal, maxSize));
}

/** The bytes of a batch are valid while the next one is read. */
async function* readSequentially(
	{file, index, limits}: IndexedFile,
	{firstRow, lastRow}: BatchRange,
	signal: AbortSignal,
	maxSize: number,
): AsyncGenerator<Batch, void, void> {
	const size = Math.min(maxSize, limits.record);
	// Two buffers, used alternately: with a new one for each batch, garbage collection would dominate a long read.
	let buffer = Buffer.allocUnsafe(0);
	let other = buffer;
	let row = firstRow;
	while (row <= lastRow) {
		signal.throwIfAborted();
		const offset = index.start(row);
		const last = Math.min(lastRow, Math.max(row, index.rowAt(offset + size) - 1));
		const length = index.end(last) - offset;
		const isTooLong = length > limits.record;
		[buffer, other] = [other, buffer];
		if (length > buffer.length && !isTooLong)
			buffer = Buffer.allocUnsafe(last < lastRow ? Math.max(length, size) : length);
		const read = isTooLong ? 0 : await file.readInto(buffer, 0, length, offset);
		yield {bytes: buffer.subarray(0, read), offset, firstRow: row, lastRow: last};
		row = last + 1;
	}
}
