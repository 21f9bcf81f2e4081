import {once} from 'node:events';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';

/** The upload of the file to a server on loopback that reads and forgets it. */
export async function measure(path: string): Promise<string> {
	const server = createServer((request, response) => request.resume().on('end', () => response.end()));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const catalog = connect({address: parseAddress(`http://127.0.0.1:${port}`), token: 'none'});
	const file = {path, bytes: (await stat(path)).size, name: 'warehouse.csv'};
	const answer = await catalog.uploadCsv('id', file, {
		signal: new AbortController().signal,
		onProgress: () => undefined,
		onWait: () => undefined,
	});
	server.closeAllConnections();
	server.close();
	return answer.kind;
}
