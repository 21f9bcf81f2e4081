import type {RecordIndex} from './record-index.ts';
import {type RecordScanner, unfinished} from './record-scanner.ts';
import {Slices} from './source/slices.ts';
import type {SourceFile} from './source/source-file.ts';
import {type Utf8, Utf8Check} from './source/utf8-check.ts';

/** The callbacks of a sweep. Scanner and bytes are reused for the next record, so no reference to them may be kept. */
export type SweepVisitor = {
	/** Called before the records of the next slice of the file; the bytes of earlier records are no longer valid. */
	onSlice?(expectedRows: number): void;
	/** Called for each record. A record that is too long has no cells. */
	onRecord?(row: number, scanner: RecordScanner, utf8: Utf8): void;
	/** Called with the progress in bytes. */
	onProgress?(bytes: number, bytesTotal: number): void;
};

/** The range of records to read. */
export type SweepRange = {
	/** The offset of the first record. */
	readonly start: number;
	/** The last row to read; all rows if absent. */
	readonly lastRow?: number;
};

/**
Reads a file once, finds its records, and calls the visitor for each as soon as it is in the index. For a record that is too long,
only the bytes that are needed to find its end are kept.
*/
export async function sweep(
	file: SourceFile,
	{start, lastRow = Number.POSITIVE_INFINITY}: SweepRange,
	index: RecordIndex,
	scanner: RecordScanner,
	visitor: SweepVisitor,
	signal: AbortSignal,
): Promise<void> {
	const slices = new Slices(file, start);
	const utf8 = new Utf8Check();
	let isResumed = false;
	try {
		for (;;) {
			const slice = await slices.next();
			if (slice === undefined) return;
			signal.throwIfAborted();
			const {bytes, from, to, offset, isEnd} = slice;
			utf8.startSlice(slice);
			visitor.onSlice?.(index.expectedRows);
			const behind = isEnd ? 'end' : 'more';
			let at = from;
			while (at < to) {
				const next: number = isResumed ? scanner.resume(bytes, at, to, behind) : scanner.next(bytes, at, to, behind);
				isResumed = next === unfinished;
				if (isResumed) break;
				const row = index.add(offset + next - scanner.length, offset + next, scanner.innerLines);
				visitor.onRecord?.(row, scanner, scanner.tooLong || utf8.isValid(at, next) ? 'valid' : 'invalid');
				at = next;
				if (row === lastRow) return;
			}

			const kept = isResumed ? scanner.heldFrom : at;
			slices.keep(kept);
			index.expectedRows = Math.ceil((index.lastRow * file.size * 1.05) / (offset + to));
			visitor.onProgress?.(offset + kept, file.size);
		}
	} finally {
		await slices.end();
	}
}
