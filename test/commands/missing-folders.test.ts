import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, type Ran, runCommand, runProgram} from '../support/program.ts';
import {header, recordLine} from '../support/session.ts';

const good = `${header}\n${recordLine()}\n`;

/** Runs the program in a folder that is deleted before it starts. */
async function runInDeletedFolder(home: string, args: readonly string[], env: Record<string, string>): Promise<Ran> {
	const folder = join(home, 'gone');
	await mkdir(folder);
	const script = 'cd "$1" && rmdir "$1" && shift && exec "$@"';
	return runCommand('sh', ['-c', script, 'sh', folder, process.execPath, programPath, ...args], {home, env});
}

async function homeWithProfile(t: TestContext) {
	const sandbox = await start(t, {token: 'token-folders', switches: {syncMs: 0}});
	const home = await temporaryFolder(t);
	const file = join(home, 'w.csv');
	await writeFile(file, good);
	const place = ['--url', sandbox.url, '--integration', sandbox.integration];
	await runProgram(['profiles', 'add', 'nightly', ...place, '--file', file], {home});
	return {home, file, place, env: {SECODA_API_TOKEN: 'token-folders'}};
}

test('in a deleted working folder everything works that needs no folder, and the rest says what to do', {
	skip: process.platform === 'win32',
}, async t => {
	const {home, file, place, env} = await homeWithProfile(t);
	const cases: ReadonlyArray<readonly [args: readonly string[], exitCode: number]> = [
		[['check', file], 0],
		[['check', 'w.csv'], 3],
		[['check', 'nightly'], 0],
		[['fix', file, '-o', join(home, 'fixed.csv')], 0],
		[['fix', file, '-o', 'fixed.csv'], 3],
		[['upload', file, ...place], 0],
		[['run', 'nightly'], 0],
		[['upload', '--project', 'project.json'], 2],
		[['profiles', 'add', 'other', ...place, '--file', file], 0],
		[['profiles', 'add', 'other', ...place, '--file', 'w.csv'], 2],
		[['profiles', 'list'], 0],
		[['history'], 0],
		[['integrations', 'list', '--url', place[1] ?? ''], 0],
		[['completion', 'bash'], 0],
		[['--version'], 0],
	];
	for (const [args, exitCode] of cases) {
		const {code, stdout, stderr} = await runInDeletedFolder(home, args, env);
		assert.equal(code, exitCode, `${args.join(' ')}\n${stdout}${stderr}`);
		if (exitCode !== 0) assert.match(stderr, /Next: /, args.join(' '));
	}
});

for (const [what, path] of [
	['is missing', 'nowhere'],
	['is a file', 'w.csv'],
] as const) {
	test(`a folder for temporary files that ${what} is reported where one is needed`, async t => {
		const {home, file, place, env} = await homeWithProfile(t);
		const TMPDIR = join(home, path);
		const run = (args: readonly string[], input?: string) =>
			runProgram(args, {home, env: {...env, TMPDIR}, ...(input === undefined ? {} : {input})});
		for (const args of [['check', file], ['fix', file], ['upload', file, ...place], ['history']]) {
			const {code, stderr} = await run(args);
			assert.equal(code, 0, `${args.join(' ')}\n${stderr}`);
		}

		const needy: ReadonlyArray<readonly [args: readonly string[], input: string]> = [
			[['check', '-'], good],
			[['fix', '-', '-o', 'fixed.csv'], good],
			[['upload', '-', ...place], good],
			[['check', file, '--encoding', 'windows-1252'], ''],
			[['fix', file, '--set', 'database=LAKE', '-o', 'set.csv'], ''],
			[['demo', '--no-input'], ''],
		];
		for (const [args, input] of needy) {
			const {code, stderr} = await run(args, input);
			assert.notEqual(code, 70, `${args.join(' ')}\n${stderr}`);
			if (code !== 0) assert.match(stderr, /TMPDIR/, `${args.join(' ')}\n${stderr}`);
		}
	});
}
