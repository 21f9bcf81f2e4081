import {randomBytes} from 'node:crypto';
import type {FileHandle} from 'node:fs/promises';
import {setImmediate as turn} from 'node:timers/promises';

/** A file to be sent; `name` is what the server sees, `bytes` how long it must be. */
export type UploadFile = {readonly path: string; readonly bytes: number; readonly name: string};

/** A multipart body with one file, as a stream whose length is known before. */
export type Multipart = {
	readonly contentType: string;
	readonly contentLength: number;
	/** Where in the body the file begins. */
	readonly fileStart: number;
	/** The body, piece by piece. Ends with an error, and so without its closing line, if the file is not as long as said. */
	pieces(file: FileHandle, onComplete: () => void): AsyncGenerator<Uint8Array, void, void>;
};

const readSize = 1024 * 1024;
/** What is handed over at once: small, so that a slow line shows that it moves. */
const pieceSize = 64 * 1024;

/** Makes the multipart body with one part of the given name [doc: `file`]. */
export function multipart(part: string, {bytes, name}: UploadFile): Multipart {
	const boundary = `secoda-upload-${randomBytes(16).toString('hex')}`;
	const fileName = name.replaceAll(/[^\u0020-\u007E]|["\\]/g, '_');
	const preamble = Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`,
	);
	const closing = Buffer.from(`\r\n--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		contentLength: preamble.length + bytes + closing.length,
		fileStart: preamble.length,
		async *pieces(file, onComplete) {
			yield preamble;
			let read = 0;
			for await (const chunk of file.createReadStream({highWaterMark: readSize, start: 0, autoClose: false})) {
				read += chunk.length;
				if (read > bytes) break;
				for (let at = 0; at < chunk.length; at += pieceSize) {
					yield chunk.subarray(at, at + pieceSize);
					// Lets an early refusal be read before the next write breaks on the closed connection.
					await turn();
				}
			}

			if (read !== bytes) throw new Error('the file is not as long as was said');
			onComplete();
			yield closing;
		},
	};
}
