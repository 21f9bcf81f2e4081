import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {start} from '../sandbox/client.ts';
import {sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {openOldState} from '../support/old-state.ts';
import {runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {oneFile} from '../support/upload-request.ts';

const token = 'canary-old-history';
const content = Buffer.from(`${header}\n${recordLine()}\n${recordLine({col_name: 'b'})}\n`);

/** The baseline that version 0.1.0 stored for an empty catalog before an upload of two columns. */
const emptyBaseline = Buffer.from(
	'00000001 00000001 00000003 00000000 00000000 00000000 00'.replaceAll(' ', ''),
	'hex',
);

/** A home with a state folder of version 0.1.0: an upload that was refused, and one that was not seen. */
async function oldHome(t: TestContext) {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	const {host, api} = parseAddress(sandbox.url);
	const folder = join(home, 'state');
	const hash = sha256(content);
	const upload = {host, integration: sandbox.integration, records: 2, bytes: content.length, sha256: hash};
	const state = await openOldState(folder);
	state.add({...upload, source: '-', outcome: 'refused'});
	state.keepWatch(state.add({...upload, source: '/work/w.csv', outcome: 'unseen'}), api.href, emptyBaseline);
	state.close();
	const snapshot = join(folder, 'snapshots', `${hash}.csv`);
	await writeFile(snapshot, content);
	const run = (...args: readonly string[]) => runProgram(args, {home, env: {SECODA_API_TOKEN: token}});
	return {home, sandbox, run, snapshot, upload};
}

test('the history of an older version is listed with what it has, as uploads of one CSV', async t => {
	const {run, upload} = await oldHome(t);
	const listed = await run('history', '--json');
	assert.equal(listed.code, 0);
	const {host, integration, ...totals} = upload;
	const old = {
		at: '2026-01-02T03:04:05.678Z',
		host,
		integration,
		...totals,
		message: 'An old message.',
		kind: 'warehouse',
		counts: null,
		planId: null,
		approval: null,
		baseline: null,
		endedAt: null,
		profile: null,
		files: null,
		version: null,
		rollbackOf: null,
		address: null,
		integrationName: null,
		plan: null,
		sent: true,
		code: null,
		sync: null,
		link: null,
	};
	const part = {kind: 'warehouse', part: 'file', contentType: 'text/csv', ...totals};
	assert.deepEqual(JSON.parse(listed.stdout).uploads, [
		{id: 2, source: '/work/w.csv', outcome: 'unseen', ...old, parts: [{...part, name: 'w.csv'}]},
		{id: 1, source: '-', outcome: 'refused', ...old, parts: [{...part, name: 'stdin.csv'}]},
	]);
	assert.match((await run('history')).stdout, /^#2 .* unseen {2}/);
	assert.match((await run('history', '1')).stdout, /An old message/);
});

test('the sync of an upload of an older version is watched to its end', async t => {
	const {run, sandbox, snapshot} = await oldHome(t);
	const {signal} = new AbortController();
	await connect({address: parseAddress(sandbox.url), token}).upload(
		sandbox.integration,
		oneFile(snapshot, content.length),
		{signal, onProgress: () => undefined, onWait: () => undefined},
	);
	const watched = await run('history', '2', '--watch', '--json');
	assert.deepEqual([watched.code, JSON.parse(watched.stdout).outcome], [0, 'confirmed']);
	assert.equal(JSON.parse((await run('history', '2', '--json')).stdout).uploads[0].outcome, 'confirmed');
});
