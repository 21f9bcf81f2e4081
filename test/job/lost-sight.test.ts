import assert from 'node:assert/strict';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {type Catalog, connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import {runJob} from '../../source/job/job.ts';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {Bundle} from '../../source/session/bundle.ts';
import {BundleSource} from '../../source/session/bundle-source.ts';
import {openState, type State} from '../../source/state/state.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openLines, recordLine} from '../support/session.ts';

type Setting = {
	readonly sandbox: Sandbox;
	readonly state: State;
	readonly folder: string;
	run(options: {readonly catalog?: (catalog: Catalog) => Catalog; decide?(): void}): Promise<Ending>;
};

/** A job on a real file, state and client, in which something of the program or the machine can fail. */
async function setting(t: TestContext): Promise<Setting> {
	const sandbox = await start(t, {switches: {syncMs: 0}});
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	t.after(() => state.close());
	const session = await openLines(t, [recordLine()]);
	const client = connect({address: parseAddress(sandbox.url), token: sandbox.token});
	return {
		sandbox,
		state,
		folder,
		async run({catalog = same => same, decide = () => undefined}) {
			const job = runJob(
				{
					source: new BundleSource(new Bundle(session)),
					integration: sandbox.integration,
					waitMs: 10_000,
					async decide() {
						decide();
						return {kind: 'send', approval: undefined};
					},
				},
				{catalog: catalog(client), state},
				new AbortController().signal,
			);
			for await (const event of job) if (event.type === 'ended') return event.ending;
			throw new Error('no ending');
		},
	};
}

/** A bug that looks like an error of the system: it has a code. */
function bug(): never {
	throw Object.assign(new RangeError('not so'), {code: 'ERR_OUT_OF_RANGE'});
}

test('a bug after the upload was taken becomes an ending that says what was sent, and keeps the bug', async t => {
	const {run, sandbox, state} = await setting(t);
	let reads = 0;
	const ending = await run({
		catalog: catalog => ({
			...catalog,
			list: (...options) => (++reads <= 2 ? catalog.list(...options) : bug()),
		}),
	});
	assert.deepEqual([ending.exitCode, ending.sent?.records, sandbox.uploads.length], [9, 1, 1]);
	assert.ok(ending.bug instanceof RangeError);
	assert.doesNotMatch(ending.catalog + ending.message, /[Nn]othing was/);
	assert.equal(state.history.list(1)[0]?.outcome, ending.outcome, 'the history says the same');
});

test('an upload that fails after its bytes were sent is unknown, in the ending and in the history', async t => {
	const {run, sandbox, state} = await setting(t);
	const ending = await run({
		catalog: catalog => ({
			...catalog,
			async upload(...options) {
				await catalog.upload(...options);
				throw Object.assign(new Error('EIO: i/o error, close'), {code: 'EIO'});
			},
		}),
	});
	assert.deepEqual([ending.outcome, ending.exitCode, sandbox.uploads.length], ['unknown', 6, 1]);
	assert.notEqual(ending.sent, null);
	assert.equal(state.history.list(1)[0]?.outcome, 'unknown');
});

test('a bug before anything is sent is thrown as a bug, whatever code it has', async t => {
	const {run, sandbox} = await setting(t);
	await assert.rejects(run({decide: bug}), RangeError);
	assert.equal(sandbox.uploads.length, 0);
});

for (const table of ['uploads', 'watches']) {
	test(`a history whose ${table} cannot be written stops the upload before it is sent, and is named`, async t => {
		const {run, sandbox, folder, state} = await setting(t);
		const ending = await run({
			decide() {
				const other = new DatabaseSync(join(folder, 'state.db'));
				other.exec(`ALTER TABLE ${table} RENAME TO other`);
				other.close();
			},
		});
		assert.deepEqual([ending.outcome, ending.exitCode, sandbox.uploads.length], ['failed', 5, 0]);
		assert.match(ending.message, new RegExp(`state\\.db.*${table}`));
		assert.match(ending.catalog, /Nothing was sent/);
		if (table === 'watches')
			assert.deepEqual(
				state.history.list(9).map(({outcome, isSent}) => [outcome, isSent]),
				[['failed', false]],
				'it does not count as sent',
			);
	});
}
