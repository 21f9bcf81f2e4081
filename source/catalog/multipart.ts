import {randomBytes} from 'node:crypto';
import {createReadStream} from 'node:fs';

/** A file to be sent; `name` is what the server sees. */
export type UploadFile = {readonly path: string; readonly bytes: number; readonly name: string};

/** A multipart body with one file, as a stream whose length is known before. */
export type Multipart = {
	readonly contentType: string;
	readonly contentLength: number;
	/** The body, piece by piece. `onPiece` is told how much of the file was handed over. */
	pieces(onPiece: (fileBytes: number) => void): AsyncGenerator<Uint8Array, void, void>;
};

const readSize = 1024 * 1024;

/** Makes the multipart body with one part of the given name [doc: `file`]. */
export function multipart(part: string, file: UploadFile): Multipart {
	const boundary = `secoda-upload-${randomBytes(16).toString('hex')}`;
	const fileName = file.name.replaceAll(/[^\u0020-\u007E]|["\\]/g, '_');
	const preamble = Buffer.from(
		`--${boundary}\r\nContent-Disposition: form-data; name="${part}"; filename="${fileName}"\r\nContent-Type: text/csv\r\n\r\n`,
	);
	const closing = Buffer.from(`\r\n--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		contentLength: preamble.length + file.bytes + closing.length,
		async *pieces(onPiece) {
			yield preamble;
			let sent = 0;
			for await (const piece of createReadStream(file.path, {highWaterMark: readSize})) {
				sent += piece.length;
				if (sent > file.bytes) break;
				yield piece;
				onPiece(sent);
			}

			if (sent !== file.bytes) throw new Error('the snapshot changed while it was sent');
			yield closing;
		},
	};
}
