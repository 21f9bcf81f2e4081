import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {assertInNoFile} from '../support/canary.ts';
import {json, serve} from '../support/fault-server.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'kV9x2Lq7Zr4Tn8Wb3Yd6Hc1Mf5Jp0Sg';

async function homeWithFile(t: TestContext): Promise<string> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'w.csv'), `${header}\n${recordLine()}\n`);
	return home;
}

/** A workspace that sends the token of a request back in every text, plainly and in other forms. */
async function echo(t: TestContext): Promise<string> {
	const {url} = await serve(t, (request, response) => {
		request.resume();
		const given = request.headers.authorization?.replace('Bearer ', '') ?? '';
		const name = `is ${given} or ${encodeURIComponent(given)}`;
		const page = {links: {next: null}, count: 1, results: [{id: 'a', name, type: name}]};
		if (request.url?.includes('/table/columns/')) return json(response, {...page, count: 0, results: []});
		if (/integrations\/\?|\/teams\//.test(request.url ?? '')) return json(response, page);
		if (request.url?.includes('/user/')) return json(response, {name, email: name});
		return json(response, {id: 'a', name, type: name});
	});
	return url;
}

test('a token among the words of a command line is never printed', async t => {
	const home = await homeWithFile(t);
	await runProgram(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'x'], {home});
	/** A token that looks like one, and one that only the environment tells apart from other words. */
	const plain = 'correct-horse-battery';
	for (const [secret, env, lines] of [
		[
			token,
			{},
			[
				['upload', 'w.csv', '--token', token],
				['upload', 'w.csv', `--token=${token}`],
				['upload', 'w.csv', `--api-key=${token}`, '--json'],
				['upload', token, '--json'],
				[token],
				['login', 'nightly', token],
				['profiles', 'show', token],
				['upload', 'w.csv', '--url', 'eu', '--integration', 'x', '--token-file', token],
				['help', token],
			],
		],
		[
			plain,
			{SECODA_API_TOKEN: plain},
			[
				['check', 'w.csv', `--Bearer=${plain}`],
				['check', plain, '--json'],
				['upload', plain],
				['fix', `${plain}.csv`, '-o', 'x.csv'],
				['login', plain],
				['upload', 'w.csv', '--url', 'eu', '--integration', 'x', '--token-file', plain],
			],
		],
	] as const) {
		for (const words of lines) {
			const {stdout, stderr, code} = await runProgram(words, {home, env});
			assert.notEqual(code, 0, words.join(' '));
			assert.ok(!`${stdout}${stderr}`.includes(secret), `${words.join(' ')}\n${stdout}${stderr}`);
		}
	}

	const {stderr} = await runProgram(['upload', 'my-token-file'], {home});
	assert.match(stderr, /my-token-file/, 'other words are shown');
	const id = '6b1e6f6c-0b5c-4c8e-9d5b-0a1b2c3d4e5f';
	assert.match((await runProgram(['profiles', 'show', id], {home})).stderr, new RegExp(id), 'ids are shown');
});

test('a token that a workspace sends back is in no output and no file, wherever it came from', async t => {
	const home = await homeWithFile(t);
	const url = await echo(t);
	await writeFile(join(home, 'token.txt'), `${token}\n`, {mode: 0o600});
	const place = ['--url', url, '--integration', 'a'];
	await runHere(['profiles', 'add', 'nightly', ...place, '--file', 'w.csv'], {home});
	const given = {env: {SECODA_API_TOKEN: token}};
	for (const [words, options] of [
		[['upload', 'w.csv', ...place, '--wait', '0'], given],
		[['upload', 'w.csv', ...place, '--wait', '0', '--json', '--token-file', 'token.txt'], {}],
		[['integrations', 'list', '--url', url], given],
		[['integrations', 'list', '--url', url, '--json'], given],
		[['integrations', 'create', 'x', '--url', url, '--token-file', 'token.txt'], {}],
		[['integrations', 'create', 'x', '--url', url, '--json'], given],
		[['integrations', 'create', 'x', '--url', url, '--team', 'none'], given],
		[['login', 'nightly', '--insecure-storage'], {input: token}],
		[['login', 'nightly', '--insecure-storage', '--json'], {input: `Bearer ${token}`}],
		[['integrations', 'list', '--profile', 'nightly'], {}],
		[['upload', 'nightly', '--wait', '0'], {}],
		[['history'], {}],
		[['history', '--json'], {}],
		[['profiles', 'list'], {}],
	] as const) {
		const {stdout, stderr} = await runHere(words, {home, ...options});
		assert.notEqual(`${stdout}${stderr}`, '');
		assert.ok(!`${stdout}${stderr}`.includes(token), `${words.join(' ')}\n${stdout}${stderr}`);
	}

	await assertInNoFile(token, home, [
		join(home, 'token.txt'),
		join(home, 'tokens', encodeURIComponent(`nightly@${new URL(url).host}`)),
	]);
});

test('a token in the cells and the name of a file is not printed', async t => {
	const home = await temporaryFolder(t);
	await mkdir(join(home, 'in'));
	await writeFile(join(home, `${token}.csv`), `${header}\n${recordLine({col_name: `a.${token}`, is_view: token})}\n`);
	for (const format of ['text', 'json', 'junit', 'github']) {
		const {stdout, stderr} = await runHere(['check', `${token}.csv`, '--format', format], {
			home,
			env: {SECODA_API_TOKEN: token},
		});
		assert.ok(stdout.includes('[hidden]'), format);
		assert.ok(!`${stdout}${stderr}`.includes(token), format);
	}
});
