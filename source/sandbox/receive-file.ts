import {createHash} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import busboy from 'busboy';

/** A file of a multipart upload. */
export type ReceivedFile = {
	/** The field name of the form. */
	readonly part: string;
	readonly name: string;
	readonly contentType: string;
	readonly content: Buffer;
	readonly sha256: string;
};

/** Reads the part named `part` of a multipart form; `undefined` if the request has none or is not a form. */
export async function receiveFile(request: IncomingMessage, part: string): Promise<ReceivedFile | undefined> {
	return (await receiveFiles(request)).findLast(file => file.part === part);
}

/** Reads the files of a multipart form, in their order; none if the request is not a form. */
export async function receiveFiles(request: IncomingMessage): Promise<readonly ReceivedFile[]> {
	if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
		request.resume();
		return [];
	}

	return new Promise((resolve, reject) => {
		const files: ReceivedFile[] = [];
		const form = busboy({headers: request.headers});
		form.on('file', (part, stream, {filename, mimeType}) => {
			const chunks: Buffer[] = [];
			const hash = createHash('sha256');
			stream.on('data', (chunk: Buffer) => {
				chunks.push(chunk);
				hash.update(chunk);
			});
			stream.on('end', () => {
				const content = Buffer.concat(chunks);
				files.push({part, name: filename ?? '', contentType: mimeType, content, sha256: hash.digest('hex')});
			});
		});
		form.on('close', () => resolve(files));
		form.on('error', reject);
		request.on('aborted', () => reject(new Error('the request was aborted')));
		request.pipe(form);
	});
}
