import assert from 'node:assert/strict';
import type {IncomingMessage, ServerResponse} from 'node:http';
import {describe, test} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {isCatalogError} from '../../source/catalog/error.ts';
import {json, serve} from '../support/fault-server.ts';
import {token} from './settle.ts';

/** Replies to the request with this number, from 1. */
type Reply = (number: number, response: ServerResponse, request: IncomingMessage) => void;

type Case = readonly [
	what: string,
	reply: Reply,
	/** How many columns are read, or the code of the error. */
	end: number | string,
	/** The requests that may be sent. */
	most: number,
];

const column = (name: string | number) => ({
	id: `id-${name}`,
	title: `c${name}`,
	table_title: 't',
	table_schema: 's',
	table_database: 'd',
	archived: false,
});
const columns = (page: number, size: number) => Array.from({length: size}, (_, at) => column(page * 10_000 + at));
const next = (page: number | string) => `/?page=${page}`;

/** A page that a next one follows. */
const more = (response: ServerResponse, cursor: number | string, results: readonly object[], rest: object = {}) =>
	json(response, {links: {next: next(cursor)}, count: 999_999, results, ...rest});
const last = (response: ServerResponse, results: readonly object[], rest: object = {}) =>
	json(response, {links: {next: null}, count: 999_999, results, ...rest});
const raw = (response: ServerResponse, body: string, type = 'application/json') =>
	void response.writeHead(200, {'content-type': type}).end(body);

/** A fault of the answer to one page: the page itself, or the second of a list. */
function onEachPage(what: string, fault: Reply, end: number | string, most = 1): readonly Case[] {
	const second: Reply = (number, response, request) =>
		number === 1 ? more(response, 2, columns(1, 20)) : fault(number - 1, response, request);
	return [
		[what, fault, end, most],
		[`${what}, on the second page`, second, typeof end === 'number' ? end + 20 : end, most + 1],
	];
}

const endless: readonly Case[] = [
	['the same page under ever new cursors', (n, r) => more(r, n, columns(1, 20)), 'unexpected-answer', 3],
	['one column under ever new cursors', (n, r) => more(r, n, columns(1, 1)), 'unexpected-answer', 3],
	['two pages in turn under ever new cursors', (n, r) => more(r, n, columns(n % 2, 20)), 'unexpected-answer', 4],
	['seven pages in turn under ever new cursors', (n, r) => more(r, n, columns(n % 7, 20)), 'unexpected-answer', 9],
	['two cursors in turn', (n, r) => more(r, n % 2, columns(n, 20)), 'unexpected-answer', 4],
	['three cursors in turn', (n, r) => more(r, n % 3, columns(n, 20)), 'unexpected-answer', 5],
	['a cursor that leads to itself', (n, r) => more(r, 'same', columns(n, 20)), 'unexpected-answer', 3],
	['a link without a cursor', (n, r) => json(r, {links: {next: '/'}, results: columns(n, 20)}), 'unexpected-answer', 2],
	[
		'a link with nothing but what was asked for',
		(n, r) => json(r, {links: {next: '/?integration_id=i&page_size=1000'}, results: columns(n, 20)}),
		'unexpected-answer',
		2,
	],
	['empty pages', (n, r) => more(r, n, []), 'unexpected-answer', 10],
	['empty pages after a full one', (n, r) => more(r, n, n === 1 ? columns(1, 20) : []), 'unexpected-answer', 12],
	['every second page empty', (n, r) => more(r, n, n % 2 ? columns(n, 20) : []), 'unexpected-answer', 60],
	['ever new pages', (n, r) => more(r, n, columns(n, 20)), 'unexpected-answer', 60],
	['ever new pages of one column', (n, r) => more(r, n, columns(n, 1)), 'unexpected-answer', 20],
	['ever new pages of nine columns', (n, r) => more(r, n, columns(n, 9)), 'unexpected-answer', 20],
	['ever new pages, one of them long', (n, r) => more(r, n, columns(n, n === 1 ? 1000 : 1)), 'unexpected-answer', 20],
	['ever new full pages', (n, r) => more(r, n, columns(n, 1000)), 'unexpected-answer', 12],
	['many more columns than counted', (n, r) => more(r, n, columns(n, 500), {count: 500}), 'unexpected-answer', 6],
	['columns where none were counted', (n, r) => more(r, n, columns(n, 500), {count: 0}), 'unexpected-answer', 6],
	[
		'a count that grows with every page',
		(n, r) => more(r, n, columns(n, 20), {count: n * 20 + 100}),
		'unexpected-answer',
		60,
	],
	[
		'more pages than there are in all',
		(n, r) => more(r, n, columns(n, 20), {count: 60, total_pages: 3}),
		'unexpected-answer',
		30,
	],
	[
		'next links at the top level, in a circle',
		(n, r) => json(r, {next: next(n % 2), results: columns(n, 20)}),
		'unexpected-answer',
		4,
	],
];

