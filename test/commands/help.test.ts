import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdir, readFile, symlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {Command} from 'commander';
import {candidates} from '../../source/command-line/completion/candidates.ts';
import {type Shell, shells} from '../../source/command-line/completion/script.ts';
import {shownCommands} from '../../source/command-line/shown-commands.ts';
import {program} from '../support/command-line.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';

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
	[['uplaod', 'a.csv'], /Did you mean "secoda-upload upload"/],
	[['profiles', 'lst'], /Did you mean list/],
	[['help', 'uplod'], /Did you mean upload/],
	[['help', 'profiles', 'lst'], /Did you mean list.*help profiles" lists/],
	[['help', 'requird'], /Did you mean required.*"secoda-upload help codes"/],
	[['help', 'zzzz'], /"secoda-upload help codes" lists all codes/],
	[['check', 'a.csv', '--formt', 'json'], /Did you mean --format/],
	[['fix', 'a.csv', '--fix', 'perod-in-name'], /Did you mean period-in-name/],
	[['fix', 'a.csv', '--set', 'databse=X'], /Did you mean database/],
	[['check', 'a.csv', '--ignore', 'null-marc'], /Did you mean null-mark/],
	[['login', 'nigthly'], /Did you mean nightly/],
	[['sql', 'big-query'], /Did you mean bigquery/],
];
for (const [args, meant] of mistyped) {
	test(`"${args.join(' ')}" is answered with what was most likely meant`, async t => {
		const home = await temporaryFolder(t);
		await mkdir(join(home, 'profiles'));
		await writeFile(join(home, 'profiles', 'nightly.json'), '{"url": "eu", "integration": "i"}');
		const {code, stderr} = await runHere(args, {home});
		assert.deepEqual([code, meant.test(stderr)], [2, true], stderr);
	});
}

const completions: ReadonlyArray<readonly [words: readonly string[], found: readonly string[], files?: 'files']> = [
	[['pro'], ['profiles']],
	[['help', 'pro'], ['profiles']],
	[['help', 'profiles', 'a'], ['add']],
	[['help', 'profiles', 'add', ''], []],
	[['ni'], ['nightly'], 'files'],
	[['upload', 'ni'], ['nightly'], 'files'],
	[['upload', 'nightly', ''], []],
	[['lineage', 'id', 'ni'], ['nightly'], 'files'],
	[['lineage', 'nightly', '', ''], [], 'files'],
	[['lineage', 'id', 'nightly', ''], []],
	[['login', 'nightly', ''], []],
	[
		['login', ''],
		['nightly', 'weekly'],
	],
	[
		['profiles', ''],
		['list', 'show', 'add', 'set', 'remove'],
	],
	[['upload', '--ap'], ['--approve']],
	[['upload', '--token-file', ''], [], 'files'],
	[['--asc'], ['--ascii']],
	[
		['check', '--format', 'j'],
		['json', 'junit'],
	],
	[
		['integrations', 'list', '--url', ''],
		['us', 'eu', 'apac'],
	],
	[['--url', 'a'], ['apac']],
	[['integrations', 'list', '--url=e'], ['--url=eu']],
	[
		['integrations', 'list', '--profile', ''],
		['nightly', 'weekly'],
	],
	[
		['completion', ''],
		['bash', 'zsh', 'fish'],
	],
	[
		['sql', 's'],
		['snowflake', 'sqlserver', 'sqlite'],
	],
	[
		['sql', 'trino', '--case', ''],
		['lower', 'as-is'],
	],
	[
		['sql', 'trino', '--ex'],
		['--exclude-schema', '--exclude-column'],
	],
	[['sql', 'trino', '-o', ''], [], 'files'],
	[['fix', 'w'], [], 'files'],
	[['check', 'w.csv', ''], [], 'files'],
	[['check', 'nightly', ''], []],
	[['fix', 'w.csv', '--fix', 'per'], ['period-in-name']],
	[['check', 'w.csv', '--ignore', 'null'], ['null-mark']],
	[
		['check', '--encoding', 'utf-16'],
		['utf-16le', 'utf-16be'],
	],
	[['upload', '--delimiter', 't'], ['tab']],
	[['run', ''], ['nightly', 'weekly'], 'files'],
	[
		['profiles', 'set', 'nightly', '--unset', 'max'],
		['max-hidden', 'max-age'],
	],
	[
		['profiles', 'set', ''],
		['nightly', 'weekly'],
	],
];
for (const [words, found, files] of completions) {
	test(`"${words.join(' ')}" and Tab: ${[...found, ...(files ? ['files'] : [])].join(', ') || 'nothing'}`, () => {
		const answer = candidates(program, words, ['nightly', 'weekly']);
		assert.deepEqual(answer, {words: found, files: files !== undefined});
	});
}

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

/** How each shell is asked what a Tab would offer. */
const tabs: {readonly [S in Shell]: (words: readonly string[]) => string} = {
	bash: words =>
		`source <(secoda-upload completion bash); COMP_WORDS=(secoda-upload ${words.join(' ')}); COMP_CWORD=${words.length}; _secoda_upload; printf '%s\\n' "\${COMPREPLY[@]}"`,
	// What zsh offers can only be seen on a screen: its answer is caught where it would be put there.
	zsh: words =>
		`autoload -Uz compinit; compinit -u -d ./dump; source <(secoda-upload completion zsh); compadd() { while [[ $1 != -- ]]; do shift; done; shift; print -rl -- "$@" }; _files() { print -rl -- *(N) }; words=(secoda-upload ${words.join(' ')}); CURRENT=${words.length + 1}; _secoda_upload`,
	fish: words => `secoda-upload completion fish | source; complete -C 'secoda-upload ${words.join(' ')}'`,
};

for (const shell of shells) {
	test(`${shell} completes commands, profiles and files`, {skip: has(shell) ? false : `no ${shell} here`}, async t => {
		const home = await temporaryFolder(t);
		await mkdir(join(home, 'bin'));
		await mkdir(join(home, 'upload'));
		await symlink(programPath, join(home, 'bin', 'secoda-upload'));
		await runProgram(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i'], {home});
		await writeFile(join(home, 'ware house.csv'), '');
		const tab = (...words: readonly string[]) => {
			const {stdout} = spawnSync(shell, ['-c', tabs[shell](words)], {
				cwd: home,
				encoding: 'utf8',
				env: {
					...process.env,
					HOME: home,
					PATH: [join(home, 'bin'), join(process.execPath, '..'), process.env.PATH].join(':'),
					SECODA_UPLOAD_HOME: home,
				},
			});
			return stdout
				.trim()
				.split('\n')
				.map(line => line.replaceAll('\\', ''));
		};
		// The folder of that name is no second answer.
		assert.deepEqual(tab('upl'), ['upload']);
		// Bash hands an option and its value over in three words.
		const value = shell === 'bash' ? tab('check', '--format', '=', 'js') : tab('check', '--format=js');
		assert.deepEqual(value, [shell === 'bash' ? 'json' : '--format=json']);
		assert.deepEqual(tab('login', 'ni'), ['nightly']);
		const both = tab('check', shell === 'zsh' ? "''" : 'ware');
		assert.ok(both.includes('ware house.csv'), both.join(', '));
	});
}

test('docs/command-line.md names every command', async () => {
	const document = await readFile(new URL('../../docs/command-line.md', import.meta.url), 'utf8');
	for (const command of shownCommands(program)) {
		const name = command.name();
		assert.ok(document.includes(`secoda-upload ${name}`), `docs/command-line.md does not name ${name}`);
	}
});
