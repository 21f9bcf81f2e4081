import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {Command} from 'commander';
import {commandLine} from '../../source/command-line/command-line.ts';
import {candidates} from '../../source/command-line/completion/candidates.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';

const program = commandLine(() => undefined);

function* allCommands(command: Command, before: readonly string[] = []): Generator<readonly [string, Command]> {
	for (const child of command.commands) {
		if (child.name().startsWith('__') || child.name() === 'help') continue;
		const words = [...before, child.name()];
		yield [words.join(' '), child];
		yield* allCommands(child, words);
	}
}

for (const [name, command] of allCommands(program)) {
	test(`the help of "${name}" has an example and its exit codes`, () => {
		let help = '';
		command.configureOutput({
			writeOut: text => {
				help += text;
			},
		});
		command.outputHelp();
		assert.match(help, /\nExamples?:\n {2}\S/);
		assert.match(help, /\nExit codes:\n {2}0 {4}done\n/);
	});
}

const mistyped: ReadonlyArray<readonly [args: readonly string[], meant: RegExp]> = [
	[['uplaod', 'a.csv'], /Did you mean "secoda-upload upload a\.csv"/],
	[['profiles', 'lst'], /Did you mean list/],
	[['check', 'a.csv', '--formt', 'json'], /Did you mean --format/],
	[['fix', 'a.csv', '--fix', 'perod-in-name'], /Did you mean period-in-name/],
	[['fix', 'a.csv', '--set', 'databse=X'], /Did you mean database/],
	[['check', 'a.csv', '--ignore', 'null-marc'], /Did you mean null-mark/],
	[['login', 'nigthly'], /Did you mean nightly/],
];
for (const [args, meant] of mistyped) {
	test(`"${args.join(' ')}" is answered with what was most likely meant`, async t => {
		const home = await temporaryFolder(t);
		await mkdir(join(home, 'profiles'));
		await writeFile(join(home, 'profiles', 'nightly.json'), '{"url": "eu", "integration": "i"}');
		const {code, stderr} = await runProgram(args, {home});
		assert.deepEqual([code, meant.test(stderr)], [2, true], stderr);
	});
}

const completions: ReadonlyArray<readonly [words: readonly string[], found: readonly string[]]> = [
	[['pro'], ['profiles']],
	[['ni'], ['nightly']],
	[['upload', 'ni'], ['nightly']],
	[
		['profiles', ''],
		['list', 'show', 'add', 'remove'],
	],
	[['upload', '--ap'], ['--approve']],
	[['--asc'], ['--ascii']],
	[
		['check', '--format', 'j'],
		['json', 'junit'],
	],
	[
		['integrations', 'list', '--url', ''],
		['us', 'eu', 'apac'],
	],
	[
		['integrations', 'list', '--profile', ''],
		['nightly', 'weekly'],
	],
	[
		['completion', ''],
		['bash', 'zsh', 'fish'],
	],
	[['fix', 'w'], []],
];
for (const [words, found] of completions) {
	test(`"${words.join(' ')}" and Tab: ${found.join(', ') || 'files'}`, () => {
		assert.deepEqual(candidates(program, words, ['nightly', 'weekly']), found);
	});
}

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

test('bash completes commands, profiles and files', {skip: has('bash') ? false : 'no bash here'}, async t => {
	const home = await temporaryFolder(t);
	await mkdir(join(home, 'bin'));
	await symlink(programPath, join(home, 'bin', 'secoda-upload'));
	await runProgram(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i'], {home});
	await writeFile(join(home, 'ware house.csv'), '');
	const tab = (...words: readonly string[]) => {
		const script = `source <(secoda-upload completion bash); COMP_WORDS=(secoda-upload ${words.join(' ')}); COMP_CWORD=${words.length}; _secoda_upload; printf '%s\\n' "\${COMPREPLY[@]}"`;
		const {stdout} = spawnSync('bash', ['-c', script], {
			cwd: home,
			encoding: 'utf8',
			env: {
				...process.env,
				PATH: [join(home, 'bin'), join(process.execPath, '..'), process.env.PATH].join(':'),
				SECODA_UPLOAD_HOME: home,
			},
		});
		return stdout.trim().split('\n');
	};
	assert.deepEqual(tab('upl'), ['upload']);
	assert.deepEqual(tab('upload', 'ni'), ['nightly']);
	assert.deepEqual(tab('fix', 'ware'), ['ware house.csv']);
});

test('the README names every command', async () => {
	const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
	for (const command of program.commands) {
		const name = command.name();
		if (name === 'review' || name.startsWith('__')) continue;
		assert.ok(readme.includes(`secoda-upload ${name}`), `README.md does not name ${name}`);
	}
});
