import assert from 'node:assert/strict';
import {spawn} from 'node:child_process';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Command} from 'commander';
import {start, upload} from '../sandbox/client.ts';
import {pathWithProgram, program} from '../support/command-line.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';
import {Terminal} from '../terminal/terminal.ts';

const token = 'canary-next-4c8';
const foreign = 'Feld,database,schema,Objekt\na,d,s,t\n';

/** Names that a shell, or this program, could take for something else. */
const names = [
	'plain.csv',
	'two words.csv',
	"it's.csv",
	'$(touch x).csv',
	'-dash.csv',
	'check',
	'tab\tand\u001Bescape.csv',
	'##[x].csv',
];

/** The variables in place of which a person puts something. */
type Fill = Readonly<Record<string, string>>;

async function place(t: TestContext) {
	const home = await temporaryFolder(t);
	const sandbox = await start(t, {token});
	const env = {
		PATH: await pathWithProgram(home),
		HOME: home,
		SECODA_UPLOAD_HOME: home,
		SECODA_API_TOKEN: token,
		LC_ALL: 'C.UTF-8',
	};
	const fill: Fill = {
		'<workspace>': sandbox.url,
		'<id>': sandbox.integration,
		'<path>': 'plain.csv',
		'<file>': 'plain.csv',
		'<profile>': 'nightly',
	};
	const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
		runHere(args, {home, env: {...env, ...more}});
	const desk = {home, env, terminals: 2};
	return {home, sandbox, fill, run, shell: (command: string) => runShell(command, desk)};
}

/** Where a command is typed. */
type Desk = {readonly home: string; readonly env: Readonly<Record<string, string>>; terminals: number};

/**
Types a command into a shell; returns its exit code. One that needs a terminal gets one, until its screen is there; when there
were enough of these, the file that it opens is checked in its place.
*/
async function runShell(command: string, desk: Desk): Promise<number | null> {
	const {home: cwd, env} = desk;
	const ran = await runBash(command, cwd, env);
	if (!/needs a terminal/.test(ran.stderr)) return ran.code;
	if (command !== 'secoda-upload' && desk.terminals-- <= 0)
		return (await runBash(command.replace('secoda-upload', 'secoda-upload check'), cwd, env)).code;
	using terminal = new Terminal({command: 'bash', args: ['-c', `exec ${command}`], cwd, env});
	await terminal.shows(/\bhelp|\bquit|\bEnter/);
	assert.ok(terminal.output.includes('\u001B[?1049h'), `${command} shows no screen:\n${terminal.text()}`);
	terminal.kill('SIGTERM');
	return terminal.exited();
}

async function runBash(command: string, cwd: string, env: NodeJS.ProcessEnv) {
	const child = spawn('bash', ['-c', command], {cwd, env, stdio: ['ignore', 'pipe', 'pipe']});
	let stderr = '';
	child.stdout.resume();
	child.stderr.on('data', chunk => {
		stderr += chunk;
	});
	const code = await new Promise<number | null>(resolve => child.on('close', resolve));
	return {code, stderr};
}

