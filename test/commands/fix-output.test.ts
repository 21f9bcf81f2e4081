import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {link, lstat, readdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath, type Ran, runCommand, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const before = `${header}\n${recordLine({is_view: 'no'})}\n`;
const after = before.replace(',no,', ',false,');
const clean = `${header}\n${recordLine()}\n`;

async function homeWith(t: TestContext, content = before): Promise<string> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), content);
	return home;
}

/** Runs a line in a shell in which `$fix` is the program's `fix w.csv`. */
async function shell(home: string, line: string, input?: string): Promise<Ran> {
	const program = `"${process.execPath}" "${programPath}"`;
	const text = line.replaceAll('$fix', `${program} fix w.csv`).replaceAll('$program', program);
	return runCommand('bash', ['-c', text], {home, ...(input === undefined ? {} : {input})});
}

const read = (home: string, name: string) => readFile(join(home, name), 'utf8').catch(() => undefined);

// Each line writes the fixed file to `result`, and the report elsewhere.
for (const [what, line] of [
	['standard output', '$fix -o - > result'],
	['/dev/stdout', '$fix -o /dev/stdout > result'],
	['/dev/stdout that is appended to', 'printf "" > result; $fix -o /dev/stdout >> result'],
	['/dev/stdout behind a link', 'ln -s /dev/stdout out; $fix -o out > result && test -L out'],
	['/proc/self/fd/1', '$fix -o /proc/self/fd/1 > result'],
	['standard output in a pipe', '$fix -o - | cat > result'],
	['another descriptor', '$fix -o /dev/fd/7 7> result'],
	['descriptor 15', '$fix -o /dev/fd/15 15> result'],
	['descriptor 16', '$fix -o /dev/fd/16 16> result'],
	['descriptor 18 of 16 to 18', '$fix -o /dev/fd/18 16> x 17> y 18> result'],
	['descriptor 40 behind a link', 'ln -s /dev/fd/40 out; $fix -o out 40> result'],
	['a descriptor of a pipe', '$fix -o /dev/fd/7 7>&1 > report | cat > result'],
	['a process substitution', '$fix -o >(cat > result; echo done > finished); until test -e finished; do :; done'],
	['a FIFO', 'mkfifo pipe; cat pipe > result & $fix -o pipe; wait; test -p pipe'],
	['a FIFO behind a link', 'mkfifo p; ln -s p pipe; cat p > result & $fix -o pipe; wait; test -p p'],
	['a link that leads nowhere', 'ln -s result out.csv; $fix -o out.csv && test -L out.csv'],
	['a chain of links', 'ln -s result b; ln -s b a; $fix -o a && test -L a && test -L b'],
	['a link in another folder', 'mkdir d; ln -s ../result d/out.csv; $fix -o d/out.csv && test -L d/out.csv'],
	['a file', 'echo old > result; $fix -o result'],
	['a link to a file', 'echo old > result; ln -s result out.csv; $fix -o out.csv && test -L out.csv'],
	['standard output, from standard input', '$program fix - < w.csv > result'],
	['a file, from standard input', '$program fix - -o result < w.csv'],
] as const) {
	test(`fix writes to ${what}, and what was there stays what it is`, async t => {
		const home = await homeWith(t);
		const {code, stderr} = await shell(home, line);
		assert.equal(code, 0, stderr);
		assert.equal(await read(home, 'result'), after);
		assert.equal(await read(home, 'w.csv'), before);
	});
}

test('a device stays a device, and one that takes no bytes is reported', async t => {
	const home = await homeWith(t);
	assert.equal((await shell(home, '$fix -o /dev/null')).code, 0);
	assert.ok((await lstat('/dev/null')).isCharacterDevice());
	for (const line of ['$fix -o /dev/full', '$fix -o - > /dev/full', '$fix -o /dev/stdout > /dev/full']) {
		const {code, stderr} = await shell(home, line);
		assert.equal(code, 3);
		assert.match(stderr, /Not everything was written to .*: the disk is full/);
	}

	assert.ok((await lstat('/dev/full')).isCharacterDevice());
});

for (const name of ['w.csv', './w.csv', 'link.csv', 'chain.csv', 'hard.csv', '../here/w.csv', '/dev/fd/7']) {
	test(`-o ${name} never rewrites the input`, async t => {
		const outer = await temporaryFolder(t);
		spawnSync('mkdir', [join(outer, 'here')]);
		const home = join(outer, 'here');
		await writeFile(join(home, 'w.csv'), before);
		await symlink('w.csv', join(home, 'link.csv'));
		await symlink('link.csv', join(home, 'chain.csv'));
		await link(join(home, 'w.csv'), join(home, 'hard.csv'));
		const {code, stdout} = await shell(home, `$fix -o ${name} --json 7>> w.csv`);
		assert.deepEqual([code, JSON.parse(stdout).error.code], [2, 'is-source']);
		assert.equal(await read(home, 'w.csv'), before);
		// Converted bytes are not written over it either.
		assert.equal((await shell(home, `$fix --encoding latin1 -o ${name} 7>> w.csv`)).code, 2);
		assert.equal(await read(home, 'w.csv'), before);
	});
}

