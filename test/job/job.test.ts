import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {Decision, JobEvent} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import type {JobServices} from '../../source/job/options.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

type Options = {
	readonly sandbox: Sandbox;
	readonly lines?: readonly string[];
	readonly signal?: AbortSignal;
	readonly decide?: (services: JobServices) => Decision;
	readonly onEvent?: (event: JobEvent, services: JobServices) => void;
};

/** Runs a job on a real session, state and client. Answers its events' types without repetition, and its ending. */
async function run(
	t: TestContext,
	{sandbox, lines = [recordLine()], signal, decide, onEvent}: Options,
): Promise<{types: string[]; ending: Ending}> {
	const session = await openLines(t, lines);
	const catalog = connect({address: parseAddress(sandbox.url), token: sandbox.token});
	const services = {catalog, state: await openState(await temporaryFolder(t))};
	const job = runJob(
		{
			source: new BundleSource(new Bundle(session)),
			integration: sandbox.integration,
			waitMs: 10_000,
			decide: () => Promise.resolve(decide?.(services) ?? {kind: 'send', approval: undefined}),
		},
		services,
		signal ?? new AbortController().signal,
	);
	const types: string[] = [];
	for await (const event of job) {
		onEvent?.(event, services);
		if (types.at(-1) !== event.type) types.push(event.type);
		if (event.type === 'ended') return {types, ending: event.ending};
	}

	throw new Error('no ending');
}

test('the events come in the order of the work, and the last one is the ending', async t => {
	const {types, ending} = await run(t, {sandbox: await start(t, {switches: {syncMs: 100}})});
	assert.deepEqual(types, [
		'connecting',
		'connected',
		'reading-catalog',
		'planned',
		'sending',
		'answered',
		'syncing',
		'ended',
	]);
	assert.deepEqual([ending.outcome, ending.exitCode], ['confirmed', 0]);
});

test('a file with errors ends before the catalog is asked', async t => {
	const {types, ending} = await run(t, {sandbox: await start(t), lines: ['short']});
	assert.deepEqual(types, ['ended']);
	assert.deepEqual([ending.outcome, ending.exitCode], ['failed', 1]);
});

test('sends nothing if the user declines the preview', async t => {
	const sandbox = await start(t);
	const {ending} = await run(t, {sandbox, decide: () => ({kind: 'stop'})});
	assert.deepEqual([ending.outcome, ending.sent, sandbox.uploads.length], ['cancelled', null, 0]);
});

test('stopping to wait for the sync never says that nothing was sent', async t => {
	const abort = new AbortController();
	const sandbox = await start(t, {switches: {syncsFail: true}});
	const {ending} = await run(t, {
		sandbox,
		signal: abort.signal,
		onEvent(event, {state}) {
			if (event.type !== 'syncing' || abort.signal.aborted) return;
			state.close();
			abort.abort();
		},
	});
	assert.deepEqual([ending.outcome, ending.sent?.records, sandbox.uploads.length], ['unseen', 1, 1]);
	assert.match(ending.message, /The history could not be written/);
	assert.doesNotMatch(ending.catalog, /Nothing was sent/);
});

test('reports pages that should be hidden and stay, once the catalog no longer changes', async t => {
	const sandbox = await start(t);
	await run(t, {sandbox, lines: [recordLine(), recordLine({col_name: 'b'})]});
	sandbox.switches.staling = false;
	const abort = new AbortController();
	const {ending} = await run(t, {
		sandbox,
		lines: [recordLine(), recordLine({col_name: 'c'})],
		signal: abort.signal,
		onEvent(event) {
			if (event.type === 'syncing' && event.counts.missing === 0) abort.abort();
		},
	});
	assert.deepEqual([ending.outcome, ending.exitCode], ['confirmed', 0]);
	assert.match(ending.message, /1 page that is not in the file is still shown/);
});
