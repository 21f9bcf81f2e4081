import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import test from 'node:test';
import {portOf} from '../catalog/settle.ts';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-advice-2f7';

test('an address of this machine that speaks no TLS is answered with the one that works', async t => {
	const home = await temporaryFolder(t);
	const {url} = await start(t, {token});
	const closing = await portOf(
		t,
		createServer(socket => socket.on('error', () => undefined).on('data', () => socket.destroy())),
	);
	const env = {SECODA_API_TOKEN: token};
	for (const host of [new URL(url).host, `localhost:${new URL(url).port}`, `127.0.0.1:${closing}`]) {
		const {code, stderr} = await runProgram(['integrations', 'list', '--url', host], {home, env});
		assert.equal(code, 5, stderr);
		const [advised = ''] = /http:\/\/\S+/.exec(stderr) ?? [];
		assert.equal(advised, `http://${host}`, stderr);
	}

	const {code} = await runProgram(['integrations', 'list', '--url', `http://localhost:${new URL(url).port}`], {
		home,
		env,
	});
	assert.equal(code, 0);
});

test('the command that the sandbox suggests works unchanged', async t => {
	const home = await temporaryFolder(t);
	const child = spawn(process.execPath, [programPath, 'sandbox'], {cwd: home, stdio: ['ignore', 'pipe', 'inherit']});
	t.after(() => child.kill('SIGKILL'));
	let text = '';
	for await (const line of createInterface(child.stdout)) {
		text += `${line}\n`;
		if (line.includes('--integration')) break;
	}

	const [, variable = ''] = /export SECODA_API_TOKEN=(\S+)/.exec(text) ?? [];
	const [, file = '', where = ''] = /secoda-upload (\S+) (--url .*)/.exec(text) ?? [];
	assert.ok(existsSync(file), text);
	const fixed = join(home, 'fixed.csv');
	await writeFile(fixed, `${header}\n${recordLine()}\n`);
	const {code, stderr} = await runProgram(['upload', fixed, ...where.split(' ')], {
		home,
		env: {SECODA_API_TOKEN: variable},
	});
	assert.equal(code, 0, stderr);
	child.kill('SIGTERM');
	await once(child, 'close');
});

test('a folder that is not there is named, not a full disk', async t => {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine({is_view: 'no'})}\n`);
	for (const output of ['none/x.csv', 'w.csv/x.csv']) {
		const {code, stderr} = await runProgram(['fix', 'w.csv', '-o', output], {home});
		assert.notEqual(code, 0);
		assert.doesNotMatch(stderr, /ENO|room/);
		assert.match(stderr, /folder/);
	}
});
