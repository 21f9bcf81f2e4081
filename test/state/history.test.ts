import assert from 'node:assert/strict';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {loadSqlite} from '../../source/sqlite/load.ts';
import {partsMigration} from '../../source/state/history-tables.ts';
import {openState, type State} from '../../source/state/state.ts';
import {temporaryFolder} from '../support/folder.ts';
import {addSent, beginning} from '../support/history.ts';
import {openOldState} from '../support/old-state.ts';

async function stateIn(t: TestContext): Promise<State> {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	return state;
}

const watch = {address: 'http://a/', baseline: new Uint8Array([1])};

test('an upload is recorded from its snapshot to its end, and the outcome is true at each step', async t => {
	const {history, beginSending, watches} = await stateIn(t);
	const at = new Date('2026-03-01T10:00:00.000Z');
	const id = history.begin(beginning({integrationName: 'Warehouse', address: 'https://h/api/v1/'}), at);
	const begun = history.entry(id);
	assert.deepEqual([begun?.outcome, begun?.isSent, begun?.isRunning], ['failed', false, true]);
	assert.match(begun?.message ?? '', /before anything was sent/);
	const plan = {version: 1, counts: {hidden: {tables: 2}}, of: 'a later version'};
	history.plan(id, {planId: 'p-1', baseline: {from: 'catalog', counts: {tables: 2}}, plan});
	beginSending(id, 'p-1', watch);
	const sent = history.entry(id);
	assert.deepEqual([sent?.outcome, sent?.isSent, sent?.isRunning, sent?.endedAt], ['unknown', true, true, undefined]);
	assert.ok(watches.has(id));
	const sync = {version: 1, found: 2};
	history.finish(id, {outcome: 'confirmed', message: 'All.', sync, link: 'http://a/syncs'});
	const {endedAt, ...ended} = history.entry(id) ?? {};
	assert.ok(Date.parse(endedAt ?? '') > at.getTime());
	assert.deepEqual(ended, {
		...beginning({rollbackOf: undefined, integrationName: 'Warehouse', address: 'https://h/api/v1/'}),
		id,
		at: at.toISOString(),
		planId: 'p-1',
		approval: 'p-1',
		baseline: {from: 'catalog', counts: {tables: 2}},
		plan,
		isSent: true,
		isRunning: false,
		outcome: 'confirmed',
		message: 'All.',
		code: undefined,
		sync,
		link: 'http://a/syncs',
	});
});

test('an upload that ended before its snapshot has no totals and no parts', async t => {
	const {history} = await stateIn(t);
	const {kind, records, bytes, sha256, parts, counts, ...start} = beginning();
	const end = {outcome: 'failed', message: 'The file has 1 error.', code: 'file-has-errors'};
	const id = history.addEnded({...start, host: undefined, integration: undefined}, end, new Date());
	const entry = history.entry(id);
	assert.deepEqual(
		[entry?.code, entry?.host, entry?.records, entry?.sha256, entry?.parts, entry?.isSent, entry?.isRunning],
		['file-has-errors', undefined, undefined, undefined, [], false, false],
	);
});

test('uploads that were not sent count neither as sent nor as accepted', async t => {
	const state = await stateIn(t);
	const {history} = state;
	const place = {host: 'h', integration: 'i'};
	addSent(state, beginning({sha256: 'zero'}));
	const last = addSent(state, beginning({sha256: 'one'}));
	for (const outcome of ['stopped', 'cancelled', 'failed'])
		history.finish(history.begin(beginning({sha256: outcome})), {outcome, message: ''});
	history.begin(beginning({sha256: 'killed'}));
	assert.equal(history.lastSent()?.id, last);
	assert.equal(history.lastSent(place)?.id, last);
	assert.equal(history.lastSent({...place, integration: 'other'}), undefined);
	assert.equal(history.lastAcceptedBy(place)?.id, last);
	assert.deepEqual(history.lastAccepted(), new Set(['zero', 'one']));
	assert.ok(history.has('one'));
	for (const sha256 of ['stopped', 'cancelled', 'failed', 'killed']) assert.ok(!history.has(sha256), sha256);
	assert.equal(history.list(9).length, 6);
});

