import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {createInterface} from 'node:readline';
import test from 'node:test';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';

test('the demo without a terminal does the main job and prints each step', async t => {
	const home = await temporaryFolder(t);
	const {code, stdout} = await runProgram(['demo'], {home});
	assert.equal(code, 0);
	const steps = [
		/sandbox: http:\/\/127\.0\.0\.1/,
		/27 errors/,
		/safe fixes: 11 cells changed, 12 errors left/,
		/0 errors left/,
		/Sending: 100 %/,
		/Sync: 337 of 337/,
		/Confirmed: all 337 tables and columns/,
	];
	let at = 0;
	for (const step of steps) {
		const found = stdout.slice(at).search(step);
		assert.notEqual(found, -1, `${step} is missing after:\n${stdout.slice(0, at)}`);
		at += found;
	}
});

test('sandbox --json prints its address and token in one line, and ends on SIGTERM', async t => {
	const home = await temporaryFolder(t);
	const child = spawn(process.execPath, [programPath, 'sandbox', '--json'], {
		cwd: home,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	t.after(() => child.kill('SIGKILL'));
	const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
	const {url, token} = JSON.parse(line) as {url: string; token: string};
	const answer = await fetch(`${url}/api/v1/user/`, {headers: {authorization: `Bearer ${token}`}});
	assert.equal(answer.status, 200);
	child.kill('SIGTERM');
	assert.deepEqual(await once(child, 'exit'), [143, null]);
});

test('a command line that cannot be read ends with 2 and says how to get help', async t => {
	const home = await temporaryFolder(t);
	const wrong = await runProgram(['upload', '--no-such-option'], {home});
	assert.deepEqual([wrong.code, /--help/.test(wrong.stderr)], [2, true]);
	const help = await runProgram(['--help'], {home});
	assert.deepEqual([help.code, /Exit codes/.test(help.stdout)], [0, true]);
	const version = await runProgram(['--version'], {home});
	assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
	const notACommand = await runProgram(['chekc', 'a.csv'], {home});
	assert.deepEqual([notACommand.code, /"chekc".*"secoda-upload check <file>"/s.test(notACommand.stderr)], [2, true]);
	const noTerminal = await runProgram(['some.csv'], {home});
	assert.deepEqual([noTerminal.code, /not a terminal.*check some\.csv/s.test(noTerminal.stderr)], [2, true]);
});
