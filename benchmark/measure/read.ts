import {createReadStream} from 'node:fs';

/** The bare reading of the file. */
export async function measure(path: string): Promise<string> {
	let bytes = 0;
	for await (const chunk of createReadStream(path, {highWaterMark: 256 * 1024})) bytes += chunk.length;
	return `${bytes} bytes`;
}
