import type {RecordIndex} from './record-index.ts';
import {type RecordScanner, unfinished} from './record-scanner.ts';
import {Slices} from './source/slices.ts';
import type {SourceFile} from './source/source-file.ts';
import {type Utf8, Utf8Check} from './source/utf8-check.ts';

/** The callbacks of a sweep. The scanner and its bytes are used again for the next record: nothing of them may be kept. */
export type SweepVisitor = {
	/** Before the records of another piece of the file; the bytes of those before are gone. */
	onSlice?(expectedRows: number): void;
	/** A record that is too long has no cells. */
	onRecord?(row: number, scanner: RecordScanner, utf8: Utf8): void;
	/** How many bytes of the file were seen. */
	onProgress?(bytes: number, bytesTotal: number): void;
};

/** Which records are read. */
export type SweepRange = {
	/** The offset of the first one. */
	readonly start: number;
	/** The last row to be read; absent for all of them. */
	readonly lastRow?: number;
};

/**
Reads a file once, finds its records, and shows each to the visitor as soon as it is in the index. Of a record that is
too long only the part that is still needed to find its end is kept.
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
