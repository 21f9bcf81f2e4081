import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {startCloud} from '../support/cloud.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-options-b07';

async function homeWithFile(t: TestContext): Promise<string> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	return home;
}

test('--quiet prints only the result, at any position', async t => {
	const {url, integration} = await start(t, {token});
	const home = await homeWithFile(t);
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({url, integration, file: 'w.csv'}));
	const env = {SECODA_API_TOKEN: token};
	const loud = await runHere(['upload'], {home, env});
	assert.match(loud.stderr, /Using the settings of .*secoda-upload\.json[\s\S]*Using the token in SECODA_API_TOKEN/);
	for (const args of [
		['--quiet', 'upload', 'w.csv'],
		['upload', '--quiet'],
		['integrations', '--quiet', 'list'],
		['check', 'w.csv', '--quiet'],
	]) {
		const {code, stderr, stdout} = await runHere(args, {home, env});
		assert.deepEqual([code, stderr], [0, ''], args.join(' '));
		assert.notEqual(stdout, '');
	}
});

test('check and fix read a file by the project file, and report that they used it', async t => {
	const home = await homeWithFile(t);
	await writeFile(join(home, 'w.csv'), `${header.replace('col_name', 'Feld')}\n${recordLine({is_view: 'yes'})}\n`);
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({mapping: {Feld: 'col_name'}}));
	const checked = await runHere(['check', 'w.csv'], {home});
	assert.deepEqual([checked.code, /1 error/.test(checked.stdout)], [1, true], checked.stdout);
	const fixed = await runHere(['fix', 'w.csv'], {home});
	assert.equal(fixed.code, 0, fixed.stdout);
	for (const {stderr} of [checked, fixed]) assert.match(stderr, /Using the settings of/);
});

test('replaces an existing copy only with --yes', async t => {
	const home = await homeWithFile(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine({is_view: 'yes'})}\n`);
	assert.equal((await runHere(['fix', 'w.csv'], {home})).code, 0);
	const again = await runHere(['fix', 'w.csv'], {home});
	assert.deepEqual([again.code, /--yes/.test(again.stderr)], [2, true]);
	assert.equal((await runHere(['fix', 'w.csv', '--yes'], {home})).code, 0);
});

test('check --json prints one object', async t => {
	const home = await homeWithFile(t);
	const {stdout} = await runProgram(['check', 'w.csv', '--json'], {home});
	assert.equal(JSON.parse(stdout).valid, true);
});

test('upload --json prints one object, even if nothing could be started', async t => {
	const home = await homeWithFile(t);
	const place = ['--url', 'http://127.0.0.1:1', '--integration', 'x', '--json'];
	for (const [args, code] of [
		[['upload', 'w.csv', ...place], 4],
		[['upload', 'gone.csv', ...place], 3],
		[['upload', 'w.csv', '--json'], 2],
		[['upload', 'nonsense', '--json'], 2],
	] as const) {
		const ran = await runHere(args, {home});
		assert.equal(ran.code, code);
		assert.equal(JSON.parse(ran.stdout).error.exitCode, code);
		assert.doesNotMatch(ran.stderr, /Nothing was sent\.\s+Nothing was sent/);
	}
});

test('reports a state folder that cannot be used, with a hint', async t => {
	const home = await homeWithFile(t);
	await writeFile(join(home, 'state'), '');
	for (const args of [['history'], ['history', '--state', 'w.csv']]) {
		const {code, stderr} = await runHere(args, {home});
		assert.deepEqual([code, /cannot be used: .*\n.*--state/.test(stderr)], [5, true], stderr);
	}
});

for (const scheme of ['http', 'https'] as const) {
	test(`Node's debug output for ${scheme} contains no token`, async t => {
		const {url, integration} = await start(t, {token});
		const home = await homeWithFile(t);
		const cloud = scheme === 'https' ? await startCloud(t, {'eapi.secoda.co': url}) : {};
		const place = ['--url', scheme === 'https' ? 'eu' : url, '--integration', integration];
		const {code, stderr} = await runProgram(['upload', 'w.csv', ...place], {
			home,
			env: {...cloud, SECODA_API_TOKEN: token, NODE_DEBUG: 'net,http,https,tls,stream,timer'},
		});
		assert.equal(code, 0);
		assert.match(stderr, /NET \d+:/, 'no debug output');
		assert.ok(!stderr.includes(token));
	});
}

test('suggests the nearest command for a misspelled one, even without a terminal', async t => {
	const {code, stderr} = await runProgram(['histroy'], {home: await homeWithFile(t)});
	assert.deepEqual([code, /Did you mean "secoda-upload history"/.test(stderr)], [2, true], stderr);
});

test('a closed stdout does not stop an upload', async t => {
	const {url, integration} = await start(t, {token});
	const home = await homeWithFile(t);
	const child = spawn(process.execPath, [programPath, 'upload', 'w.csv', '--url', url, '--integration', integration], {
		cwd: home,
		env: {...process.env, HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: token},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	child.stdout.destroy();
	child.stderr.destroy();
	assert.deepEqual(await once(child, 'close'), [0, null]);
	const {stdout} = await runProgram(['history', '--json'], {home});
	assert.equal(JSON.parse(stdout).uploads[0].outcome, 'confirmed');
});
