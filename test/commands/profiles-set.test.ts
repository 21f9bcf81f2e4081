import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {start} from '../sandbox/client.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runProgram} from '../support/program.ts';
import {runHere} from '../support/run-here.ts';

const token = 'canary-profiles-set-19b';

test('profiles set changes the settings that are given, and no others', async t => {
	const home = await temporaryFolder(t);
	const run = (...args: string[]) => runHere(['profiles', ...args], {home});
	const shown = async () => JSON.parse((await run('show', 'nightly', '--json')).stdout);
	const settings = ['--file', 'a.csv', '--map', 'Feld=col_name', '--encoding', 'utf-16le', '--delimiter', 'tab'];
	const limits = ['--safe-fixes', '--max-hidden', '5', '--min-rows', '10', '--max-age', '24'];
	await run('add', 'nightly', '--url', 'eu', '--integration', 'one', ...settings, ...limits);
	const before = await shown();
	for (const [args, changes] of [
		[['--file', 'b.csv'], {file: join(home, 'b.csv')}],
		[['--map', '#3=name'], {mapping: {Feld: 'col_name', '#3': 'name'}}],
		[['--encoding', 'windows-1252'], {encoding: 'windows-1252'}],
		[['--delimiter', 'semicolon'], {delimiter: 'semicolon'}],
		[['--header-row', '3', '--value', 'schema:a=b'], {headerRow: 3, values: {schema: {a: 'b'}}}],
		[['--no-safe-fixes', '--value', 'schema:c=d'], {safeFixes: undefined, values: {schema: {a: 'b', c: 'd'}}}],
		[['--safe-fixes'], {safeFixes: true}],
		[['--min-rows', '11'], {guard: {maxHidden: 5, minRows: 11, maxAge: 24}}],
		[['--integration', 'two'], {integration: 'two'}],
		[['--url', 'us'], {url: 'us'}],
		[['--unset', 'max-age', '--unset', 'max-hidden'], {guard: {minRows: 11}}],
		[['--unset', 'min-rows'], {guard: undefined}],
		[['--unset', 'map', '--map', 'Typ=col_type'], {mapping: {Typ: 'col_type'}}],
		[['--unset', 'map'], {mapping: undefined}],
		[
			['file', 'encoding', 'delimiter', 'header-row', 'safe-fixes'].flatMap(name => ['--unset', name]),
			{file: undefined, encoding: undefined, delimiter: undefined, headerRow: undefined, safeFixes: undefined},
		],
	] as const) {
		const {code, stdout, stderr} = await run('set', 'nightly', ...args, '--json');
		assert.equal(code, 0, stderr);
		Object.assign(before, changes);
		const {durability, ...saved} = JSON.parse(stdout);
		assert.deepEqual([saved, durability], [JSON.parse(JSON.stringify(before)), 'durable'], args.join(' '));
	}

	for (const wrong of [
		['nightly'],
		['none', '--file', 'a.csv'],
		['nightly', '--url', 'ftp://x'],
		['nightly', '--integration', '../x'],
		['nightly', '--map', 'a=b'],
		['nightly', '--unset', 'url'],
		['nightly', '--file', ' '],
		['nightly', '--header-row', '0'],
	]) {
		assert.equal((await run('set', ...wrong)).code, 2, wrong.join(' '));
	}

	assert.deepEqual(await shown(), JSON.parse(JSON.stringify(before)));
});

test('a profile that moves to another host leaves no token behind, one that stays keeps it', async t => {
	const home = await temporaryFolder(t);
	const [one, other] = [await start(t, {token}), await start(t, {token})];
	await runProgram(['profiles', 'add', 'nightly', '--url', one.url, '--integration', one.integration], {home});
	assert.equal((await runProgram(['login', 'nightly', '--insecure-storage'], {home, input: token})).code, 0);
	const set = async (...args: string[]) => {
		const {stdout} = await runProgram(['profiles', 'set', 'nightly', ...args, '--json'], {home});
		return JSON.parse(stdout).tokenPlace;
	};
	assert.equal(await set('--min-rows', '1'), 'file');
	assert.equal((await readdir(join(home, 'tokens'))).length, 1);
	assert.equal(await set('--url', other.url), 'nowhere');
	assert.deepEqual(await readdir(join(home, 'tokens')), []);
});
