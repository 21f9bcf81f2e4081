import {once} from 'node:events';
import {createServer, type IncomingMessage} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A catalog without pages on loopback. It reads uploads and forgets them, so that the client alone is measured. */
export type EmptyCatalog = AsyncDisposable & {readonly url: string; readonly integration: string};

const integration = '1e0f6a52-8a3f-4d0e-9a6e-4b8e2f9c7d10';
const emptyPage = {links: {next: null, previous: null}, count: 0, total_pages: 1, results: []};

export async function startEmptyCatalog(): Promise<EmptyCatalog> {
	const server = createServer((request, response) => {
		request.resume().on('end', () => {
			response.setHeader('content-type', 'application/json');
			response.end(JSON.stringify(answerTo(request)));
		});
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		integration,
		async [Symbol.asyncDispose]() {
			server.closeAllConnections();
			server.close();
		},
	};
}

function answerTo({method, url = ''}: IncomingMessage): unknown {
	if (method === 'POST') return {};
	return url.includes(integration) && !url.includes('table/')
		? {id: integration, name: 'Benchmark', type: 'custom'}
		: emptyPage;
}
