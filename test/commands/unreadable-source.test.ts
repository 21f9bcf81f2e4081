import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdir, readFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {text} from 'node:stream/consumers';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFile} from '../support/folder.ts';
import {cleanEnvironment, programPath, type Ran, runProgram} from '../support/program.ts';
import {noReadFaults, type ReadFault, readFaultEnvironment} from '../support/read-faults.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-5d1c44e8';

/** Some slices of a file, with a safe fix in the last row. */
const rows = 6000;
const content = [
	header,
	...Array.from({length: rows}, (_, at) => recordLine({col_name: `c${at}`, ...(at === rows - 1 && {is_view: 'no'})})),
	'',
].join('\n');

type Fault = Pick<Required<ReadFault>, 'error' | 'after'>;

/** Runs a command on a file of which reads fail; the sandbox takes what is uploaded. */
async function runFaulty(t: TestContext, command: readonly string[], {error, after}: Fault): Promise<Ran> {
	const path = await temporaryFile(t, content);
	const env = {SECODA_API_TOKEN: token, ...readFaultEnvironment({path, error, after})};
	const ran = await runProgram(command, {home: dirname(path), env});
	assert.equal(await readFile(path, 'utf8'), content);
	assert.deepEqual(
		(await readdir(dirname(path))).filter(name => name.endsWith('.csv') || name.endsWith('.tmp')),
		['warehouse.csv'],
	);
	return ran;
}

function assertMessage({code, stdout, stderr}: Ran, problem: RegExp): void {
	assert.equal(code, 3, stderr);
	assert.match(stdout + stderr, problem);
	assert.doesNotMatch(stderr, /\n\s+at /, 'a stack is shown');
}

const commands = [
	['check', 'warehouse.csv'],
	['check', 'warehouse.csv', '--format', 'json'],
	['fix', 'warehouse.csv'],
	['fix', 'warehouse.csv', '--in-place'],
	['convert', 'warehouse.csv'],
] as const;

const cases = [
	// The first read, one for the header, one in the middle of the check, one of a row that is fixed or saved.
	...[0, 1, 3, 6].map(after => ({name: 'EIO', after, problem: /\bEIO\b/}) as const),
	{name: 'ESTALE', after: 2, problem: /\bESTALE\b/},
	{name: 'ENXIO', after: 2, problem: /\bENXIO\b/},
	{name: 'eof', after: 2, problem: /changed/},
] as const;

for (const command of commands) {
	test(`${command.join(' ')}: a read that fails is an error with a message, and exit 3`, {
		skip: noReadFaults,
	}, async t => {
		const many = command[0] === 'check' ? cases.filter(({after}) => after < 5) : cases;
		const running = many.map(async ({name, after, problem}) => {
			assertMessage(await runFaulty(t, command, {error: name, after}), problem);
		});
		await Promise.all(running);
	});
}

test('upload: a read that fails is an error with a message, and nothing is sent', {skip: noReadFaults}, async t => {
	const sandbox = await start(t, {token});
	const command = [
		'upload',
		'warehouse.csv',
		'--url',
		sandbox.url,
		'--integration',
		sandbox.integration,
		'--wait',
		'0',
	];
	// The last of them is a read for the snapshot.
	const running = [0, 3, 6].map(async after => {
		const ran = await runFaulty(t, command, {error: 'EIO', after});
		assertMessage(ran, /\bEIO\b/);
		assert.match(ran.stderr + ran.stdout, /Nothing was sent/);
	});
	await Promise.all(running);
	assert.equal(sandbox.uploads.length, 0);
});

test('check --json: an error in the middle of the list ends the one object that is printed', {
	skip: noReadFaults,
}, async t => {
	const path = await temporaryFile(t, content.replaceAll(',false,', ',no,'));
	const ended = async (after: number) => {
		const env = readFaultEnvironment({path, error: 'EIO', after});
		const ran = await runProgram(['check', 'warehouse.csv', '--json', '--limit', '0'], {home: dirname(path), env});
		assertMessage(ran, /\bEIO\b/);
		return JSON.parse(ran.stdout) as {error: {code: string; exitCode: number}; problems?: unknown[]};
	};
	const [early, late] = await Promise.all([ended(0), ended(12)]);
	for (const {error} of [early, late]) assert.deepEqual([error.code, error.exitCode], ['not-readable', 3]);
	assert.equal(early.problems, undefined);
	assert.ok(late.problems !== undefined && late.problems.length > 0 && late.problems.length < rows);
});

test('check of a stream: a read that fails is an error with a message', {skip: noReadFaults}, async t => {
	const path = await temporaryFile(t, content);
	const env = {...cleanEnvironment(), ...readFaultEnvironment({path, error: 'EIO', after: 2})};
	const command = ['-c', 'exec "$0" "$1" check - < warehouse.csv', process.execPath, programPath];
	const child = spawn('sh', command, {cwd: dirname(path), env, stdio: ['ignore', 'pipe', 'pipe']});
	const [stdout, stderr, [code]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, 'close') as Promise<[number]>,
	]);
	assertMessage({code, stdout, stderr}, /\bEIO\b/);
});
