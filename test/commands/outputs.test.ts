import assert from 'node:assert/strict';
import {mkdir, readdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {fileURLToPath} from 'node:url';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {assertPlainJson, assertPlainLines, assertWellFormedXml, hostile} from '../support/outputs.ts';
import {type Ran, runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-outputs-5d1';
const good = `${hostile.slice(0, 200)}.csv`;
const bad = `${hostile.slice(0, 200)}.bad.csv`;

function quoted(text: string): string {
	return `"${text.replaceAll('"', '""')}"`;
}

/** A home with a good and a bad file, whose names and values are hostile. */
async function hostileHome(t: TestContext): Promise<string> {
	const home = await temporaryFolder(t);
	const line = recordLine({col_description: quoted(hostile)});
	await writeFile(join(home, good), `${header}\n${line}\n`);
	const wrong = recordLine({col_name: quoted(`${hostile}.x`), sort_order: quoted(hostile), is_view: 'yes'});
	await writeFile(join(home, bad), `${header},${quoted(hostile)}\n${wrong},1\n${line},1\nshort\n`);
	await writeFile(join(home, 'plain.csv'), `${header}\n${recordLine()}\n`);
	return home;
}

/** A workspace whose every text is hostile. `refusing` answers with an error that quotes it. */
async function hostileWorkspace(t: TestContext, kind: 'answering' | 'refusing'): Promise<string> {
	const integration = {id: hostile, name: hostile, type: hostile};
	const {url} = await serve(t, (request, response) => {
		request.resume();
		if (kind === 'refusing') return json(response, {detail: hostile}, 400);
		if (request.url?.includes('/table/columns/')) return json(response, {links: {next: null}, count: 0, results: []});
		if (request.url?.includes('/auth/teams/'))
			return json(response, {links: {next: null}, count: 1, results: [{id: hostile, name: hostile}]});
		if (/integrations\/\?/.test(request.url ?? ''))
			return json(response, {links: {next: null}, count: 1, results: [integration]});
		if (request.url?.includes('/user/')) return json(response, {name: hostile, email: hostile});
		return json(response, request.method === 'POST' && request.url?.includes('import') ? {} : integration);
	});
	return url;
}

/** Runs commands, two at a time. */
async function runAll(
	runs: ReadonlyArray<readonly string[]>,
	home: string,
	look: (args: readonly string[], ran: Ran) => void,
	env: Readonly<Record<string, string>> = {},
): Promise<void> {
	const queue = [...runs];
	const work = async () => {
		for (let args = queue.shift(); args !== undefined; args = queue.shift()) {
			look(args, await runHere(args, {home, env: {SECODA_API_TOKEN: token, ...env}}));
		}
	};
	await Promise.all([work(), work()]);
}

/** Fails unless all that a command printed is safe, in its own format. */
function assertSafe(args: readonly string[], {stdout, stderr}: Ran): void {
	const name = args.join(' ').slice(0, 60);
	const format = args.includes('--json') ? 'json' : args[args.indexOf('--format') + 1];
	assertPlainLines(stderr, name);
	assert.ok(!`${stdout}${stderr}`.includes(token), name);
	if (format === 'github') {
		for (const line of stdout.split('\n').filter(line => line !== '')) {
			assert.match(line, /^::(?:error|warning) file=[^:,]*,line=\d+,title=/, name);
			assertPlainLines(line.slice(2), name);
		}

		return;
	}

	assertPlainLines(stdout, name);
	if (format === 'junit') assertWellFormedXml(stdout, name);
	if (format === 'json' && stdout !== '') assertPlainJson(stdout, name);
}

test('every output of a command goes through its encoders', async () => {
	const source = fileURLToPath(new URL('../../source', import.meta.url));
	for (const name of await readdir(source, {recursive: true})) {
		if (!/^(?:commands|command-line|report|job)\/.*\.ts$/.test(name)) continue;
		const text = await readFile(join(source, name), 'utf8');
		assert.doesNotMatch(text, /process\.std(?:out|err)|console\.|\.write(?:Encoded)?\([^)]*JSON\.stringify/, name);
	}
});

test('reports of files with hostile names, headers and values', async t => {
	const home = await hostileHome(t);
	const formats = ['text', 'json', 'junit', 'github'];
	const runs = [good, bad].flatMap(file => formats.map(format => ['check', file, '--format', format, '--limit', '0']));
	await runAll([...runs, ['check', bad, '--json'], ['fix', bad, '--dry-run']], home, assertSafe);
	await runAll(
		[
			['fix', bad, '--json', '--fix', 'period-in-name'],
			['fix', bad, '--set', `description=${hostile}`],
		],
		home,
		assertSafe,
	);
	const {stdout} = await runProgram(['check', bad, '--json'], {home});
	const {file, problems} = JSON.parse(stdout);
	assert.equal(file, bad);
	assert.ok(
		problems.some(({value}: {value: string}) => value === `${hostile}.x`),
		'JSON keeps the value',
	);
});

test('words of the command line that are no commands, options or values', async t => {
	const home = await hostileHome(t);
	await mkdir(join(home, 'there'));
	const runs = [
		[hostile],
		['plain.csv', hostile],
		[`--${hostile}`],
		['upload', `--${hostile}=x`],
		['upload', hostile],
		['upload', '--json', hostile],
		['check', 'plain.csv', hostile],
		['check', `${hostile}.csv`],
		['check', `${hostile}.csv`, '--json'],
		['check', 'plain.csv', '--format', hostile],
		['check', 'plain.csv', '--limit', hostile],
		['check', 'plain.csv', '--ignore', hostile],
		['check', 'plain.csv', '--encoding', hostile],
		['check', 'plain.csv', '--delimiter', hostile],
		['fix', 'plain.csv', '--fix', hostile],
		['fix', 'plain.csv', '--map', `${hostile}=${hostile}`],
		['fix', 'plain.csv', '--set', hostile],
		['fix', 'plain.csv', '--replace', `name:/(${hostile}/x/`],
		['fix', 'plain.csv', '-o', `${hostile}/x.csv`],
		['upload', 'plain.csv', '--wait', hostile],
		['upload', 'plain.csv', '--url', hostile, '--integration', 'x'],
		['upload', 'plain.csv', '--url', 'eu', '--integration', hostile, '--timeout', '1ms'],
		['upload', 'plain.csv', '--url', 'eu', '--integration', 'x', '--token-file', hostile],
		['profiles', 'show', hostile],
		['profiles', 'show', hostile, '--json'],
		['profiles', 'add', hostile, '--url', 'eu', '--integration', 'x'],
		['profiles', 'remove', hostile],
		['profiles', hostile],
		['login', hostile],
		['logout', hostile],
		['history', hostile],
		['history', '--state', `plain.csv/${hostile}`],
		['integrations', 'list', '--profile', hostile],
		['integrations', 'list', '--url', hostile],
		['sandbox', '--port', hostile],
		['sandbox', '--data-dir', `plain.csv/${hostile}`],
		['completion', hostile],
		['help', hostile],
	];
	await runAll(runs, home, assertSafe, {HTTPS_PROXY: 'http://127.0.0.1:1'});
	await runAll([['upload', 'plain.csv']], home, assertSafe, {
		SECODA_UPLOAD_URL: hostile,
		SECODA_UPLOAD_INTEGRATION: 'x',
	});
	await runAll([['check', 'plain.csv']], home, assertSafe, {SECODA_UPLOAD_HOME: join(home, 'plain.csv', hostile)});
});

test('texts of a workspace, profiles, history and a project file', async t => {
	const home = await hostileHome(t);
	const url = await hostileWorkspace(t, 'answering');
	const place = ['--url', url, '--integration', 'x'];
	await runAll(
		[
			['upload', good, ...place, '--wait', '0'],
			['upload', bad, ...place],
			['upload', good, ...place, '--wait', '0', '--json'],
			['integrations', 'list', '--url', url],
			['integrations', 'list', '--url', url, '--json'],
			['integrations', 'create', hostile, '--url', url],
			['integrations', 'create', hostile, '--url', url, '--team', 'none'],
			['integrations', 'create', hostile, '--url', url, '--json'],
			['profiles', 'add', 'hostile', ...place, '--file', good, '--map', `${hostile}=col_name`],
		],
		home,
		assertSafe,
	);
	await runAll(
		[['history'], ['history', '--json'], ['profiles', 'list'], ['profiles', 'list', '--json']],
		home,
		assertSafe,
	);
	await runAll(
		[
			['profiles', 'show', 'hostile'],
			['profiles', 'show', 'hostile', '--json'],
		],
		home,
		assertSafe,
	);
	const refusing = await hostileWorkspace(t, 'refusing');
	await runAll(
		[
			['upload', 'plain.csv', '--url', refusing, '--integration', 'x'],
			['upload', 'plain.csv', '--url', refusing, '--integration', 'x', '--json'],
			['integrations', 'create', 'x', '--url', refusing],
		],
		home,
		assertSafe,
	);
	const folder = join(home, hostile);
	await mkdir(folder);
	await writeFile(join(folder, 'w.csv'), `${header}\n${recordLine()}\n`);
	for (const project of [{profile: hostile}, {[hostile]: 1}, {url: 1}, {encoding: hostile}]) {
		await writeFile(join(folder, 'secoda-upload.json'), JSON.stringify(project));
		await runAll([['check', 'w.csv']], folder, assertSafe);
	}
});