test('standard output that is appended to the input is refused', async t => {
	const home = await homeWith(t);
	assert.equal((await shell(home, '$fix -o - >> w.csv')).code, 2);
	assert.equal(await read(home, 'w.csv'), before);
});

test('a fixed copy that is another name of the input is not replaced, with --yes either', async t => {
	const home = await homeWith(t);
	await symlink('w.csv', join(home, 'w.fixed.csv'));
	const {code, stdout} = await shell(home, '$fix --yes --json');
	assert.deepEqual([code, JSON.parse(stdout).error.code], [2, 'is-source']);
	assert.equal(await read(home, 'w.csv'), before);
});

for (const [what, args, code] of [
	['a folder', ['-o', '.'], 'folder'],
	['an empty name', ['-o', ''], 'wrong-usage'],
	['a missing folder', ['-o', 'none/x.csv'], 'not-written'],
	['a file as a folder', ['-o', 'w.csv/x.csv'], 'not-written'],
	['links in a circle', ['-o', 'circle'], 'not-written'],
	['both -o and --in-place', ['-o', 'x.csv', '--in-place'], 'wrong-usage'],
	['standard output beside --json', ['-o', '-'], 'wrong-usage'],
	['/dev/stdout beside --json', ['-o', '/dev/stdout'], 'wrong-usage'],
	['standard input in place', ['--in-place'], 'wrong-usage'],
] as const) {
	test(`fix refuses ${what} before anything is written`, async t => {
		const home = await homeWith(t);
		await symlink('circle', join(home, 'circle'));
		const source = what === 'standard input in place' ? '-' : 'w.csv';
		const ran = await runProgram(['fix', source, ...args, '--json'], {home, input: before});
		assert.equal(JSON.parse(ran.stdout).error.code, code);
		assert.doesNotMatch(ran.stderr, /[Mm]ake room/);
		assert.deepEqual((await readdir(home)).sort(), ['circle', 'w.csv']);
		assert.equal(await read(home, 'w.csv'), before);
	});
}

test('what -o names is written although nothing had to change', async t => {
	const home = await homeWith(t, clean);
	const ran = await runProgram(['fix', 'w.csv', '-o', 'o.csv', '--json'], {home});
	assert.deepEqual([ran.code, JSON.parse(ran.stdout).output], [0, 'o.csv']);
	assert.equal(await read(home, 'o.csv'), clean);
	assert.equal((await shell(home, '$fix -o -')).stdout, clean);
	// Nothing that could be judged, either.
	await writeFile(join(home, 'w.csv'), 'a,b\n1,2\n');
	assert.equal((await shell(home, '$fix -o -')).stdout, 'a,b\n1,2\n');
});

test('the report goes to standard error when the file goes to standard output', async t => {
	const home = await homeWith(t);
	const {stdout, stderr} = await runProgram(['fix', 'w.csv', '-o', '-'], {home});
	assert.equal(stdout, after);
	assert.match(stderr, /safe: 1 cell/);
});

test('fix | upload: what fix has written to the pipe is sent', async t => {
	const home = await homeWith(t);
	const sandbox = await start(t, {token: 'token-for-pipe'});
	const line = `set -o pipefail; $fix -o - | SECODA_API_TOKEN=token-for-pipe $program upload - --url ${sandbox.url} --integration ${sandbox.integration} --json`;
	const {code, stdout, stderr} = await shell(home, line);
	assert.equal(code, 0, stderr);
	assert.equal(JSON.parse(stdout).outcome, 'confirmed');
});

test('standard input is read alike by check, fix and upload', async t => {
	const home = await homeWith(t);
	for (const command of ['check', 'fix', 'upload']) {
		const rest = command === 'check' ? ['--format', 'json'] : ['--json'];
		const args = [command, '-', ...rest, ...(command === 'fix' ? ['-o', 'x.csv'] : [])];
		const place = command === 'upload' ? ['--url', 'http://127.0.0.1:1', '--integration', 'i'] : [];
		const folder = await shell(home, `$program ${[...args, ...place].join(' ')} < .`);
		assert.equal(folder.code, 3, `${command} - < folder`);
		const empty = await runProgram([...args, ...place], {home, input: ''});
		assert.equal(empty.code, 3, `${command} - of nothing`);
	}
});

test('a FIFO that nobody reads and a pipe that nobody empties can be stopped', async t => {
	const home = await homeWith(t, before + `${recordLine()}\n`.repeat(20_000));
	spawnSync('mkfifo', [join(home, 'pipe')]);
	for (const target of ['pipe', '-']) {
		const child = spawn(process.execPath, [programPath, 'fix', 'w.csv', '-o', target], {
			cwd: home,
			env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: home},
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let stderr = '';
		child.stderr.on('data', chunk => {
			stderr += chunk;
		});
		// Bytes in the pipe show that the program is past its start.
		if (target === '-') await once(child.stdout, 'readable');
		else while (!stderr.includes('Waiting for a reader')) await once(child.stderr, 'data');
		child.kill('SIGTERM');
		const [code] = await once(child, 'exit');
		assert.equal(code, 143, stderr);
		assert.match(stderr, /Not everything was written/);
		child.stdout.destroy();
	}
});