/** Returns the commands of this program that an output suggests. */
function commandsIn(output: string): readonly string[] {
	const lines = [...output.matchAll(/(?:: |^ {2})(secoda-upload\b[^"\n]*?)(?= Undo this| Watch the| or "|\.?$)/gm)].map(
		([, command = '']) => command,
	);
	const quoted = [...output.matchAll(/"(secoda-upload\b[^"\n]*)"/g)].map(([, command = '']) => command);
	return [...new Set([...lines, ...quoted])];
}

/** Returns the options that an output suggests for the command that printed it. */
function optionsIn(output: string): readonly string[] {
	const rest = commandsIn(output).reduce((text, command) => text.replaceAll(command, ''), output);
	const advice = rest.split('\n').filter(line => /Next: |--map|--set|--encoding/.test(line));
	return [...new Set(advice.flatMap(line => line.match(/(?<![\w-])--[a-z][a-z-]+/g) ?? []))];
}

function filled(command: string, fill: Fill): string {
	return Object.entries(fill).reduce((text, [placeholder, value]) => text.replaceAll(placeholder, value), command);
}

/** The command that words run. */
function commandOf(words: readonly string[]): Command {
	let command = program;
	for (const word of words)
		command = command.commands.find(child => [child.name(), ...child.aliases()].includes(word)) ?? command;
	return command === program ? (program.commands.find(child => child.name() === 'review') ?? program) : command;
}

test('every suggested command is accepted, with any names', async t => {
	const {home, sandbox, fill, run, shell} = await place(t);
	const where = ['--url', sandbox.url, '--integration', sandbox.integration];
	const good = `${header}\n${recordLine()}\n`;
	const wrong = `${header}\n${recordLine({col_name: 'a.b'})}\n`;
	const fixable = `${header}\n${recordLine({is_view: 'no'})}\n`;
	const project = join(home, 'other', 'secoda-upload.json');
	await mkdir(join(home, 'other'));
	await writeFile(project, '{}');
	await writeFile(join(home, 'open.txt'), token, {mode: 0o644});
	const empty = await serve(t, (_request, response) => json(response, {links: {next: null}, count: 0, results: []}));
	await run(['profiles', 'add', 'bare', ...where]);
	await run([
		'profiles',
		'add',
		'mapped',
		...where,
		'--file',
		'foreign.csv',
		'--map',
		'Feld=col_name',
		'--map',
		'Objekt=name',
	]);
	await writeFile(join(home, 'foreign.csv'), foreign);
	await writeFile(join(home, 'semicolons.csv'), wrong.replaceAll(',', ';'));
	for (const name of ['titled.csv', 'titled too.csv']) await writeFile(join(home, name), `A title\n${fixable}`);
	await writeFile(join(home, 'utf16.csv'), Buffer.from(`\uFEFF${good}`, 'utf16le'));
	await writeFile(join(home, 'one value.json'), '[\n{}\n]\n');
	const many = Array.from({length: 30}, (_, at) => recordLine({col_name: `c${at}`}));
	const stopped = await start(t, {token});
	await upload(stopped, many);
	const few = ['few.csv', '--url', stopped.url, '--integration', stopped.integration];
	await writeFile(join(home, 'few.csv'), good);
	// The second upload adds columns, which a rollback hides.
	const undone = await start(t, {token});
	await run(['profiles', 'add', 'undone', '--url', undone.url, '--integration', undone.integration, '--file', 'u.csv']);
	for (const lines of [[recordLine()], [recordLine(), ...many]]) {
		await writeFile(join(home, 'u.csv'), [header, ...lines, ''].join('\n'));
		const {code, stderr} = await run(['upload', 'undone', '--wait', '0']);
		assert.equal(code, 0, stderr);
		await undone.idle();
	}

	const runs: Array<readonly [args: readonly string[], env?: Readonly<Record<string, string>>]> = [];
	for (const [at, name] of names.entries()) {
		const file = name.startsWith('-') || !name.includes('.') ? `./${name}` : name;
		await writeFile(join(home, name), [good, wrong, fixable][at % 3] ?? '');
		runs.push([[at % 2 === 0 ? 'check' : 'upload', file]]);
	}

	runs.push(
		[['check', 'foreign.csv', '--map', 'Feld=col_name', '--set', "name=it's"]],
		[['check', 'foreign.csv', '--map', 'Feld=col_name', '--map', '#4=name', '--no-project']],
		[['check', 'semicolons.csv', '--delimiter', 'semicolon', '--project', project]],
		[['check', 'utf16.csv', '--encoding', 'utf-16le']],
		[['check', 'titled.csv', '--header-row', '2']],
		[['fix', 'titled too.csv', '--header-row', '2', '--yes']],
		[['check', 'one value.json']],
		[['check', 'mapped']],
		[['check', 'bare']],
		[['fix', 'two words.csv', '--yes']],
		[['fix', 'semicolons.csv', '--delimiter', 'semicolon', '--yes']],
		[['upload', ...few, '--json', '--wait', '30s']],
		[['plan', ...few, '--project', project, '--format=markdown', '--exit-code']],
		[['plan', 'few.csv', '--against', 'plain.csv']],
		[['rollback', 'undone', '--dry-run']],
		[['upload', 'bare']],
		[['upload', 'none']],
		[['chek']],
		[['chek', 'plain.csv']],
		[['profile']],
		[['profiles', 'show', 'none']],
		[['profiles', 'set', 'bare']],
		[['profiles', 'list'], {SECODA_UPLOAD_HOME: join(home, 'fresh')}],
		[['profiles', 'add', 'nightly', ...where, '--file', 'plain.csv']],
		[['profiles', 'set', 'nightly', '--file', 'plain.csv']],
		[['login', 'nightly'], {SECODA_API_TOKEN: ''}],
		[['logout', 'none']],
		[['history', 'none']],
		[['integrations', 'list', '--url', empty.url]],
		[['upload', 'plain.csv', ...where], {SECODA_API_TOKEN: ''}],
		[[]],
		[['plain.csv', '--no-input', ...where]],
	);
	const found = new Map<string, string>();
	const queue = [...runs];
	const work = async () => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const [args, more] = next;
			const {stdout, stderr} = await run(args, more);
			const output = `${stdout}${stderr}`;
			for (const command of commandsIn(output)) found.set(filled(command, fill), `${args.join(' ')}:\n${output}`);
			const command = commandOf(args);
			for (const option of optionsIn(output)) {
				const known = [...command.options, ...program.options].some(({long}) => long === option);
				assert.ok(known, `${option} is no option of ${command.name()}:\n${output}`);
			}
		}
	};
	await Promise.all([work(), work()]);
	assert.ok(found.size > 24, [...found.keys()].join('\n'));
	assert.equal([...found.keys()].filter(command => command.includes(' --approve ')).length, 3);
	// In sequence: an upload that another one overtakes would wait for pages that are hidden again.
	for (const [command, origin] of found) {
		assert.doesNotMatch(command, /<[a-z]/, `${command} in ${origin}`);
		const code = await shell(command);
		const isRun = command.includes('--approve') ? code === 0 : code !== 2 && code !== 3 && code !== 127;
		assert.ok(isRun, `${command} ended with ${code}; it was printed by ${origin}`);
	}
});
