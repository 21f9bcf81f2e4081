import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../source/catalog/address.ts';
import {connect} from '../source/catalog/client.ts';
import type {JobEvent} from '../source/job/events.ts';
import {runJob} from '../source/job/job.ts';
import {fileKinds} from '../source/kinds/index.ts';
import {reportedPreview} from '../source/report/plan/reported-plan.ts';
import {planText} from '../source/report/plan/text.ts';
import {Bundle} from '../source/session/bundle.ts';
import {BundleSource} from '../source/session/bundle-source.ts';
import {parseFilter} from '../source/session/rows/filter-language.ts';
import {filterNames} from '../source/session/rows/filter-names.ts';
import {allRows} from '../source/session/rows/row-list.ts';
import {scanRows} from '../source/session/rows/scan.ts';
import {Session} from '../source/session/session.ts';
import {openState} from '../source/state/state.ts';
import {start} from './sandbox/client.ts';
import {temporaryFile, temporaryFolder} from './support/folder.ts';
import {notes} from './support/notes/notes.ts';
import {ReviewDesk} from './support/review-desk.ts';
import {listed} from './support/session.ts';

/*
A second kind in a second format, which only tests know. It proves that kind and format are two axes: all that is done with
a file is done with this one, without a change outside of test/support/notes/.
*/

const {signal} = new AbortController();

const text = [
	'DB.sales.orders.id | int | The key',
	'DB.sales.orders.total | NUMERIC | ',
	'orders.day | date | ',
	'',
].join('\n');

async function openNotes(t: TestContext, content = text): Promise<Session> {
	const path = await temporaryFile(t, content, 'columns.notes');
	const session = await Session.open(path, signal, {kinds: [notes, ...fileKinds]});
	t.after(() => session.close());
	return session;
}

test('a file is recognized as the kind that it is of, whatever other kinds there are', async t => {
	assert.equal((await openNotes(t)).kind, notes);
	const csv = await openNotes(t, 'col_name,database,schema,name\nid,DB,sales,orders\n');
	assert.equal(csv.kind.name, 'warehouse');
});

test('its rows are checked from the first line on, as its kind wants them', async t => {
	const session = await openNotes(t);
	assert.deepEqual(listed(session), ['2 type upper-type', '3 path path']);
	assert.deepEqual([session.recordCount, session.problemCount('error'), session.isValid], [3, 1, false]);
});

test('it is fixed, edited, undone and saved byte-true', async t => {
	const session = await openNotes(t);
	assert.equal(session.fixAll('safe')?.changes.length, 1);
	session.setCell(3, 0, 'DB.sales.orders.id');
	assert.deepEqual(listed(session), ['3 path duplicate-path']);
	session.undo();
	session.setCell(3, 0, 'DB.sales.orders.day');
	assert.deepEqual(listed(session), []);
	await session.save({kind: 'in-place'}, signal);
	assert.equal(
		await readFile(session.path, 'utf8'),
		text.replace('NUMERIC', 'numeric').replace('orders.day', 'DB.sales.orders.day'),
	);
});

test('its rows are found by the names of its fields', async t => {
	const session = await openNotes(t);
	const rowsOf = async (filter: string) => {
		const read = parseFilter(filter, filterNames(session));
		if (read.kind === 'fault') return read.fault.kind;
		const list = allRows(session.records);
		const rows: number[] = [];
		const range = {from: 0, to: list.length, order: 'forward'} as const;
		for await (const found of scanRows(session, read.filter, list, range, signal)) rows.push(...found.rows);
		return rows;
	};
	assert.deepEqual(await rowsOf('sales'), [1, 2]);
	assert.deepEqual(await rowsOf('type=date'), [3]);
	assert.deepEqual(await rowsOf('problem=path'), [3]);
	assert.deepEqual(await rowsOf('col_name=id'), 'unknown-field');
});

test('what needs a header is refused in a format without one', async t => {
	const path = await temporaryFile(t, text);
	const set = {kinds: [notes], constants: [{field: 'note', value: 'x'}]};
	const session = await Session.open(path, signal, set);
	t.after(() => session.close());
	assert.deepEqual(session.cells(1), ['DB.sales.orders.id', 'int', 'x']);
	const reading = {
		kinds: [notes],
		constants: [
			{field: 'note', value: 'x'},
			{field: 'owner', value: 'y'},
		],
	};
	await assert.rejects(Session.open(path, signal, reading), {code: 'wrong-usage'});
});

test('it is reviewed on the screen, from its first row to its errors', async t => {
	const desk = new ReviewDesk(await openNotes(t));
	assert.deepEqual(desk.state.cursor, {row: 1, column: 0});
	desk.press('tab');
	assert.deepEqual(desk.state.cursor, {row: 2, column: 1});
	desk.press('f', 'tab');
	assert.deepEqual(desk.state.cursor, {row: 3, column: 0});
	desk.press('enter', 'home').type('DB.sales.').press('enter');
	assert.equal(desk.session.isValid, true);
	desk.press('p');
	assert.deepEqual(desk.asked, ['upload']);
});

test('it is planned, sent as what Secoda takes, and confirmed', async t => {
	const session = await openNotes(t, text.replace('orders.day', 'DB.sales.orders.day'));
	const sandbox = await start(t);
	const events: JobEvent[] = [];
	let lines: readonly string[] = [];
	const job = runJob(
		{
			source: new BundleSource(new Bundle(session)),
			integration: sandbox.integration,
			waitMs: 10_000,
			async decide(preview) {
				lines = planText(reportedPreview(preview), 50);
				return {kind: 'send', approval: undefined};
			},
		},
		{
			catalog: connect({address: parseAddress(sandbox.url), token: sandbox.token}),
			state: await openState(await temporaryFolder(t)),
		},
		signal,
	);
	for await (const event of job) events.push(event);
	const [preview] = events.flatMap(event => (event.type === 'planned' ? [event.preview] : []));
	assert.ok(preview !== undefined);
	assert.deepEqual(
		[preview.plan.created, preview.plan.hidden],
		[
			{tables: 1, columns: 3},
			{tables: 0, columns: 0},
		],
	);
	assert.match(lines.join('\n'), /new pages: +1 table, 3 columns/);
	const [ending] = events.flatMap(event => (event.type === 'ended' ? [event.ending] : []));
	assert.deepEqual([ending?.outcome, ending?.exitCode], ['confirmed', 0]);
	assert.equal(sandbox.uploads.length, 1);
});
