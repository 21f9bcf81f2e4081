import assert from 'node:assert/strict';
import {execFile} from 'node:child_process';
import {createServer as createHttp} from 'node:http';
import {createServer as createHttps} from 'node:https';
import {connect, type Socket} from 'node:net';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import {readProxy} from '../../source/catalog/proxy.ts';
import {json} from '../support/fault-server.ts';
import {temporaryFile} from '../support/folder.ts';
import {selfSigned} from './certificate.ts';
import {kinds, portOf, uploadTo} from './settle.ts';

type Proxy = {readonly url: string; readonly asked: string[]};

/** A proxy that only knows CONNECT; plain requests to it are noted as such. */
async function startProxy(t: TestContext, onConnect: (socket: Socket) => void): Promise<Proxy> {
	const asked: string[] = [];
	const server = createHttp((request, response) => {
		asked.push(`plain ${request.url}`);
		response.end();
	});
	server.on('connect', (request, socket: Socket) => {
		asked.push(request.url ?? '');
		socket.on('error', () => undefined);
		onConnect(socket);
	});
	return {url: `http://127.0.0.1:${await portOf(t, server)}`, asked};
}

/** A catalog that speaks https as secoda.test, known to no authority. */
async function startCatalog(t: TestContext): Promise<{port: number; cert: string; requests: string[]}> {
	const {key, cert} = selfSigned('secoda.test');
	const requests: string[] = [];
	const options = {key: key.export({type: 'pkcs8', format: 'pem'}), cert};
	const server = createHttps(options, (request, response) => {
		requests.push(request.url ?? '');
		json(response, {id: 'i', name: 'Behind the proxy', type: 'custom'});
	});
	return {port: await portOf(t, server), cert, requests};
}

function bridge(port: number): (socket: Socket) => void {
	return socket => {
		const behind = connect(port, '127.0.0.1', () => {
			socket.write('HTTP/1.1 200 OK\r\n\r\n');
			behind.pipe(socket).pipe(behind);
		});
		behind.on('error', () => undefined);
	};
}

async function ask(url: string, env: NodeJS.ProcessEnv): Promise<string> {
	const args = ['--import=tsx', fileURLToPath(new URL('./ask.ts', import.meta.url)), url];
	const {NODE_EXTRA_CA_CERTS: _, ...rest} = process.env;
	const {stdout} = await promisify(execFile)(process.execPath, args, {env: {...rest, ...env}});
	return stdout.trim();
}

test('connects through HTTPS_PROXY with a certificate of NODE_EXTRA_CA_CERTS', async t => {
	const {port, cert} = await startCatalog(t);
	const proxy = await startProxy(t, bridge(port));
	const env = {HTTPS_PROXY: proxy.url, NODE_EXTRA_CA_CERTS: await temporaryFile(t, cert, 'ca.pem')};
	assert.equal(await ask('https://secoda.test', env), 'Behind the proxy');
	assert.deepEqual(proxy.asked, ['secoda.test:443']);
});

test('rejects an untrusted certificate, even with NODE_TLS_REJECT_UNAUTHORIZED=0', async t => {
	const {port, requests} = await startCatalog(t);
	const proxy = await startProxy(t, bridge(port));
	const env = {HTTPS_PROXY: proxy.url, NODE_TLS_REJECT_UNAUTHORIZED: '0'};
	assert.match(await ask('https://secoda.test', env), /^unreachable: .*not trusted/);
	assert.deepEqual(requests, []);
});

test('does not send an upload that the proxy rejects', async t => {
	const {url} = await startProxy(t, socket => void socket.end('HTTP/1.1 407 No\r\n\r\n'));
	assert.equal(
		kinds((await uploadTo(t, 'https://secoda.test', {env: {HTTPS_PROXY: url}})).answer),
		'not-sent: unreachable',
	);
});

test('times out without sending an upload if the proxy does not respond', async t => {
	const {url} = await startProxy(t, () => undefined);
	assert.equal(
		kinds((await uploadTo(t, 'https://secoda.test', {env: {HTTPS_PROXY: url}, timeoutMs: 300})).answer),
		'not-sent: timeout',
	);
});

test('does not send an HTTPS upload to a plain HTTP port', async t => {
	const port = await portOf(t, createHttp());
	assert.equal(kinds((await uploadTo(t, `https://127.0.0.1:${port}`)).answer), 'not-sent: unreachable');
});

test('never uses a proxy for this machine', async t => {
	const proxy = await startProxy(t, socket => void socket.destroy());
	const port = await portOf(
		t,
		createHttp((request, response) => void request.resume().on('end', () => json(response, {}))),
	);
	const env = {HTTPS_PROXY: proxy.url, HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1'};
	assert.equal((await uploadTo(t, `http://127.0.0.1:${port}`, {env})).answer.kind, 'taken');
	assert.match(await ask(`http://localhost:${port}`, env), /unexpected-answer/);
	assert.deepEqual(proxy.asked, []);
});

test('reads proxy variables as curl does, and never bypasses an unusable proxy silently', () => {
	assert.deepEqual(readProxy({}, 'none'), {});
	assert.deepEqual(readProxy({HTTPS_PROXY: ''}, 'native'), {});
	assert.deepEqual(readProxy({HTTPS_PROXY: 'proxy:8080', no_proxy: 'a'}, 'native'), {
		HTTPS_PROXY: 'http://proxy:8080',
		NO_PROXY: 'a',
	});
	assert.throws(() => readProxy({HTTPS_PROXY: 'socks5://proxy:1'}, 'native'), {code: 'unreachable'});
	assert.throws(
		() => readProxy({https_proxy: 'http://me:secret@proxy:1'}, 'none'),
		(error: Error) => !error.message.includes('secret'),
	);
});