const links: readonly Case[] = [
	['a next link at the top level', (n, r) => json(r, {next: n === 1 ? next(2) : null, results: columns(n, 20)}), 40, 2],
	['no links at all', (n, r) => json(r, {results: columns(n, 20)}), 20, 1],
	['a link that is the word None', (n, r) => json(r, {links: {next: 'None'}, results: columns(n, 20)}), 20, 1],
	['an empty link', (n, r) => json(r, {links: {next: ''}, results: columns(n, 20)}), 20, 1],
	['links that are null', (n, r) => json(r, {links: null, results: columns(n, 20)}), 20, 1],
	['a link that is a number', (n, r) => json(r, {links: {next: 2}, results: columns(n, 20)}), 'unexpected-answer', 1],
	[
		'a link that is an object',
		(n, r) => json(r, {links: {next: {href: '/?page=2'}}, results: columns(n, 20)}),
		'unexpected-answer',
		1,
	],
	[
		'a link that is no link',
		(n, r) => json(r, {links: {next: 'http://['}, results: columns(n, 20)}),
		'unexpected-answer',
		1,
	],
	['a cursor of a megabyte', (n, r) => more(r, 'x'.repeat(1 << 20), columns(n, 20)), 'unexpected-answer', 1],
	['cursors that grow', (n, r) => more(r, 'x'.repeat(n * 200), columns(n, 20)), 'unexpected-answer', 60],
	[
		'a link to another host',
		(n, r) =>
			n === 1
				? json(r, {links: {next: 'https://elsewhere.invalid/?page=2'}, results: columns(1, 20)})
				: last(r, columns(2, 20)),
		40,
		2,
	],
];

