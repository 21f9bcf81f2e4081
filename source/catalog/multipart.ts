import {randomBytes} from 'node:crypto';
import type {FileHandle} from 'node:fs/promises';
import {setImmediate as turn} from 'node:timers/promises';

/** A file that is sent as one part of a form. */
export type UploadPart = {
	/** The field name of the form, by which the server finds the part. */
	readonly part: string;
	/** The file name that the server sees. */
	readonly name: string;
	readonly contentType: string;
	readonly path: string;
	/** The expected size of the file. */
	readonly bytes: number;
};

/** A multipart body with one or more files: a stream of known length. */
export type Multipart = {
	readonly contentType: string;
	readonly contentLength: number;
	/** Returns how many of the first bytes of the body belong to files. */
	fileBytes(bodyBytes: number): number;
	/**
	Yields the body from the open files of the parts. Throws before the closing line if a file does not have the expected size, so
	that the server sees an incomplete form.
	*/
	pieces(files: readonly FileHandle[], onComplete: () => void): AsyncGenerator<Uint8Array, void, void>;
};

const readSize = 1024 * 1024;
/** The size of a chunk of the body: small, so that a slow connection shows progress. */
const pieceSize = 64 * 1024;

/** Creates the multipart body of parts, in their order. */
export function multipart(parts: readonly UploadPart[]): Multipart {
	const boundary = `secoda-upload-${randomBytes(16).toString('hex')}`;
	const sections = parts.map((part, at) => ({
		head: Buffer.from(`${at === 0 ? '' : '\r\n'}--${boundary}\r\n${headersOf(part)}\r\n\r\n`),
		bytes: part.bytes,
	}));
	const closing = Buffer.from(`\r\n--${boundary}--\r\n`);
	return {
		contentType: `multipart/form-data; boundary=${boundary}`,
		contentLength: sections.reduce((sum, {head, bytes}) => sum + head.length + bytes, closing.length),
		fileBytes(bodyBytes) {
			let left = bodyBytes;
			let found = 0;
			for (const {head, bytes} of sections) {
				left -= head.length;
				if (left <= 0) break;
				found += Math.min(left, bytes);
				left -= bytes;
			}

			return found;
		},
		async *pieces(files, onComplete) {
			for (const [at, {head, bytes}] of sections.entries()) {
				yield head;
				yield* piecesOf(files[at], bytes);
			}

			onComplete();
			yield closing;
		},
	};
}

function headersOf({part, name, contentType}: UploadPart): string {
	const disposition = `form-data; name="${quotable(part)}"; filename="${quotable(name)}"`;
	return `Content-Disposition: ${disposition}\r\nContent-Type: ${contentType}`;
}

/** Replaces characters that are not allowed in a quoted header value. */
function quotable(text: string): string {
	return text.replaceAll(/[^\u0020-\u007E]|["\\]/g, '_');
}

async function* piecesOf(file: FileHandle | undefined, bytes: number): AsyncGenerator<Uint8Array, void, void> {
	let read = 0;
	for await (const chunk of file?.createReadStream({highWaterMark: readSize, start: 0, autoClose: false}) ?? []) {
		read += chunk.length;
		if (read > bytes) break;
		for (let at = 0; at < chunk.length; at += pieceSize) {
			yield chunk.subarray(at, at + pieceSize);
			// Lets an early error response be read before the next write fails on the closed connection.
			await turn();
		}
	}

	if (read !== bytes) throw new Error('the file does not have the expected size');
}
