import assert from 'node:assert/strict';
import {readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {SnapshotSource} from '../../source/plan/snapshot.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {createStoredSource} from '../../source/snapshot/stored-source.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {beginning} from '../support/history.ts';
import {openLines, recordLine} from '../support/session.ts';

/** A sandbox and a history, with what uploads to both. */
async function setting(t: TestContext) {
	const sandbox = await start(t, {switches: {syncMs: 0}});
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
	const upload = async (source: SnapshotSource): Promise<{readonly ending: Ending; readonly events: JobEvent[]}> => {
		const events: JobEvent[] = [];
		const job = runJob(
			{
				source,
				integration: sandbox.integration,
				waitMs: 10_000,
				decide: () => Promise.resolve({kind: 'send', approval: undefined}),
			},
			{catalog, state},
			new AbortController().signal,
		);
		for await (const event of job) {
			events.push(event);
			if (event.type === 'ended') return {ending: event.ending, events};
		}

		throw new Error('no ending');
	};
	return {sandbox, state, upload, snapshots: join(folder, 'snapshots')};
}

const sourceOf = async (t: TestContext, ...lines: readonly string[]) =>
	new BundleSource(new Bundle(await openLines(t, lines)));

test('an earlier snapshot is planned and sent again, byte for byte', async t => {
	const {sandbox, state, upload} = await setting(t);
	await upload(await sourceOf(t, recordLine()));
	await upload(await sourceOf(t, recordLine(), recordLine({col_name: 'b'})));
	const first = state.history.entry(1);
	const stored = createStoredSource(first ?? beginning());
	assert.ok(stored !== undefined);
	const {ending, events} = await upload(stored);
	assert.deepEqual([ending.outcome, ending.sent?.sha256], ['confirmed', first?.sha256]);
	const plans = events.flatMap(event => (event.type === 'planned' ? [event.preview.plan] : []));
	assert.deepEqual(
		plans.map(({created, hidden}) => [created['columns'], hidden['columns']]),
		[[0, 1]],
	);
	const [one, , third] = sandbox.uploads.map(({name, sha256}) => [name, sha256]);
	assert.deepEqual(third, one);
	const {parts, source, counts} = state.history.entry(3) ?? {};
	assert.deepEqual({parts, source, counts}, {parts: first?.parts, source: first?.source, counts: first?.counts});
});

test('a snapshot that is not kept any more ends before anything is sent', async t => {
	const {sandbox, state, upload, snapshots} = await setting(t);
	await upload(await sourceOf(t, recordLine()));
	const stored = createStoredSource(state.history.entry(1) ?? beginning());
	assert.ok(stored !== undefined);
	await rm(snapshots, {recursive: true});
	const {ending} = await upload(stored);
	assert.deepEqual(
		[ending.outcome, ending.code, ending.sent, sandbox.uploads.length],
		['failed', 'not-readable', null, 1],
	);
});

test('a snapshot of which one of two parts is gone is not read without it, and the other one is not in use', async t => {
	const {state, upload, snapshots} = await setting(t);
	await upload(await sourceOf(t, recordLine()));
	const {parts = []} = state.history.entry(1) ?? {};
	const both = beginning({parts: parts.flatMap(part => [part, {...part, sha256: 'f'.repeat(64)}])});
	await assert.rejects(
		async () => createStoredSource(both)?.take(state.snapshots, new AbortController().signal, () => undefined),
		{code: 'not-readable'},
	);
	// What was refused is not needed any more: only its use would keep it.
	state.history.finish(1, {outcome: 'refused', message: ''});
	state.snapshots.prune({count: 0, bytes: 0});
	assert.deepEqual(await readdir(snapshots), []);
});

test('refuses to send a snapshot of an unknown file kind', () => {
	const {parts} = beginning();
	assert.equal(
		createStoredSource(beginning({parts: parts.map(part => ({...part, kind: 'of a later version'}))})),
		undefined,
	);
});
