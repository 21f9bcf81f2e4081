import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync} from 'node:fs';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {answerReads, bodyOf, json, serve, sha256} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, type Ran, runCommand, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const good = `${header}\n${recordLine()}\n`;
const noDevFull = existsSync('/dev/full') ? false : 'NOT TESTED HERE: no /dev/full on this machine';
const noStrace = spawnSync('strace', ['-V']).status === 0 ? false : 'NOT TESTED HERE: no strace on this machine';

type Place = {
	readonly home: string;
	readonly uploads: () => number;
	/** Runs a line in a shell, in which `$upload` is an upload of the file and `$program` the program. */
	shell(line: string): Promise<Ran>;
	outcomes(): Promise<readonly string[]>;
};

async function place(t: TestContext): Promise<Place> {
	const {url, uploads} = await serve(t, async (request, response) => {
		if (answerReads(request, response)) return;
		await bodyOf(request);
		json(response, {});
	});
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), good);
	const program = `"${process.execPath}" "${programPath}"`;
	const upload = `${program} upload w.csv --url ${url} --integration some-id --wait 0`;
	return {
		home,
		uploads,
		shell: line =>
			runCommand('bash', ['-c', line.replaceAll('$upload', upload).replaceAll('$program', program)], {
				home,
				env: {SECODA_API_TOKEN: 'token-lost-output'},
			}),
		async outcomes() {
			const {stdout} = await runProgram(['history', '--json'], {home});
			return JSON.parse(stdout).uploads.map(({outcome}: {readonly outcome: string}) => outcome);
		},
	};
}

// A closed stream and one that nobody reads are what a user wanted; a full one is not.
const uploads = [
	['stdout is full', '$upload >/dev/full', 74],
	['stdout is full, with --json', '$upload --json >/dev/full', 74],
	['stderr is full', '$upload --json 2>/dev/full', 0],
	['both are full', '$upload --json >/dev/full 2>/dev/full', 74],
	['stdout is closed', '$upload --json >&-', 0],
	['both are closed', '$upload --json >&- 2>&-', 0],
	['nobody reads stdout', '$upload --json > >(exec true)', 0],
	['nobody reads stderr', '$upload --json 2> >(exec true)', 0],
] as const;
for (const [what, line, exitCode] of uploads) {
	test(`an upload where ${what} is sent once, recorded, and not reported as not sent`, {skip: noDevFull}, async t => {
		const {shell, uploads, outcomes} = await place(t);
		const {code, stdout, stderr} = await shell(line);
		assert.equal(code, exitCode, stderr);
		assert.equal(uploads(), 1);
		assert.deepEqual(await outcomes(), ['accepted']);
		assert.doesNotMatch(stdout + stderr, /[Nn]othing was sent|Bug in/);
		if (exitCode !== 0 && !line.includes('2>')) assert.match(stderr, /could not be written.*\nNext: .*history/);
	});
}

const commands = [
	['$program check w.csv', 74],
	['$program check w.csv --json', 74],
	['$program history', 74],
	['$program --version', 74],
	['$program completion bash', 74],
	['$program fix w.csv -o -', 3],
	['$program fix w.csv -o /dev/stdout', 3],
	['$program fix w.csv --dry-run --json', 74],
	['$program upload none.csv --url us --integration x --json', 3],
] as const;
for (const [line, exitCode] of commands)
	test(`a full stdout ends with ${exitCode}, not as a bug, and with one message: ${line}`, {
		skip: noDevFull,
	}, async t => {
		const {shell} = await place(t);
		const {code, stderr} = await shell(`${line} >/dev/full`);
		assert.equal(code, exitCode, stderr);
		const messages = stderr.match(/could not be written to standard output|Not everything was written/g) ?? [];
		assert.equal(messages.length, 1, stderr);
		assert.doesNotMatch(stderr, /history|an upload/, 'nothing was sent');
	});

test('a full stdout beside an output elsewhere is reported', {skip: noDevFull}, async t => {
	const {shell} = await place(t);
	const {code, stderr} = await shell('$program fix w.csv -o /dev/null --json >/dev/full');
	assert.equal(code, 74, stderr);
	assert.match(stderr, /could not be written to standard output/);
});

test('an error that cannot be printed keeps its exit code', {skip: noDevFull}, async t => {
	const {shell} = await place(t);
	assert.equal((await shell('$program check none.csv --json >/dev/full 2>/dev/full')).code, 3);
});

test('output that was cut off by a full disk is not taken for the whole', {
	skip: process.platform === 'win32',
}, async t => {
	const {shell, home} = await place(t);
	const rows = Array.from({length: 50}, (_, at) => recordLine({col_name: ` c${at}`}));
	await writeFile(join(home, 'w.csv'), [header, ...rows, ''].join('\n'));
	// A limit on the size of files: the first write is short, as on a disk that becomes full.
	const {code, stderr} = await shell('ulimit -f 1; $program check w.csv --json >out.json');
	assert.equal(code, 74, stderr);
	const written = await readFile(join(home, 'out.json'), 'utf8');
	assert.throws(() => JSON.parse(written));
});

test('a reader that stops early ends check quietly', {skip: process.platform === 'win32'}, async t => {
	const {shell, home} = await place(t);
	const rows = Array.from({length: 20_000}, (_, at) => recordLine({col_name: ` c${at}`}));
	await writeFile(join(home, 'w.csv'), [header, ...rows, ''].join('\n'));
	const {code, stderr} = await shell('set -o pipefail; $program check w.csv --format json | head -c 10');
	assert.deepEqual([code, stderr], [0, '']);
});

test('a snapshot whose close fails after the upload was taken changes nothing', {skip: noStrace}, async t => {
	const {shell, home, uploads, outcomes} = await place(t);
	const snapshot = join(home, 'state', 'snapshots', `${sha256(Buffer.from(good))}.csv`);
	await mkdir(join(home, 'state'));
	const inject = `strace -f -qq -o trace -P ${snapshot} -e trace=close -e inject=close:error=EIO`;
	const {code, stdout, stderr} = await shell(`${inject} $upload --json`);
	assert.match(await readFile(join(home, 'trace'), 'utf8'), /EIO.*INJECTED/, 'the close has failed');
	assert.equal(code, 0, stderr);
	assert.notEqual(JSON.parse(stdout).sent, null);
	assert.equal(uploads(), 1);
	assert.deepEqual(await outcomes(), ['accepted']);
});

for (const args of [
	['check', 'w.csv', '--format', 'json'],
	['fix', 'w.csv', '-o', '-'],
]) {
	const title = `a signal ends ${args[0]} whose output nobody reads: ${args.join(' ')}`;
	test(title, {skip: process.platform === 'win32'}, async t => {
		const {home} = await place(t);
		const rows = Array.from({length: 20_000}, (_, at) => recordLine({col_name: ` c${at}`}));
		await writeFile(join(home, 'w.csv'), [header, ...rows, ''].join('\n'));
		const child = spawn(process.execPath, [programPath, ...args], {
			cwd: home,
			env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home},
			stdio: ['ignore', 'pipe', 'ignore'],
		});
		t.after(() => child.kill('SIGKILL'));
		await once(child.stdout, 'readable');
		child.kill('SIGTERM');
		const [code] = await once(child, 'exit');
		assert.equal(code, 143);
	});
}
