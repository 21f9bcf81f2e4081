import http from 'node:http';
import net from 'node:net';
import got from 'got';
const chunk = Buffer.alloc(65536, 97);
const N = 16 * 50; // 50 MiB
async function run(name, handler, raw) {
	const server = raw ? net.createServer(raw) : http.createServer(handler);
	await new Promise(r => server.listen(0, '127.0.0.1', r));
	const url = `http://127.0.0.1:${server.address().port}/x/`;
	let complete = false, yielded = 0, finallyRan = false;
	async function* body() { try { for (let i = 0; i < N; i++) { yielded++; if (i === N - 1) complete = true; yield chunk; } } finally { finallyRan = true; } }
	const stream = got.stream(url, {method: 'POST', body: body(), headers: {'content-length': String(N * 65536), authorization: 'Bearer SECRET'}, throwHttpErrors: false, followRedirect: false, retry: {limit: 0}});
	stream.on('error', () => {});
	let up = 0; stream.on('uploadProgress', p => { up = p.transferred; });
	let ev = [];
	stream.on('request', r => { ev.push('request'); r.on('socket', s => { ev.push(`socket connecting=${s.connecting}`); s.once('connect', () => ev.push('connect')); }); });
	if (stream._request) ev.push('already');
	try {
		let size = 0;
		for await (const c of stream) size += c.length;
		console.log(name, 'OK', stream.response.statusCode, size, {complete, yielded, up}, ev);
	} catch (e) { console.log(name, 'ERR', e.name, e.code, e.message, 'status', e.response?.statusCode, {complete, yielded, up}, ev); }
	stream.destroy();
	await new Promise(r => setTimeout(r, 100));
	console.log('   finally', finallyRan, 'destroyed', stream.destroyed);
	server.closeAllConnections?.(); server.close();
}
await run('early413-close', (q, s) => { s.writeHead(413, {connection: 'close'}); s.end('too large'); });
await run('early413-destroy', (q, s) => { s.writeHead(413, {connection: 'close'}); s.end('too large', () => q.socket.destroy()); });
await run('early413-keep', (q, s) => { s.writeHead(413); s.end('too large'); });
await run('early200', (q, s) => { s.writeHead(200); s.end('{}'); });
await run('ok', (q, s) => { q.resume(); q.on('end', () => s.end('{}')); });
await run('307', (q, s) => { q.resume(); q.on('end', () => { s.writeHead(307, {location: '/y/'}); s.end(); }); });
await run('reset after body', (q, s) => { q.resume(); q.on('end', () => q.socket.destroy()); });
await run('reset midway', (q, s) => { q.once('data', () => q.socket.resetAndDestroy()); });
await run('reset at accept', undefined, s => s.resetAndDestroy());
await run('half headers', undefined, s => { s.on('error', () => {}); s.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nabc'); s.resume(); setTimeout(() => s.destroy(), 300); });
await run('garbage', undefined, s => { s.on('error', () => {}); s.resume(); s.end('hello world\r\n\r\n'); });
