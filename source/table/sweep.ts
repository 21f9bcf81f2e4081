import {isUtf8} from 'node:buffer';
import type {RecordIndex} from './record-index.ts';
import {type RecordReader, unfinished} from './record-reader.ts';
import {Slices} from './slices.ts';
import type {SourceFile} from './source-file.ts';

/** What a sweep tells. The reader and its bytes are used again for the next record: nothing of them may be kept. */
export type SweepVisitor = {
	/** Before the records of another piece of the file; the bytes of those before are gone. */
	onSlice?(expectedRows: number): void;
	onRecord?(row: number, reader: RecordReader, validUtf8: boolean): void;
	/** How many bytes of the file were seen. */
	onProgress?(bytes: number, bytesTotal: number): void;
};

/** Reads a file once from `start`, finds its records, and shows each to the visitor as soon as it is in the index. */
export async function sweep(
	file: SourceFile,
	start: number,
	index: RecordIndex,
	reader: RecordReader,
	visitor: SweepVisitor,
	signal: AbortSignal,
): Promise<void> {
	const slices = new Slices(file, start);
	try {
		for (;;) {
			const slice = await slices.next();
			if (slice === undefined) return;
			signal.throwIfAborted();
			const {bytes, from, to, offset, isEnd} = slice;
			const allValid = isUtf8(isEnd ? bytes.subarray(from, to) : wholeCharacters(bytes, from, to));
			visitor.onSlice?.(index.expectedRows);
			let at = from;
			while (at < to) {
				const next = reader.next(bytes, at, to, isEnd);
				if (next === unfinished) break;
				const row = index.add(offset + at, offset + next, reader.innerLines);
				visitor.onRecord?.(row, reader, allValid || isUtf8(bytes.subarray(at, next)));
				at = next;
			}

			slices.keep(at);
			index.expectedRows = Math.ceil((index.lastRow * file.size * 1.05) / (offset + to));
			visitor.onProgress?.(offset + at, file.size);
		}
	} finally {
		await slices.end();
	}
}

/** The bytes from `from` to `to` without a character at their end that may go on behind them. */
function wholeCharacters(bytes: Buffer, from: number, to: number): Buffer {
	let end = to;
	while (end > from && to - end < 3 && ((bytes[end - 1] ?? 0) & 0xc0) === 0x80) end--;
	if (end > from && (bytes[end - 1] ?? 0) >= 0xc0) end--;
	return bytes.subarray(from, end);
}
