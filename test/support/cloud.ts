import {createServer as createHttp, request as requestHttp} from 'node:http';
import {createServer as createHttps} from 'node:https';
import {connect, type Socket} from 'node:net';
import {selfSigned} from '../catalog/certificate.ts';
import {portOf} from '../catalog/settle.ts';
import {type Scope, temporaryFile} from './folder.ts';

/**
The regions of the cloud on this machine: a proxy that leads their host names to local servers with certificates of their
own. Answers the variables that lead a program there; nothing leaves the machine.
*/
export async function startCloud(
	t: Scope,
	hosts: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
	const ports = new Map<string, number>();
	const certificates: string[] = [];
	for (const [host, url] of Object.entries(hosts)) {
		const {key, cert} = selfSigned(host);
		certificates.push(cert);
		const options = {key: key.export({type: 'pkcs8', format: 'pem'}), cert};
		const server = createHttps(options, (request, response) => {
			const {method, headers} = request;
			const behind = requestHttp(new URL(request.url ?? '/', url), {method, headers}, answer => {
				response.writeHead(answer.statusCode ?? 502, answer.headers);
				answer.pipe(response);
			});
			request.pipe(behind);
		});
		ports.set(`${host}:443`, await portOf(t, server));
	}

	const proxy = createHttp();
	proxy.on('connect', (request, socket: Socket) => {
		socket.on('error', () => undefined);
		const port = ports.get(request.url ?? '');
		if (port === undefined) return void socket.end('HTTP/1.1 502 No\r\n\r\n');
		const behind = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			behind.pipe(socket).pipe(behind);
		});
		behind.on('error', () => undefined);
	});
	return {
		HTTPS_PROXY: `http://127.0.0.1:${await portOf(t, proxy)}`,
		NODE_EXTRA_CA_CERTS: await temporaryFile(t, certificates.join('\n'), 'ca.pem'),
	};
}
