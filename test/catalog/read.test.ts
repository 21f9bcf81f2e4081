import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import test from 'node:test';
import {inspect} from 'node:util';
import {parseAddress} from '../../source/catalog/address.ts';
import {type Catalog, connect} from '../../source/catalog/client.ts';
import {retryDelay} from '../../source/catalog/retry-delay.ts';
import {type Handler, json, serve} from '../support/fault-server.ts';

const {signal} = new AbortController();
const token = 'canary-token-that-must-not-show';

async function catalogOf(t: TestContext, handler: Handler): Promise<Catalog> {
	return connect({address: parseAddress((await serve(t, handler)).url), token, timeoutMs: 2000});
}

function column(title: string): object {
	return {id: `id-${title}`, title, table_title: 't', table_schema: 's', table_database: 'd', archived: false};
}

async function titles(catalog: Catalog): Promise<string[]> {
	const found: string[] = [];
	for await (const {items} of catalog.list('columns', 'i', signal)) found.push(...items.map(({title}) => title));
	return found;
}

for (const missing of [null, 'None']) {
	test(`a list is followed to its last page, where the link is ${missing}`, async t => {
		const catalog = await catalogOf(t, (request, response) => {
			const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1);
			const next =
				page < 3 ? `https://elsewhere.invalid/api/v1/table/columns/?integration_id=i&page=${page + 1}` : missing;
			json(response, {links: {next}, count: 999_999, results: [column(`c${page}`)]});
		});
		assert.deepEqual(await titles(catalog), ['c1', 'c2', 'c3']);
	});
}

test('reports a list that links to itself', async t => {
	const catalog = await catalogOf(t, (_request, response) =>
		json(response, {links: {next: '/?page=2'}, results: [column('c')]}),
	);
	await assert.rejects(titles(catalog), {code: 'unexpected-answer'});
});

const faults: ReadonlyArray<readonly [what: string, handler: Handler, kind: string]> = [
	[
		'a redirect',
		(_request, response) => void response.writeHead(302, {location: 'https://login.invalid/'}).end(),
		'redirected',
	],
	[
		'a page of HTML',
		(_request, response) => void response.writeHead(200, {'content-type': 'text/html'}).end('<html>'),
		'unexpected-answer',
	],
	['JSON of another shape', (_request, response) => json(response, ['x']), 'unexpected-answer'],
	['401', (_request, response) => json(response, {}, 401), 'unauthorized'],
	['403', (_request, response) => json(response, {}, 403), 'forbidden'],
	['404', (_request, response) => json(response, {}, 404), 'not-found'],
	['500', (_request, response) => json(response, {detail: token}, 500), 'server-error'],
	['an answer that never comes', () => undefined, 'timeout'],
];
for (const [what, handler, kind] of faults) {
	test(`reports ${what} to a read as ${kind}, without the token`, async t => {
		const catalog = await catalogOf(t, handler);
		await assert.rejects(catalog.integration('i', signal), (error: Error) => {
			assert.equal('code' in error && error.code, kind);
			assert.ok(!inspect(error, {depth: null, showHidden: true}).includes(token));
			return true;
		});
	});
}

test('reports a server that is down as unreachable', async () => {
	const catalog = connect({address: parseAddress('http://127.0.0.1:1'), token});
	await assert.rejects(catalog.integration('i', signal), {code: 'unreachable'});
});

const delays: ReadonlyArray<readonly [attempt: number, header: string | undefined, seconds: number]> = [
	[1, undefined, 1],
	[3, undefined, 4],
	[1, '7', 7],
	[1, '0', 1],
	[1, '86400', 120],
	[1, new Date(5000).toUTCString(), 5],
	[1, new Date(-5000).toUTCString(), 1],
	[2, 'soon', 2],
];
for (const [attempt, header, seconds] of delays) {
	test(`try ${attempt} with Retry-After ${header} waits ${seconds} s`, () => {
		assert.equal(retryDelay(attempt, header, 0), seconds);
	});
}
