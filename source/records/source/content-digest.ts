import {createHash} from 'node:crypto';
import type {FileHandle} from 'node:fs/promises';

/** The bytes of one read: hashing them blocks the main thread for less than a millisecond. */
const readSize = 256 * 1024;

/** Returns the SHA-256 of the first `size` bytes of a file; `undefined` if it has fewer. */
export async function contentDigest(
	handle: FileHandle,
	size: number,
	signal: AbortSignal,
): Promise<string | undefined> {
	const hash = createHash('sha256');
	const buffer = Buffer.allocUnsafeSlow(Math.min(readSize, size));
	for (let offset = 0; offset < size; ) {
		signal.throwIfAborted();
		const {bytesRead} = await handle.read(buffer, 0, Math.min(buffer.length, size - offset), offset);
		if (bytesRead === 0) return undefined;
		hash.update(buffer.subarray(0, bytesRead));
		offset += bytesRead;
	}

	return hash.digest('hex');
}
