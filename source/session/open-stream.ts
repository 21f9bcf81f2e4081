import {headSize} from '../kinds/unsupported-format.ts';
import {type Encoding, headAsUtf8} from '../records/source/encoding.ts';
import {openPrivateCopy} from '../records/source/private-copy.ts';
import type {SourceFile} from '../records/source/source-file.ts';
import {wrongEncoding} from './format-error.ts';
import type {ReadOptions, StreamSource} from './read-options.ts';
import {recognize} from './recognize.ts';

/**
Copies a stream to a private file and opens that. If the first bytes match no kind, the stream is rejected before it is copied, and
is not read further.

@throws FileError, FormatError
*/
export async function openStreamSource(
	{name, stream}: StreamSource,
	reading: ReadOptions,
	signal: AbortSignal,
): Promise<SourceFile> {
	const {encoding = 'utf-8'} = reading;
	const iterator = stream[Symbol.asyncIterator]();
	try {
		const first = await readFirst(iterator, headSize * bytesAtMost[encoding]);
		assertFormat(name, Buffer.concat(first), encoding, reading);
		return await openPrivateCopy(name, continued(first, iterator), signal);
	} finally {
		// A writer that never ends must not keep the program running.
		await iterator.return?.();
	}
}

/** The maximum number of bytes for one byte of UTF-8. */
const bytesAtMost: {readonly [E in Encoding]: number} = {'utf-8': 1, 'utf-16le': 2, 'utf-16be': 2, 'windows-1252': 1};

/** Reads the first `length` bytes of a stream or more; fewer if it ends before. */
export async function readFirst(iterator: AsyncIterator<Uint8Array>, length: number): Promise<readonly Uint8Array[]> {
	const pieces: Uint8Array[] = [];
	for (let size = 0; size < length; ) {
		const {done, value} = await iterator.next();
		if (done) break;
		pieces.push(value);
		size += value.length;
	}

	return pieces;
}

function assertFormat(name: string, bytes: Buffer, encoding: Encoding, reading: ReadOptions): void {
	const head = encoding === 'utf-8' ? bytes : headAsUtf8(bytes, encoding);
	if (head === undefined) throw wrongEncoding(name, encoding);
	recognize(name, head.subarray(0, headSize), reading);
}

/** Returns the whole stream again, of which the first pieces were read. */
export async function* continued(
	first: readonly Uint8Array[],
	rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, void> {
	yield* first;
	for (;;) {
		const {done, value} = await rest.next();
		if (done) return;
		yield value;
	}
}
