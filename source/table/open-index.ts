import {byteOrderMark} from './dialect.ts';
import {RecordIndex} from './record-index.ts';
import {Scanner} from './scanner.ts';
import type {SourceFile} from './source-file.ts';

/** Told while a file is opened: what is being done, and how many of the file's bytes it has seen. */
export type OpenProgress = (doing: 'reading' | 'checking', bytes: number, bytesTotal: number) => void;

/** Bytes of one read: a scan of it holds the main thread about a millisecond. */
const readSize = 256 * 1024;

/** Reads a file once and finds its records. */
export async function openIndex(
	file: SourceFile,
	signal: AbortSignal,
	onProgress?: OpenProgress,
): Promise<RecordIndex> {
	const index = new RecordIndex();
	const start = await textStart(file);
	if (file.size > start) index.add(start);
	const scanner = new Scanner(start, offset => index.add(offset));
	let position = start;
	for (;;) {
		while (position < file.size) {
			signal.throwIfAborted();
			const chunk = await file.read(position, readSize);
			scanner.push(chunk);
			position += chunk.length;
			onProgress?.('reading', position, file.size);
		}

		const openQuote = scanner.finish();
		if (openQuote === undefined) break;
		index.dropAfter(openQuote);
		scanner.readQuoteAsText(openQuote);
		position = openQuote + 1;
	}

	index.close(file.size);
	return index;
}

async function textStart(file: SourceFile): Promise<number> {
	const head = await file.read(0, byteOrderMark.length);
	return byteOrderMark.every((byte, at) => head[at] === byte) ? byteOrderMark.length : 0;
}
