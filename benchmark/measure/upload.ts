import {once} from 'node:events';
import {stat} from 'node:fs/promises';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {uploadTarget} from '../../source/kinds/warehouse/upload-target.ts';

/** The upload of the file to a server on loopback that reads and forgets it. */
export async function measure(path: string): Promise<string> {
	const server = createServer((request, response) => request.resume().on('end', () => response.end()));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const {port} = server.address() as AddressInfo;
	const catalog = connect({address: parseAddress(`http://127.0.0.1:${port}`), token: 'none'});
	const {endpoint, part, contentType} = uploadTarget;
	const file = {part, name: 'warehouse.csv', contentType, path, bytes: (await stat(path)).size};
	const answer = await catalog.upload(
		'id',
		{endpoint, parts: [file]},
		{
			signal: new AbortController().signal,
			onProgress: () => undefined,
			onWait: () => undefined,
		},
	);
	server.closeAllConnections();
	server.close();
	return answer.kind;
}
