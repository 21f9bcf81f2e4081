import {createHash} from 'node:crypto';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Scope} from './folder.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** Starts a server on loopback with the handler of a test. `uploads` counts the requests to an upload's path. */
export async function serve(
	t: Scope,
	handler: Handler,
): Promise<{readonly url: string; readonly uploads: () => number}> {
	let uploads = 0;
	const server = createServer((request, response) => {
		if (request.method === 'POST') uploads++;
		void handler(request, response);
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const {port} = server.address() as AddressInfo;
	return {url: `http://127.0.0.1:${port}`, uploads: () => uploads};
}

/** Reads a request to its end and returns its bytes. */
export async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk);
	return Buffer.concat(chunks);
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
	response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(body));
}

/** Responds to the reads before an upload like an empty workspace. */
export function answerReads(request: IncomingMessage, response: ServerResponse): boolean {
	if (request.method !== 'GET') return false;
	if (request.url?.includes('/table/columns/')) json(response, {links: {next: null}, count: 0, results: []});
	else json(response, {id: 'some-id', name: 'Warehouse', type: 'custom'});
	return true;
}

export function sha256(bytes: Buffer): string {
	return createHash('sha256').update(bytes).digest('hex');
}
