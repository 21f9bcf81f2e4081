import {createHash} from 'node:crypto';

/** Bytes of one read: hashing them holds the main thread for less than a millisecond. */
const readSize = 256 * 1024;

/** Fills the start of a buffer with bytes of a file from `offset` on, and returns their number. */
export type ReadAt = (buffer: Buffer, length: number, offset: number) => Promise<number>;

/** Returns the SHA-256 of the first `size` bytes of a file; `undefined` if it has fewer. */
export async function contentDigest(readAt: ReadAt, size: number, signal: AbortSignal): Promise<string | undefined> {
	const hash = createHash('sha256');
	const buffer = Buffer.allocUnsafeSlow(Math.min(readSize, size));
	for (let offset = 0; offset < size; ) {
		signal.throwIfAborted();
		const read = await readAt(buffer, Math.min(buffer.length, size - offset), offset);
		if (read === 0) return undefined;
		hash.update(buffer.subarray(0, read));
		offset += read;
	}

	return hash.digest('hex');
}
