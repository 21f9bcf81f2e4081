import assert from 'node:assert/strict';
import type {ServerResponse} from 'node:http';
import {describe, type TestContext, test} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState} from '../../source/state/state.ts';
import {answerReads, bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

/** Replies to a read of the catalog after the upload; the number of the read counts from 1. */
type Answer = (response: ServerResponse, number: number) => void;

type Watched = {
	readonly ending: Ending;
	readonly events: readonly JobEvent[];
	/** Milliseconds from the answer to the end. */
	readonly took: number;
	/** Reads after the upload. */
	readonly reads: number;
};

const shortWaitMs = 900;
/** Longer than any test takes. */
const longWaitMs = 60_000;

type WatchCase = {readonly status?: number; readonly waitMs?: number; readonly signal?: AbortSignal};

/** Uploads a file, and watches a catalog that answers like that from then on. */
async function watchOf(
	t: TestContext,
	answer: Answer,
	{status = 200, waitMs = shortWaitMs, signal = new AbortController().signal}: WatchCase = {},
): Promise<Watched> {
	let reads = 0;
	let sent = false;
	const {url} = await serve(t, async (request, response) => {
		if (request.method === 'POST') {
			await bodyOf(request);
			sent = true;
			return json(response, {}, status);
		}

		if (sent) answer(response, ++reads);
		else answerReads(request, response);
	});
	const session = await openLines(t, [recordLine()]);
	const catalog = connect({address: parseAddress(url), token: 't', timeoutMs: 30_000, env: {}});
	const job = runJob(
		{
			source: new BundleSource(new Bundle(session)),
			integration: 'i',
			waitMs,
			decide: () => Promise.resolve({kind: 'send', approval: undefined}),
		},
		{catalog, state: await openState(await temporaryFolder(t))},
		signal,
	);
	const events: JobEvent[] = [];
	let answeredAt = 0;
	for await (const event of job) {
		events.push(event);
		if (event.type === 'answered') answeredAt = performance.now();
		if (event.type === 'ended') return {ending: event.ending, events, took: performance.now() - answeredAt, reads};
	}

	throw new Error('no ending');
}

const column = (id: number | string) => ({
	id: `c${id}`,
	title: `c${id}`,
	table_title: 't',
	table_schema: 's',
	table_database: 'd',
});

function dribble(response: ServerResponse): void {
	response.writeHead(200);
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
}

const faults: ReadonlyArray<readonly [what: string, answer: Answer]> = [
	['no answer', () => undefined],
	['an answer that stalls', response => void response.writeHead(200, {'content-length': 100}).write('{')],
	['one byte after the other', dribble],
	['a connection that breaks', response => void response.destroy()],
	['500', response => json(response, {}, 500)],
	['503', response => json(response, {}, 503)],
	['401', response => json(response, {}, 401)],
	['429 for a while', response => void response.writeHead(429, {'retry-after': '5'}).end()],
	['429 for an hour', response => void response.writeHead(429, {'retry-after': '3600'}).end()],
	['HTML', response => void response.writeHead(200, {'content-type': 'text/html'}).end('<html>')],
	['columns of another shape', response => json(response, {links: {next: null}, results: [{id: 'x'}]})],
	['empty pages for ever', (response, number) => json(response, {links: {next: `/?page=${number}`}, results: []})],
	[
		'new pages for ever',
		(response, number) => json(response, {links: {next: `/?page=${number}`}, results: [column(number)]}),
	],
	[
		'full new pages for ever',
		(response, number) =>
			json(response, {
				links: {next: `/?page=${number}`},
				results: Array.from({length: 500}, (_, at) => column(number * 1000 + at)),
			}),
	],
	[
		'a page that another one never follows',
		(response, number) => number === 1 && json(response, {links: {next: '/?page=2'}, results: [column(1)]}),
	],
];

describe('one deadline ends the watch, whatever the catalog does', {concurrency: true}, () => {
	for (const [what, answer] of faults) {
		test(what, async t => {
			const {ending, events, took, reads} = await watchOf(t, answer);
			assert.deepEqual([ending.outcome, ending.exitCode, ending.sync], ['unseen', 9, null]);
			assert.ok(took < shortWaitMs + 5000, `${took} ms`);
			assert.ok(reads < 600, `${reads} requests`);
			assert.deepEqual(
				events.filter(({type}) => type === 'syncing'),
				[],
				'nothing is counted before a reading',
			);
		});

		test(`${what}, and it is not known whether the file was taken`, async t => {
			const {ending, took} = await watchOf(t, answer, {status: 500});
			assert.deepEqual([ending.outcome, ending.exitCode, ending.sync], ['unknown', 6, null]);
			assert.ok(took < shortWaitMs + 5000, `${took} ms`);
		});
	}
});

test('readings that fail in a row are counted, and one that succeeds starts the count again', async t => {
	const abort = new AbortController();
	const {events} = await watchOf(
		t,
		(response, number) => {
			if (number === 5) abort.abort();
			else if (number === 3) json(response, {links: {next: null}, count: 0, results: []});
			else json(response, {}, 500);
		},
		{waitMs: longWaitMs, signal: abort.signal},
	);
	const seen = events.flatMap(
		(event): ReadonlyArray<number | string> =>
			event.type === 'read-failed' ? [event.failure.times] : event.type === 'syncing' ? ['read'] : [],
	);
	assert.deepEqual(seen, [1, 2, 'read', 1]);
});

test('what was seen before the catalog went away is in the ending, with the reason', async t => {
	const abort = new AbortController();
	const {ending} = await watchOf(
		t,
		(response, number) => {
			if (number === 3) abort.abort();
			else if (number === 1) json(response, {links: {next: null}, count: 0, results: []});
			else json(response, {}, 500);
		},
		{waitMs: longWaitMs, signal: abort.signal},
	);
	assert.deepEqual([ending.outcome, ending.sync?.found, ending.sync?.expected], ['unseen', 0, 2]);
	assert.match(ending.message, /500/);
});

test('stopping ends a read that stalls at once', async t => {
	const abort = new AbortController();
	const {ending, took} = await watchOf(t, () => abort.abort(), {waitMs: longWaitMs, signal: abort.signal});
	assert.equal(ending.outcome, 'unseen');
	assert.ok(took < 30_000, `${took} ms`);
});
