import type {RecordIndex} from './record-index.ts';
import type {SourceFile} from './source-file.ts';

/** Some whole records, read in one go. */
export type Batch = {
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
	file: SourceFile,
	index: RecordIndex,
	firstRow: number,
	lastRow: number,
	signal: AbortSignal,
): AsyncGenerator<Batch, void, void> {
	let row = firstRow;
	while (row <= lastRow) {
		signal.throwIfAborted();
		const offset = index.start(row);
		const last = Math.min(lastRow, Math.max(row, index.rowAt(offset + batchSize) - 1));
		const bytes = await file.read(offset, index.end(last) - offset);
		yield {bytes, offset, firstRow: row, lastRow: last};
		row = last + 1;
	}
}
