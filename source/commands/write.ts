import {once} from 'node:events';

/** Writes pieces, no faster than they are taken. A reader that has gone away ends it quietly. */
export async function writeAll(stream: NodeJS.WritableStream, pieces: Iterable<string>): Promise<void> {
	let held = '';
	for (const piece of pieces) {
		held += piece;
		if (held.length < 64 * 1024) continue;
		if (!stream.write(held)) await once(stream, 'drain');
		held = '';
	}

	stream.write(held);
}
