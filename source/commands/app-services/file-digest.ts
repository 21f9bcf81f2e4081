import {open} from 'node:fs/promises';
import {contentDigest} from '../../records/source/content-digest.ts';

/** Returns the SHA-256 of a file; `undefined` if its size or time has changed. */
export async function fileDigest(
	{path, size, modified}: {readonly path: string; readonly size: number; readonly modified: string},
	signal: AbortSignal,
): Promise<string | undefined> {
	const handle = await open(path, 'r');
	try {
		const digest = await contentDigest(handle, size, signal);
		const now = await handle.stat({bigint: true});
		return Number(now.size) === size && String(now.mtimeNs) === modified ? digest : undefined;
	} finally {
		await handle.close();
	}
}
