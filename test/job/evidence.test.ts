import assert from 'node:assert/strict';
import {describe, type TestContext, test} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import {runJob} from '../../source/job/job.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState} from '../../source/state/state.ts';
import {bodyOf, json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

/** A column that the catalog lists: its name, `-name` when it is archived; `name/id` gives it an id of its own, `name=text` a description. */
type Row = string;

type Catalog = {
	/** The listing before the upload, reading by reading; the last one stays. */
	readonly before: ReadonlyArray<readonly Row[]>;
	/** The listing after it. */
	readonly after: ReadonlyArray<readonly Row[]>;
	/** The total that the list reports; the true one if absent. */
	readonly count?: number | ((rows: number) => number);
	/** The status of the answer to the upload. */
	readonly status?: number;
	/** A page of the list that has this status. */
	readonly fault?: {readonly page: number; readonly status: number};
	/** Rows of a page. */
	readonly pageSize?: number;
};

function column(row: Row): object {
	const [own = '', description] = row.split('=');
	const [name = '', id = name.replace('-', '')] = own.split('/');
	return {
		id,
		...(description === undefined ? {} : {description}),
		title: name.replace('-', ''),
		table_title: 'orders',
		table_schema: 'sales',
		table_database: 'DB',
		archived: name.startsWith('-'),
	};
}

/** Sends the columns `a`, `b` and `c` to such a catalog. */
async function sendTo(t: TestContext, catalog: Catalog, waitMs = 30_000): Promise<Ending> {
	const {before, after, count, status = 500, pageSize = 2, fault} = catalog;
	const readings = {before: 0, after: 0};
	let sent: 'before' | 'after' = 'before';
	let rows: readonly Row[] = [];
	const {url} = await serve(t, async (request, response) => {
		const {pathname, searchParams} = new URL(request.url ?? '', 'http://x');
		if (request.method === 'POST') {
			await bodyOf(request);
			sent = 'after';
			return json(response, {}, status);
		}

		if (!pathname.includes('columns')) return json(response, {id: 'i', name: 'Warehouse', type: 'custom'});
		const page = Number(searchParams.get('page') ?? 1);
		if (page === fault?.page) return json(response, {}, fault.status);
		const listings = sent === 'before' ? before : after;
		if (page === 1) rows = listings[Math.min(readings[sent]++, listings.length - 1)] ?? [];
		const next = page * pageSize < rows.length ? `/?page=${page + 1}` : null;
		const shown = rows.slice((page - 1) * pageSize, page * pageSize);
		const counted = typeof count === 'function' ? count(rows.length) : (count ?? rows.length);
		json(response, {links: {next}, count: counted, results: shown.map(column)});
	});
	const session = await openLines(
		t,
		['a', 'b', 'c'].map(name => recordLine({col_name: name})),
	);
	const job = runJob(
		{
			source: new BundleSource(new Bundle(session)),
			integration: 'i',
			waitMs,
			limits: {maxHidden: 100},
			decide: () => Promise.resolve({kind: 'send', approval: undefined}),
		},
		{
			catalog: connect({address: parseAddress(url), token: 't', env: {}}),
			state: await openState(await temporaryFolder(t)),
		},
		new AbortController().signal,
	);
	for await (const event of job) if (event.type === 'ended') return event.ending;
	throw new Error('no ending');
}

const uncounted = 999_999;
const file = ['a', 'b', 'c'];
const unknown = ['unknown', 6] as const;
const confirmed = ['confirmed', 0] as const;
const accepted = ['accepted', 0] as const;

const cases: ReadonlyArray<
	readonly [what: string, catalog: Catalog, end: readonly [outcome: string, exitCode: number]]
> = [
	[
		'a list without a count that lacks its tail',
		{before: [[...file, 'x', 'y']], after: [file], count: uncounted},
		unknown,
	],
	['a list without any count that lacks its tail', {before: [[...file, 'x']], after: [file], count: -1}, unknown],
	[
		'a list without a count that lacks more each time',
		{before: [[...file, 'x', 'y']], after: [[...file, 'x'], file], count: uncounted},
		unknown,
	],
	[
		'a list that lacked its tail before, without a count',
		{before: [['a', 'b'], file], after: [file], count: uncounted},
		unknown,
	],
	[
		'a list without a count that never reads the same before',
		{before: [['a', 'b'], ['b', 'c'], ['a']], after: [file], count: uncounted},
		unknown,
	],
	[
		'a column that is missing in one reading and back in the next, without a count',
		{
			before: [[...file, 'x']],
			after: [
				['a', 'b', 'x'],
				[...file, 'x'],
			],
			count: uncounted,
		},
		unknown,
	],
	[
		'a list that is shorter than its count',
		{before: [[...file, 'x', 'y']], after: [file], count: rows => (rows === 3 ? 5 : rows)},
		unknown,
	],
	[
		'pages that shift: a row comes twice and another one not at all',
		{before: [[...file, 'x']], after: [['a', 'b', 'b', 'c']]},
		unknown,
	],
	[
		'archived rows that were archived before',
		{before: [[...file, 'x', '-x/old']], after: [[...file, 'x', '-x/old']]},
		unknown,
	],
	[
		'an archived row of the same name, and a list that lacks its tail',
		{before: [[...file, '-x/old', 'x']], after: [[...file, '-x/old']], count: uncounted},
		unknown,
	],
	[
		'a column of the file that was listed as archived under another id',
		{before: [['a', 'b', '-c/old', 'c']], after: [file], count: uncounted},
		unknown,
	],
	['nothing to see at all', {before: [file], after: [file]}, unknown],
	[
		'a part of the changed descriptions, as a person can have written',
		{before: [['a=old', 'b=old', 'c']], after: [['a=The id', 'b=old', 'c']]},
		unknown,
	],
	[
		'changed descriptions, without a count',
		{before: [['a=old', 'b', 'c']], after: [['a=The id', 'b', 'c']], count: uncounted},
		unknown,
	],
	['a part of the new columns, as another upload can have added', {before: [['a']], after: [['a', 'b']]}, unknown],
	['a page that is gone, and a column of the file too', {before: [[...file, 'x']], after: [['a', 'b']]}, unknown],
	['all new columns, and one from elsewhere', {before: [['a', 'b']], after: [[...file, 'x']]}, unknown],

	['a new column, counted', {before: [['a', 'b']], after: [file]}, confirmed],
	['a new column in an empty catalog', {before: [[]], after: [file], count: uncounted}, unknown],
	[
		'a new column, without a count and twice read before',
		{before: [['a', 'b']], after: [file], count: uncounted},
		unknown,
	],
	['a page that is gone, counted', {before: [[...file, 'x']], after: [file]}, confirmed],
	[
		'all descriptions that differed, counted',
		{before: [['a=old', 'b=old', 'c']], after: [['a=The id', 'b=The id', 'c']]},
		confirmed,
	],
	[
		'a page that is archived now, without a count',
		{before: [[...file, 'x']], after: [[...file, '-x']], count: uncounted},
		unknown,
	],
	[
		'a column that was archived before, without a count',
		{before: [['a', 'b', '-c']], after: [file], count: uncounted},
		unknown,
	],
	[
		'a new column and a page that is gone, without a count',
		{before: [['a', 'b', 'x']], after: [file], count: uncounted},
		unknown,
	],

	[
		'taken: a new column, without a count and twice read before',
		{before: [['a', 'b']], after: [file], count: uncounted, status: 200},
		confirmed,
	],
	[
		'taken: a page that is gone, without a count',
		{before: [[...file, 'x']], after: [file], count: uncounted, status: 200},
		accepted,
	],
	['taken: a page that is gone, counted', {before: [[...file, 'x']], after: [file], status: 200}, confirmed],
	[
		'taken: a list that lacked its tail before',
		{before: [['a', 'b'], file], after: [file], count: uncounted, status: 200},
		accepted,
	],
];

describe('an incomplete listing is not evidence', {concurrency: true}, () => {
	for (const [what, catalog, [outcome, exitCode]] of cases) {
		test(`${what}: ${outcome}`, async t => {
			// Where nothing is to be seen the whole time is waited for; else it only bounds the test.
			const ending = await sendTo(t, catalog, outcome === 'unknown' ? 1500 : 30_000);
			assert.deepEqual([ending.outcome, ending.exitCode], [outcome, exitCode], ending.message);
		});
	}
});

test('a list that stays shorter than its count stops the upload before anything is sent', async t => {
	const ending = await sendTo(t, {before: [file], after: [file], count: 5});
	assert.deepEqual([ending.outcome, ending.exitCode, ending.sent], ['stopped', 7, null]);
});

for (const [what, fault, exitCode] of [
	['may not be read', {page: 1, status: 403}, 7],
	['fails after its first page', {page: 2, status: 500}, 7],
	['fails at once', {page: 1, status: 500}, 5],
] as const) {
	test(`a list that ${what} ends the upload with ${exitCode}, before anything is sent`, async t => {
		const ending = await sendTo(t, {before: [[...file, 'x']], after: [file], fault});
		assert.deepEqual([ending.exitCode, ending.sent], [exitCode, null], ending.message);
		assert.ok(ending.message.includes(String(fault.status)), ending.message);
	});
}

test('a list that is short for a moment is read again', async t => {
	const ending = await sendTo(t, {before: [['a'], ['a', 'b']], after: [file], count: rows => (rows === 1 ? 2 : rows)});
	assert.equal(ending.outcome, 'confirmed');
});