const pages: readonly Case[] = [
	...onEachPage('a page of HTML', (_n, r) => raw(r, '<html>', 'text/html'), 'unexpected-answer'),
	...onEachPage('half a page', (_n, r) => raw(r, '{"results": [{"id"'), 'unexpected-answer'),
	...onEachPage('no page', (_n, r) => raw(r, ''), 'unexpected-answer'),
	...onEachPage('null', (_n, r) => raw(r, 'null'), 'unexpected-answer'),
	...onEachPage('a bare list', (n, r) => json(r, columns(n, 20)), 'unexpected-answer'),
	...onEachPage('results that are null', (_n, r) => last(r, [], {results: null}), 'unexpected-answer'),
	...onEachPage('results that are an object', (_n, r) => last(r, [], {results: {}}), 'unexpected-answer'),
	...onEachPage('a column that is null', (_n, r) => raw(r, '{"results": [null]}'), 'unexpected-answer'),
	...onEachPage('a column without a name', (_n, r) => last(r, [{id: 'a'}]), 'unexpected-answer'),
	...onEachPage('a hundred thousand brackets', (_n, r) => raw(r, '['.repeat(100_000)), 'unexpected-answer'),
	...onEachPage('an empty last page', (_n, r) => last(r, []), 0),
	// The first request is repeated without a sort.
	...onEachPage('400', (_n, r) => json(r, {}, 400), 'refused', 2),
	...onEachPage('401', (_n, r) => json(r, {}, 401), 'unauthorized'),
	...onEachPage('403', (_n, r) => json(r, {}, 403), 'forbidden'),
	...onEachPage('404', (_n, r) => json(r, {}, 404), 'not-found'),
	...onEachPage('500', (_n, r) => json(r, {}, 500), 'server-error'),
	...onEachPage('503 for ever', (_n, r) => json(r, {}, 503), 'server-error', 3),
	...onEachPage('a redirect', (_n, r) => void r.writeHead(302, {location: '/elsewhere'}).end(), 'redirected'),
	...onEachPage('429 for an hour', (_n, r) => void r.writeHead(429, {'retry-after': '3600'}).end(), 'rate-limited'),
	...onEachPage('a reset each time', (_n, _r, request) => void request.socket.resetAndDestroy(), 'unreachable', 3),
	...onEachPage('a closed connection', (_n, _r, request) => void request.socket.destroy(), 'unreachable', 3),
	...onEachPage(
		'a page that breaks off',
		(_n, r) => {
			r.writeHead(200, {'content-length': 1000}).write('{');
			r.destroy();
		},
		'unreachable',
		3,
	),
	...onEachPage('no answer', () => undefined, 'timeout'),
	...onEachPage(
		'an answer that stalls',
		(_n, r) => void r.writeHead(200, {'content-length': 100}).write('{'),
		'timeout',
	),
	...onEachPage('one byte after the other', (_n, r) => dribble(r), 'timeout'),
	...onEachPage('one byte after the other of a 500', (_n, r) => dribble(r, 500), 'server-error'),
	...onEachPage(
		'one header after the other',
		(_n, _r, request) => {
			request.socket.write('HTTP/1.1 200 OK\r\n');
			each(request.socket, () => request.socket.write('x: y\r\n'));
		},
		'timeout',
	),
];

/** Writes a byte of a body every 20 ms, for as long as somebody reads. */
function dribble(response: ServerResponse, status = 200): void {
	response.writeHead(status);
	each(response, () => response.write(' '));
}

function each(stream: {on(event: 'close', listener: () => void): unknown}, write: () => unknown): void {
	const timer = setInterval(write, 20);
	stream.on('close', () => clearInterval(timer));
}

/** Milliseconds that the reading of a list may take. */
const longest = 15_000;

describe('a list ends in bounded time and requests', {concurrency: true}, () => {
	for (const [what, reply, end, most] of [...endless, ...links, ...pages]) {
		test(`${what}: ${end}`, async t => {
			let requests = 0;
			const {url} = await serve(t, (request, response) => {
				// A reader that asks for so many pages never stops.
				if (++requests > most + 100) request.socket.destroy();
				else reply(requests, response, request);
			});
			const start = performance.now();
			// Only an answer that never ends has to meet its time limit in a test.
			const isEndless = what.startsWith('one byte') || end === 'timeout';
			// The status of an error must arrive before the limit, also while many tests run.
			const timeoutMs = isEndless ? (end === 'timeout' ? 1000 : 4000) : 10_000;
			const limits = {pages: 30, items: 10_000, thinPages: 15};
			const catalog = connect({address: parseAddress(url), token, timeoutMs, env: {}, limits});
			let read = 0;
			let code: string | undefined;
			try {
				for await (const page of catalog.list('columns', 'i', new AbortController().signal)) read += page.items.length;
			} catch (error) {
				assert.ok(isCatalogError(error), String(error));
				code = error.code;
			}

			assert.equal(code ?? read, end);
			assert.ok(requests <= most, `${requests} requests`);
			assert.ok(performance.now() - start < longest, `${performance.now() - start} ms`);
		});
	}
});
