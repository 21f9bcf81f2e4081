import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {pathWithProgram} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runCommand, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const dotted = `${header}\n${recordLine({col_name: 'a.b'})}\n`;
const fixed = dotted.replace('a.b', 'a_b');

async function deskWith(t: TestContext, content: string, name = 'two words.csv') {
	const home = await temporaryFolder(t);
	await writeFile(join(home, name), content);
	const env = {PATH: await pathWithProgram(home)};
	const shell = (line: string) => runCommand('bash', ['-c', line], {home, env});
	return {home, shell};
}

/** The command of the last line. */
function nextOf(stdout: string): string {
	const [, command = ''] = /^Next: (.*)\n$/m.exec(stdout.slice(stdout.lastIndexOf('\nNext: ') + 1)) ?? [];
	return command;
}

for (const [what, options, content, result] of [
	['a fixed copy', '', dotted, 'two words.fixed.csv'],
	['the file itself', '--in-place', dotted, 'two words.csv'],
	['a copy that may be replaced', '--yes', dotted, 'two words.fixed.csv'],
	['another separator', '--delimiter semicolon', dotted.replaceAll(',', ';'), 'two words.fixed.csv'],
] as const) {
	test(`fix that changed nothing names the fixes that it has not taken, for ${what}`, async t => {
		const {home, shell} = await deskWith(t, content);
		const ran = await shell(`secoda-upload fix 'two words.csv' ${options}`);
		const next = nextOf(ran.stdout);
		assert.match(next, /^secoda-upload fix .*--fix period-in-name/, ran.stdout);
		// What is typed makes the fix.
		const again = await shell(next);
		assert.equal(again.code, 0, again.stdout + again.stderr);
		const text = await readFile(join(home, result), 'utf8');
		assert.ok(text === fixed || text === fixed.replaceAll(',', ';'), text);
	});
}

test('fix --dry-run that would change nothing stays one', async t => {
	const {home, shell} = await deskWith(t, dotted);
	const {stdout} = await shell(`secoda-upload fix 'two words.csv' --dry-run`);
	const again = await shell(nextOf(stdout));
	assert.match(again.stdout, /--dry-run/);
	await assert.rejects(readFile(join(home, 'two words.fixed.csv')), {code: 'ENOENT'});
});

test('fix that has nothing to fix says what to do with the file', async t => {
	const {shell} = await deskWith(t, `${header}\n${recordLine({col_name: ''})}\n`, 'bad.csv');
	assert.equal(nextOf((await shell('secoda-upload fix bad.csv')).stdout), 'secoda-upload bad.csv');
	const clean = await deskWith(t, `${header}\n${recordLine()}\n`, 'clean.csv');
	assert.match(nextOf((await clean.shell('secoda-upload fix clean.csv')).stdout), /^secoda-upload upload clean\.csv/);
	// A stream is over: no command on it can be typed again.
	assert.equal(nextOf((await clean.shell('secoda-upload fix - --dry-run < clean.csv')).stdout), '');
});

test('a pipe that is named as a file is rejected; advice: use standard input', {
	skip: process.platform === 'win32',
}, async t => {
	const {home, shell} = await deskWith(t, dotted, 'w.csv');
	for (const line of [
		'secoda-upload check <(cat w.csv)',
		'mkfifo pipe; secoda-upload check pipe',
		'secoda-upload fix <(cat w.csv) -o out.csv',
		'secoda-upload upload <(cat w.csv) --url eu --integration i',
		'cat w.csv | secoda-upload check /dev/stdin',
	]) {
		const {code, stderr} = await shell(line);
		assert.equal(code, 3, line);
		assert.match(stderr, /\| secoda-upload check -/, line);
	}

	assert.equal((await shell('cat w.csv | secoda-upload check -')).code, 1);
	// A device gives no such hope.
	const device = await runProgram(['check', '/dev/null'], {home});
	assert.doesNotMatch(device.stderr, /\|/);
});
