import type {RecordIndex} from './record-index.ts';
import type {RecordLimits} from './record-limits.ts';
import type {SourceFile} from './source/source-file.ts';

/** A file whose records were found. */
export type IndexedFile = {readonly file: SourceFile; readonly index: RecordIndex; readonly limits: RecordLimits};

/** Some whole records, read in one go. */
export type Batch = {
	/** Empty for a record that is too long, which comes alone. */
	readonly bytes: Buffer;
	/** The offset in the file of the first byte. */
	readonly offset: number;
	readonly firstRow: number;
	readonly lastRow: number;
};

/** Bytes of a batch; a longer record comes alone. */
const batchSize = 256 * 1024;

/** The records of rows `firstRow` to `lastRow` in file order, a batch at a time. */
export async function* readBatches(
	{file, index, limits}: IndexedFile,
	{firstRow, lastRow}: Pick<Batch, 'firstRow' | 'lastRow'>,
	signal: AbortSignal,
): AsyncGenerator<Batch, void, void> {
	const size = Math.min(batchSize, limits.record);
	let row = firstRow;
	while (row <= lastRow) {
		signal.throwIfAborted();
		const offset = index.start(row);
		const last = Math.min(lastRow, Math.max(row, index.rowAt(offset + size) - 1));
		const length = index.end(last) - offset;
		const bytes = length > limits.record ? Buffer.alloc(0) : await file.read(offset, length);
		yield {bytes, offset, firstRow: row, lastRow: last};
		row = last + 1;
	}
}
