import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {inspect} from 'node:util';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {excerpt} from '../../source/catalog/excerpt.ts';
import {type Handler, json, serve} from '../support/fault-server.ts';
import {token} from './settle.ts';

const {signal} = new AbortController();
const column = {id: 'c', title: 'c', table_title: 't', table_schema: 's', table_database: null, archived: false};

async function catalogOf(t: TestContext, handler: Handler, timeoutMs = 30_000) {
	return connect({address: parseAddress((await serve(t, handler)).url), token, timeoutMs, env: {}});
}

async function columnsOf(t: TestContext, handler: Handler): Promise<number> {
	let count = 0;
	for await (const {items} of (await catalogOf(t, handler)).list('columns', 'mine', signal)) count += items.length;
	return count;
}

test('ends a stalled response at the time limit', async t => {
	const stall: Handler = (_request, response) => void response.writeHead(200, {'content-length': '100'}).write('{');
	await assert.rejects((await catalogOf(t, stall, 300)).integration('i', signal), {code: 'timeout'});
});

test('truncates an endless response', async t => {
	const catalog = await catalogOf(t, (_request, response) => {
		const piece = Buffer.alloc(1 << 20, ' ');
		const more = () => {
			while (!response.destroyed && response.write(piece));
		};
		response.writeHead(200).on('drain', more);
		more();
	});
	await assert.rejects(catalog.integration('i', signal), {code: 'unexpected-answer'});
});

test('retries a read after a reset and a 503', async t => {
	let times = 0;
	const catalog = await catalogOf(t, (request, response) => {
		times++;
		if (times === 1) request.socket.resetAndDestroy();
		else if (times === 2) json(response, {}, 503);
		else json(response, {id: 'i', name: null, type: 'custom', updated_at: '2026-01-01T00:00:00Z'});
	});
	assert.deepEqual(await catalog.integration('i', signal), {
		id: 'i',
		name: 'Untitled',
		type: 'custom',
		updatedAt: '2026-01-01T00:00:00Z',
		lastRun: undefined,
	});
});

test('reports a long Retry-After of a read at once', async t => {
	const catalog = await catalogOf(t, (_request, response) => {
		response.writeHead(429, {'retry-after': '60'}).end();
	});
	await assert.rejects(catalog.integration('i', signal), {code: 'rate-limited'});
});

for (const status of [301, 302, 307]) {
	test(`reports the target of a ${status} without query and token, and does not follow it`, async t => {
		let times = 0;
		const catalog = await catalogOf(t, (_request, response) => {
			times++;
			response.writeHead(status, {location: `/elsewhere/${token}/\u0085?session=secret`}).end();
		});
		await assert.rejects(catalog.integration('i', signal), (error: Error) => {
			assert.match(error.message, /redirects to \/elsewhere\/\[hidden\]/);
			assert.doesNotMatch(inspect(error, {depth: null, showHidden: true}), /secret|canary|\u0085/);
			return true;
		});
		assert.equal(times, 1);
	});
}

test('reports a cycle of pages', async t => {
	const circle = columnsOf(t, (request, response) => {
		const page = new URL(request.url ?? '', 'http://x').searchParams.get('page');
		json(response, {links: {next: `/?page=${page === '2' ? 3 : 2}`}, results: [column]});
	});
	await assert.rejects(circle, {code: 'unexpected-answer'});
});

test('rejects a next link that is not a URL', async t => {
	const lost = columnsOf(t, (_request, response) => json(response, {links: {next: 'http://['}, results: [column]}));
	await assert.rejects(lost, {code: 'unexpected-answer'});
});

test('ignores the path and filter of a next link', async t => {
	const seen: string[] = [];
	await columnsOf(t, (request, response) => {
		const url = new URL(request.url ?? '', 'http://x');
		seen.push(`${url.pathname} ${url.searchParams.get('integration_id')}`);
		const next = url.searchParams.has('page') ? 'None' : 'https://elsewhere.invalid/all/?page=2&integration_id=other';
		json(response, {links: {next}, count: 2, results: [column]});
	});
	assert.deepEqual(seen, ['/api/v1/table/columns/ mine', '/api/v1/table/columns/ mine']);
});

for (const [count, expected] of [
	[7, 7],
	[999_999, undefined],
	[null, undefined],
	[-1, undefined],
] as const) {
	test(`a count of ${count} is ${expected ?? 'not known'}`, async t => {
		const catalog = await catalogOf(t, (_request, response) => json(response, {links: {}, count, results: []}));
		for await (const page of catalog.list('columns', 'i', signal)) assert.equal(page.expected, expected);
	});
}

test('rejects columns with unknown field names', async t => {
	const nameless = columnsOf(t, (_request, response) =>
		json(response, {links: {next: null}, results: [{id: 'c', name: 'c', table: 't'}]}),
	);
	await assert.rejects(nameless, {code: 'unexpected-answer'});
});

for (const bad of ['', 'two\nlines', 'naïve', 'a b']) {
	test(`${JSON.stringify(bad)} is rejected as a token and not echoed`, () => {
		const address = parseAddress('http://127.0.0.1:1');
		assert.throws(
			() => connect({address, token: bad}),
			(error: Error) =>
				'code' in error && error.code === 'unauthorized' && (bad === '' || !error.message.includes(bad)),
		);
	});
}

const said: ReadonlyArray<readonly [what: string, text: string, extent: 'whole' | 'cut', shown: string]> = [
	['the token as it is', `no ${token}.`, 'whole', 'no [hidden].'],
	['the token as JSON may write it', 'canary\\/token+that-must-not-show', 'whole', '[hidden]'],
	['the token as a URL writes it', encodeURIComponent(token), 'whole', '[hidden]'],
	['a token of somebody else', 'Authorization: Bearer abc.def', 'whole', 'Authorization: Bearer [hidden]'],
	['half a token at a cut', `ok ${token.slice(0, 20)}`, 'cut', ''],
	['control characters', 'a\u001B[2J\nb', 'whole', 'a␛[2J⏎b'],
	['something long', 'x'.repeat(1000), 'whole', `${'x'.repeat(199)}…`],
];
for (const [what, text, extent, shown] of said) {
	test(`what a server says is shown clean: ${what}`, () => {
		assert.equal(excerpt(text, token, extent), shown);
	});
}
