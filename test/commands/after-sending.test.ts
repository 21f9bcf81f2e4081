import assert from 'node:assert/strict';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {temporaryFolder} from '../support/folder.ts';
import {runCommand} from '../support/program.ts';

const script = fileURLToPath(new URL('../support/fail-after-sending.ts', import.meta.url));

test('no error of a process that has sent something says that nothing was sent, whatever it comes from', async t => {
	const home = await temporaryFolder(t);
	const report = async (...args: readonly string[]) =>
		(await runCommand(process.execPath, [`--import=${import.meta.resolve('tsx')}`, script, ...args], {home})).stderr;
	assert.match(await report('nothing', 'error'), /Nothing was sent/);
	assert.doesNotMatch(await report('sent', 'error'), /[Nn]othing was sent/);
	assert.doesNotMatch(await report('nothing', 'bug'), /history/);
	assert.match(await report('sent', 'bug'), /An upload was sent.*history/);
});
