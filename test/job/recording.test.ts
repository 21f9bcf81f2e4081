import assert from 'node:assert/strict';
import {resolve} from 'node:path';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {Decision, JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState, type State} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

type Run = {
	readonly lines: readonly string[];
	readonly token?: string;
	readonly signal?: AbortSignal;
	decide?(): Promise<Decision> | Decision;
	onEvent?(event: JobEvent): unknown;
};

type Desk = {
	readonly sandbox: Sandbox;
	readonly state: State;
	upload(run: Run): Promise<Ending>;
};

async function desk(t: TestContext): Promise<Desk> {
	const sandbox = await start(t);
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	return {
		sandbox,
		state,
		async upload({lines, token = sandbox.token, signal, decide, onEvent}) {
			const catalog = connect({address: parseAddress(sandbox.url), token});
			const source = new BundleSource(new Bundle(await openLines(t, lines)));
			const job = runJob(
				{
					source,
					integration: sandbox.integration,
					profile: 'nightly',
					waitMs: 10_000,
					decide: async () => decide?.() ?? {kind: 'send', approval: undefined},
				},
				{catalog, state},
				signal ?? new AbortController().signal,
			);
			for await (const event of job) {
				onEvent?.(event);
				if (event.type === 'ended') return event.ending;
			}

			throw new Error('no ending');
		},
	};
}

const rows = (number: number) => Array.from({length: number}, (_, at) => recordLine({col_name: `c${at}`}));

test('every upload is in the history with its plan, outcome and sync, also those that were not sent', async t => {
	const {state, sandbox, upload} = await desk(t);
	const endings = [
		await upload({lines: rows(20)}),
		await upload({lines: rows(2)}),
		await upload({lines: rows(21), decide: () => ({kind: 'stop'})}),
		await upload({lines: ['short']}),
		await upload({lines: rows(20), token: 'another'}),
	];
	const entries = state.history.list(9).reverse();
	assert.deepEqual(
		entries.map(({id, outcome, code, isSent}) => [id, outcome, code, isSent]),
		[
			[1, 'confirmed', undefined, true],
			[2, 'stopped', undefined, false],
			[3, 'cancelled', undefined, false],
			[4, 'failed', 'file-has-errors', false],
			[5, 'refused', 'unauthorized', false],
		],
	);
	assert.deepEqual(
		endings.map(({entry, outcome, message}) => [entry, outcome, message]),
		entries.map(({id, outcome, message}) => [id, outcome, message]),
	);
	const [confirmed, stopped, cancelled, failed, refused] = entries;
	const {host} = parseAddress(sandbox.url);
	for (const entry of entries) {
		assert.deepEqual([entry.profile, entry.host, entry.integration], ['nightly', host, sandbox.integration]);
		assert.deepEqual([entry.files, entry.version], [[resolve(entry.source)], '0.0.0-source']);
		assert.ok(entry.endedAt !== undefined && !entry.isRunning);
	}

	assert.deepEqual(confirmed?.sync, {version: 1, ...endings[0]?.sync});
	assert.equal(confirmed?.link, endings[0]?.link);
	assert.deepEqual([stopped?.records, stopped?.planId], [2, endings[1]?.plan?.id]);
	const {counts, reasons} = Object(stopped?.plan);
	assert.deepEqual([counts.hidden, reasons], [{columns: 18}, endings[1]?.plan?.reasons]);
	assert.deepEqual(Object(cancelled?.plan).counts.created, {columns: 1});
	for (const entry of [failed, refused]) assert.deepEqual([entry?.records, entry?.plan], [undefined, undefined]);
});

test('a second upload to an integration stops while the first one is at its preview, and is recorded', async t => {
	const {state, sandbox, upload} = await desk(t);
	let second: Ending | undefined;
	const first = await upload({
		lines: rows(1),
		async decide() {
			second = await upload({lines: rows(2)});
			return {kind: 'send', approval: undefined};
		},
	});
	assert.deepEqual([second?.outcome, second?.exitCode, second?.code], ['failed', 11, 'upload-in-progress']);
	assert.match(second?.message ?? '', new RegExp(`process ${process.pid} on .*, since 20`));
	assert.match(second?.catalog ?? '', /This run read and sent nothing/);
	assert.equal(first.outcome, 'confirmed');
	assert.deepEqual(
		state.history.list(9).map(({id, code, outcome}) => [id, code, outcome]),
		[
			[2, 'upload-in-progress', 'failed'],
			[1, undefined, 'confirmed'],
		],
	);
	assert.equal(sandbox.uploads.length, 1);
	assert.equal((await upload({lines: rows(2)})).outcome, 'confirmed', 'the lock is free after the ending');
});

test('an upload that is cancelled at any step is recorded with what happened', async t => {
	const {state, upload} = await desk(t);
	for (const step of ['connecting', 'reading-catalog', 'deciding', 'syncing'] as const) {
		const abort = new AbortController();
		const ending = await upload({
			lines: rows(2),
			signal: abort.signal,
			onEvent: ({type}) => type === step && abort.abort(),
			decide() {
				if (step === 'deciding') abort.abort();
				return {kind: 'send', approval: undefined};
			},
		});
		const [entry] = state.history.list(1);
		assert.deepEqual([entry?.outcome, entry?.id], [ending.outcome, ending.entry], step);
		assert.equal(entry?.isSent, step === 'syncing', step);
		if (step !== 'syncing') assert.equal(ending.outcome, 'cancelled', step);
	}
});

test('a bug before anything is sent is recorded as a failure', async t => {
	const {state, upload} = await desk(t);
	const decide = () => {
		throw new RangeError('not so');
	};
	await assert.rejects(upload({lines: rows(1), decide}), RangeError);
	const [entry] = state.history.list(9);
	assert.deepEqual([entry?.outcome, entry?.isSent, entry?.isRunning], ['failed', false, false]);
	assert.match(entry?.message ?? '', /not so/);
});
