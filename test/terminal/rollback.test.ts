import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {columns, start} from '../sandbox/client.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {passOn} from '../support/pass-on.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {keys, Terminal} from './terminal.ts';

test('an upload of the history is sent again from the app, after its plan and what it cannot bring back', async t => {
	const env = {SECODA_API_TOKEN: 'canary-again-77a'};
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token: env.SECODA_API_TOKEN});
	const run = (...args: readonly string[]) => runProgram(args, {home, env});
	const write = (...names: readonly string[]) =>
		writeFile(join(home, 'w.csv'), `${[header, ...names.map(name => recordLine({col_name: name}))].join('\n')}\n`);
	const upload = async (...names: readonly string[]) => {
		await write(...names);
		return run('upload', 'nightly');
	};
	await run(
		'profiles',
		'add',
		'nightly',
		'--url',
		sandbox.url,
		'--integration',
		sandbox.integration,
		'--file',
		'w.csv',
	);
	await upload('a', 'b', 'c');
	const before = await columns(sandbox);
	await upload('a', 'b', 'd');
	using terminal = new Terminal({
		args: [programPath],
		cwd: home,
		env: {HOME: home, SECODA_UPLOAD_HOME: home, ...env},
	});
	await terminal.shows('▸ nightly');
	await terminal.press('h', 'Upload history');
	await terminal.press(keys.enter, 'SHA-256');
	assert.doesNotMatch(terminal.text(), /roll back/, 'the last upload is what the catalog shows');
	await terminal.press(keys.escape, '▸ ✓ #2');
	await terminal.press(keys.down, '▸ ✓ #1');
	await terminal.press(keys.enter, 'r roll back to this upload');
	await terminal.press('r', 'Rollback to upload #1');
	await terminal.shows('1 column not shown now');
	assert.equal(sandbox.uploads.length, 2);
	await terminal.press('s', 'Confirmed');
	const shown = (await columns(sandbox)).filter(name => !name.endsWith(' archived'));
	assert.deepEqual(shown.sort(), before.sort());
	await terminal.shows('Undo     secoda-upload rollback nightly --to 2');
	await terminal.press('p', 'Its plan can only be read');
	await terminal.press('s', 'This upload has ended.');
	await terminal.press(keys.escape, 'Confirmed');
	await terminal.press(keys.enter, '▸ nightly');
	await write('a', 'b', 'c');
	await terminal.press(keys.enter, 'Unchanged: the catalog shows');
	await terminal.press('p', 'No changes');
	await terminal.press(keys.escape, 'Unchanged');
	await terminal.press(keys.enter, '▸ nightly');
	assert.equal(sandbox.uploads.length, 3);
	for (const [answer, code, uploads] of [
		['n', 130, 3],
		['y', 0, 4],
	] as const) {
		using asked = new Terminal({
			args: [programPath, 'rollback', 'nightly'],
			cwd: home,
			env: {HOME: home, SECODA_UPLOAD_HOME: home, ...env},
		});
		await asked.shows('Send upload #2 again? [y/N]');
		assert.match(asked.text(), /Plan: 1 to show again, 1 to hide\./);
		asked.type(`${answer}\r`);
		assert.equal(await asked.exited(), code);
		assert.match(asked.output, answer === 'n' ? /Nothing was sent\./ : /Confirmed: all/);
		assert.equal(sandbox.uploads.length, uploads);
	}
});

test('without profiles, home lists uploads of files, and sends one again to an address with a path', async t => {
	const env = {SECODA_API_TOKEN: 'canary-path-5d0'};
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token: env.SECODA_API_TOKEN});
	const {url} = await serve(t, async (request, response) => {
		if (!request.url?.startsWith('/base/')) return json(response, {}, 404);
		request.url = request.url.slice('/base'.length);
		const {body, status} = await passOn(request, sandbox.url);
		json(response, body, status);
	});
	const place = ['--url', `${url}/base`, '--integration', sandbox.integration];
	for (const last of ['b', 'c']) {
		const rows = ['a', last].map(name => recordLine({col_name: name}));
		await writeFile(join(home, 'w.csv'), `${[header, ...rows].join('\n')}\n`);
		const {stdout} = await runProgram(['upload', 'w.csv', ...place], {home, env});
		if (last === 'c') assert.match(stdout, new RegExp(`secoda-upload rollback ${place.join(' ')} --to 1$`, 'm'));
	}

	const {stdout} = await runProgram(['history', '1'], {home});
	assert.match(stdout, new RegExp(`^Next: secoda-upload rollback ${place.join(' ')} --to 1$`, 'm'));
	using terminal = new Terminal({args: [programPath], cwd: home, env: {HOME: home, SECODA_UPLOAD_HOME: home, ...env}});
	await terminal.shows('Upload history');
	await terminal.press(keys.end, '▸ Upload history');
	await terminal.press(keys.enter, '▸ ✓ #2');
	await terminal.shows('w.csv, Sandbox warehouse, 2 rows');
	await terminal.press(keys.down, '▸ ✓ #1');
	await terminal.press(keys.enter, 'r roll back to this upload');
	await terminal.press('r', 'Rollback to upload #1');
	await terminal.press('s', 'Confirmed');
	assert.deepEqual((await columns(sandbox)).filter(name => !name.endsWith(' archived')).sort(), [
		'orders.a',
		'orders.b',
	]);
	await terminal.press(keys.escape, '▸ Upload history');
});