test('the uploads that an integration accepted are listed newest first; a rollback knows its upload', async t => {
	const state = await stateIn(t);
	const {history} = state;
	const place = {host: 'h', integration: 'i'};
	const first = addSent(state, beginning({sha256: 'one'}));
	addSent(state, beginning({sha256: 'two', integration: 'other'}));
	addSent(state, beginning({sha256: 'three'}), 'refused');
	history.finish(history.begin(beginning({sha256: 'four'})), {outcome: 'stopped', message: ''});
	const unknown = addSent(state, beginning({sha256: 'five'}), 'unknown');
	const rollback = addSent(state, beginning({sha256: 'one', rollbackOf: first}), 'unseen');
	assert.deepEqual(
		history.acceptedBy(place).map(({id, rollbackOf}) => [id, rollbackOf]),
		[
			[rollback, first],
			[unknown, undefined],
			[first, undefined],
		],
	);
});

test('uploads of both earlier versions keep their data and parts, and count as sent', async t => {
	const folder = await temporaryFolder(t);
	const old = await openOldState(folder);
	const upload = {host: 'h', integration: 'i', records: 3, bytes: 5, sha256: 'abc'};
	old.add({...upload, source: '/w/a.csv', outcome: 'confirmed'});
	old.close();
	const {DatabaseSync} = await loadSqlite();
	const database = new DatabaseSync(join(folder, 'state.db'));
	database.exec(`${partsMigration}
		INSERT INTO uploads (at, host, integration, source, records, bytes, sha256, outcome, message, kind, plan, approval, baseline, counts)
			VALUES ('2026-02-02T03:04:05.678Z', 'h', 'i', 'r.jsonl', 4, 6, 'both', 'unseen', 'Sent.', 'resources', 'p-1', 'p-1',
				'{"from":"catalog","counts":{"tables":1}}', '{"tables":2}');
		INSERT INTO upload_parts VALUES (2, 0, 'resources', 'resources_file', 'r.jsonl', 'x/y', 3, 4, 'r');
		INSERT INTO upload_parts VALUES (2, 1, 'lineage', 'lineages_file', 'l.jsonl', 'x/y', 1, 2, 'l');
		INSERT INTO watches VALUES (2, 'http://a/', x'01');
		PRAGMA user_version = 6;`);
	database.close();
	const state = await openState(folder);
	t.after(() => state.close());
	const {history} = state;
	const [second, first] = history.list(9);
	const unknown = {
		profile: undefined,
		files: undefined,
		version: undefined,
		rollbackOf: undefined,
		address: undefined,
		integrationName: undefined,
		plan: undefined,
		code: undefined,
	};
	const end = {sync: undefined, link: undefined, endedAt: undefined, isSent: true, isRunning: false};
	const part = {kind: 'warehouse', part: 'file', name: 'a.csv', contentType: 'text/csv'};
	const {host, integration, ...totals} = upload;
	assert.deepEqual(first, {
		id: 1,
		at: '2026-01-02T03:04:05.678Z',
		...upload,
		source: '/w/a.csv',
		kind: 'warehouse',
		parts: [{...part, ...totals}],
		counts: undefined,
		planId: undefined,
		approval: undefined,
		baseline: undefined,
		outcome: 'confirmed',
		message: 'An old message.',
		...unknown,
		...end,
	});
	assert.deepEqual(second, {
		id: 2,
		at: '2026-02-02T03:04:05.678Z',
		host,
		integration,
		source: 'r.jsonl',
		kind: 'resources',
		records: 4,
		bytes: 6,
		sha256: 'both',
		parts: [
			{
				kind: 'resources',
				part: 'resources_file',
				name: 'r.jsonl',
				contentType: 'x/y',
				records: 3,
				bytes: 4,
				sha256: 'r',
			},
			{kind: 'lineage', part: 'lineages_file', name: 'l.jsonl', contentType: 'x/y', records: 1, bytes: 2, sha256: 'l'},
		],
		counts: {tables: 2},
		planId: 'p-1',
		approval: 'p-1',
		baseline: {from: 'catalog', counts: {tables: 1}},
		outcome: 'unseen',
		message: 'Sent.',
		...unknown,
		...end,
	});
	assert.ok(state.watches.has(2));
	assert.deepEqual(history.lastAccepted(), new Set(['abc', 'both', 'r', 'l']));
	for (const hash of ['abc', 'both', 'r', 'l']) assert.ok(history.has(hash), hash);
	assert.equal(history.begin(beginning()), 3);
});
