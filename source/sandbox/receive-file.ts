import {createHash} from 'node:crypto';
import type {IncomingMessage} from 'node:http';
import busboy from 'busboy';

/** The file of a multipart upload. */
export type ReceivedFile = {readonly name: string; readonly content: Buffer; readonly sha256: string};

/** Reads the part named `part` of a multipart form. `undefined` when the request has none, or is no form. */
export async function receiveFile(request: IncomingMessage, part: string): Promise<ReceivedFile | undefined> {
	if (!/^multipart\/form-data/i.test(request.headers['content-type'] ?? '')) {
		request.resume();
		return undefined;
	}

	return new Promise((resolve, reject) => {
		let found: ReceivedFile | undefined;
		const form = busboy({headers: request.headers});
		form.on('file', (name, stream, {filename}) => {
			const chunks: Buffer[] = [];
			const hash = createHash('sha256');
			stream.on('data', (chunk: Buffer) => {
				chunks.push(chunk);
				hash.update(chunk);
			});
			stream.on('end', () => {
				if (name === part) found = {name: filename ?? '', content: Buffer.concat(chunks), sha256: hash.digest('hex')};
			});
		});
		form.on('close', () => resolve(found));
		form.on('error', reject);
		request.on('aborted', () => reject(new Error('the request was cut off')));
		request.pipe(form);
	});
}
