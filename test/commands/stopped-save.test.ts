import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {watch} from 'node:fs';
import {readdir, readFile, stat, truncate, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {setTimeout} from 'node:timers/promises';
import {temporaryFolder} from '../support/folder.ts';
import {cleanEnvironment, programPath} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';
import {noStrace} from '../support/strace.ts';

/** Large enough that a save takes several reads and writes. */
const rows = 100_000;
const line = recordLine({description: 'A description that is long enough to make a row'.padEnd(100, '.')});
const before = Buffer.from(`${header}\n${recordLine({is_view: 'no'})}\n${`${line}\n`.repeat(rows)}`);

type Stopped = {
	readonly code: number | null;
	readonly stdout: string;
	readonly stderr: string;
	readonly names: readonly string[];
	readonly content: Buffer | undefined;
};

/** Runs `fix`, does something as soon as its temporary file is there, and looks at what is left. */
async function during(
	t: TestContext,
	args: readonly string[],
	act: (child: ReturnType<typeof spawn>, home: string) => Promise<void> | void,
	command: readonly string[] = [],
): Promise<Stopped> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), before);
	const [program = '', ...words] = [...command, process.execPath, programPath, 'fix', 'w.csv', ...args];
	const watcher = watch(home);
	const child = spawn(program, words, {
		cwd: home,
		env: {...cleanEnvironment(), HOME: home, SECODA_UPLOAD_HOME: join(home, 'settings')},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const output = {stdout: '', stderr: ''};
	for (const name of ['stdout', 'stderr'] as const)
		child[name].on('data', chunk => {
			output[name] += chunk;
		});
	const closed = once(child, 'close');
	const begun = new Promise<void>(resolve => {
		watcher.on('change', (_, name) => {
			if (String(name).endsWith('.tmp')) resolve();
		});
	});
	await Promise.race([begun, closed]);
	watcher.close();
	await act(child, home);
	const [code, signal] = await closed;
	// A signal that comes while the program is exiting ends it in the system's own way, which shells show as 128 + number.
	const shown = code ?? {SIGHUP: 129, SIGINT: 130, SIGTERM: 143}[String(signal)] ?? null;
	const names = (await readdir(home)).filter(name => name !== 'settings');
	const result = args.includes('--in-place') ? 'w.csv' : 'o.csv';
	return {code: shown, ...output, names, content: await readFile(join(home, result)).catch(() => undefined)};
}

for (const [signal, code] of [
	['SIGINT', 130],
	['SIGTERM', 143],
	['SIGHUP', 129],
] as const) {
	for (const args of [['--in-place'], ['-o', 'o.csv']] as const) {
		test(`${signal} during ${args[0]}: exit ${code}, what became of the file, nothing left behind`, async t => {
			const ran = await during(t, args, child => void child.kill(signal));
			assert.deepEqual(
				ran.names.filter(name => name !== 'w.csv' && name !== 'o.csv'),
				[],
			);
			if (/^Saved to /m.test(ran.stdout)) {
				assert.equal(ran.content?.includes(',no,'), false);
				// A signal that comes after the end of the program, while its process exits, finds nothing to stop.
				assert.ok(ran.code === code || ran.code === 0, `${ran.code}\n${ran.stderr}`);
			} else {
				assert.equal(ran.code, code, ran.stderr);
				assert.match(ran.stderr, /^Stopped\. .*\bwas not written\b/);
				assert.deepEqual(ran.content, args[0] === '-o' ? undefined : before);
			}

			assert.doesNotMatch(ran.stderr, /^ +at /m);
		});
	}
}

test('an input that shrinks during a save ends it with a message, and the file is not replaced', async t => {
	const ran = await during(t, ['-o', 'o.csv'], (_, home) => truncate(join(home, 'w.csv'), 100_000));
	// Where the save was faster than the test, it has not seen that.
	if (/^Saved to /m.test(ran.stdout)) return;
	assert.equal(ran.code, 3, ran.stderr);
	assert.deepEqual(ran.names, ['w.csv']);
	assert.match(ran.stderr, /changed by another program/);
	assert.doesNotMatch(ran.stderr, /^ +at /m);
});

test('a second signal does not wait for a disk that hangs, and leaves nothing behind', {skip: noStrace}, async t => {
	const hanging = ['strace', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=fsync', '-e', 'inject=fsync:delay_enter=1s'];
	const ran = await during(
		t,
		['--in-place'],
		async (child, home) => {
			await fullyWritten(home);
			// strace passes no signal on: the program is its only child.
			const [pid = 0] = await childrenOf(child.pid ?? 0);
			process.kill(pid, 'SIGINT');
			// Two presses of a key that come closer than this count as one.
			await setTimeout(200);
			process.kill(pid, 'SIGINT');
		},
		hanging,
	);
	assert.equal(ran.code, 130);
	assert.deepEqual(ran.names, ['w.csv']);
	assert.deepEqual(ran.content, before);
});

/** Resolves when the temporary file has its size: what comes then is fsync. */
async function fullyWritten(home: string): Promise<void> {
	for (;;) {
		const name = (await readdir(home)).find(other => other.endsWith('.tmp'));
		// `no` has become `false`.
		if (name !== undefined && (await stat(join(home, name))).size === before.length + 3) return;
		await setTimeout(5);
	}
}

async function childrenOf(pid: number): Promise<readonly number[]> {
	const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8');
	return text.trim().split(' ').map(Number);
}
