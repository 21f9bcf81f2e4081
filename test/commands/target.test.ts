import assert from 'node:assert/strict';
import {mkdir, readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {start} from '../sandbox/client.ts';
import {runAt} from '../support/desk.ts';
import {temporaryFolder} from '../support/folder.ts';
import {runHere} from '../support/run-here.ts';
import {header, recordLine} from '../support/session.ts';

const token = 'canary-target-51';

type Place = {
	readonly home: string;
	readonly sandbox: Sandbox;
	readonly ids: readonly [string, string, string, string];
};

/** A folder with a file, and a sandbox with four integrations. */
async function place(t: TestContext): Promise<Place> {
	const home = await temporaryFolder(t);
	await writeFile(join(home, 'a.csv'), `${header}\n${recordLine()}\n`);
	const sandbox = await start(t, {token});
	const id = (name: string) => sandbox.model.addIntegration(name, 'custom').id;
	return {home, sandbox, ids: [id('one'), id('two'), id('three'), id('four')]};
}

test('option > environment > project file > profile', async t => {
	const {home, sandbox, ids} = await place(t);
	const [inOption, inEnvironment, inProject, inProfile] = ids;
	const env = {SECODA_API_TOKEN: token};
	const run = (args: readonly string[], more = {}) => runHere(args, {home, env: {...env, ...more}});
	await run(['profiles', 'add', 'nightly', '--url', sandbox.url, '--integration', inProfile, '--file', 'a.csv']);
	const last = () => sandbox.uploads.at(-1)?.integrationId;
	assert.equal((await run(['run', 'nightly'])).code, 0);
	assert.equal(last(), inProfile);
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({profile: 'nightly', integration: inProject}));
	const withProject = await run(['upload']);
	assert.deepEqual(
		[withProject.code, /Using the settings of .*secoda-upload\.json/.test(withProject.stderr)],
		[0, true],
	);
	assert.equal(last(), inProject);
	assert.equal((await run(['upload'], {SECODA_UPLOAD_INTEGRATION: inEnvironment})).code, 0);
	assert.equal(last(), inEnvironment);
	const both = await run(['upload', '--integration', inOption], {SECODA_UPLOAD_INTEGRATION: inEnvironment});
	assert.equal(both.code, 0);
	assert.equal(last(), inOption);
});

test('a profile that is named goes before a project file that names another one, or none', async t => {
	const {home, sandbox, ids} = await place(t);
	const env = {SECODA_API_TOKEN: token};
	await runHere(['profiles', 'add', 'mine', '--url', sandbox.url, '--integration', ids[3], '--file', 'a.csv'], {
		home,
	});
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({url: sandbox.url, integration: ids[2]}));
	assert.equal((await runHere(['run', 'mine'], {home, env})).code, 0);
	assert.equal(sandbox.uploads.at(-1)?.integrationId, ids[3]);
});

test('a project file in a folder above counts, and its file lies where it says', async t => {
	const {home, sandbox, ids} = await place(t);
	await mkdir(join(home, 'below', 'deeper'), {recursive: true});
	const settings = {url: sandbox.url, integration: ids[0], file: 'a.csv'};
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify(settings));
	const env = {PATH: process.env.PATH, HOME: home, SECODA_UPLOAD_HOME: home, SECODA_API_TOKEN: token};
	const {code, stderr} = await runAt(['upload'], '', join(home, 'below', 'deeper'), env);
	assert.equal(code, 0, stderr);
	assert.equal(sandbox.uploads.length, 1);
});

test('reads the file of a profile by its settings: mapping, separator, safe fixes; the file itself is unchanged', async t => {
	const {home, sandbox, ids} = await place(t);
	const text = `${header.replace(/(^|,)name(,|$)/, '$1Object$2')}\n${recordLine({is_view: 'yes'})}\n`.replaceAll(
		',',
		';',
	);
	await writeFile(join(home, 'odd.csv'), text);
	const add = ['profiles', 'add', 'odd', '--url', sandbox.url, '--integration', ids[0], '--file', 'odd.csv'];
	const env = {SECODA_API_TOKEN: token};
	await runHere([...add, '--delimiter', 'semicolon'], {home});
	const without = await runHere(['run', 'odd'], {home, env});
	assert.deepEqual([without.code, sandbox.uploads.length], [1, 0]);
	await runHere([...add, '--delimiter', ';', '--map', 'object=name', '--safe-fixes'], {home});
	const sent = await runHere(['run', 'odd'], {home, env});
	assert.deepEqual([sent.code, /Applied safe fixes in 1 row/.test(sent.stderr)], [0, true], sent.stderr);
	const [page] = [...sandbox.model.pages(ids[0])].filter(({entityType}) => entityType === 'table');
	assert.equal(page?.title, 'orders');
	assert.equal(await readFile(join(home, 'odd.csv'), 'utf8'), text);
});

test('a profile stops an upload of too few rows (7); the stop is its last run', async t => {
	const {home, sandbox, ids} = await place(t);
	const add = ['profiles', 'add', 'nightly', '--url', sandbox.url, '--integration', ids[0], '--file', 'a.csv'];
	await runHere([...add, '--min-rows', '100'], {home});
	const env = {SECODA_API_TOKEN: token};
	const {code, stdout} = await runHere(['run', 'nightly'], {home, env});
	assert.deepEqual([code, /1 row, fewer than the minimum of 100/.test(stdout), sandbox.uploads.length], [7, true, 0]);
	assert.match((await runHere(['profiles', 'list'], {home})).stdout, /nightly .* stopped just now/);
	await writeFile(join(home, 'profiles', 'nightly.json'), '{');
	const damaged = await runHere(['run', 'nightly'], {home, env});
	assert.deepEqual([damaged.code, /nightly\.json are damaged/.test(damaged.stderr)], [2, true]);
});

test('what is missing is named with its option and its variable', async t => {
	const {home} = await place(t);
	const {code, stderr} = await runHere(['upload', 'a.csv'], {home});
	assert.deepEqual(
		[code, /--url .*SECODA_UPLOAD_URL.*--integration .*SECODA_UPLOAD_INTEGRATION/s.test(stderr)],
		[2, true],
	);
	const noFile = await runHere(['upload'], {home});
	assert.deepEqual([noFile.code, /No file is given/.test(noFile.stderr)], [2, true]);
	const noToken = await runHere(['upload', 'a.csv', '--url', 'eu', '--integration', 'i'], {home});
	assert.deepEqual([noToken.code, /SECODA_API_TOKEN/.test(noToken.stderr)], [4, true]);
});

test('a limit of the project file lifts none of the profile', async t => {
	const {home, sandbox, ids} = await place(t);
	const run = (args: readonly string[]) => runHere(args, {home, env: {SECODA_API_TOKEN: token}});
	const limited = ['--file', 'a.csv', '--min-rows', '1000'];
	await run(['profiles', 'add', 'nightly', '--url', sandbox.url, '--integration', ids[0], ...limited]);
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify({profile: 'nightly', guard: {maxAge: 9999}}));
	const {code, stderr, stdout} = await run(['upload']);
	assert.deepEqual([code, /minimum of 1,000/.test(stderr + stdout)], [7, true]);
	assert.equal(sandbox.uploads.length, 0);
});

test('uses a project file whose profile does not exist here', async t => {
	const {home, sandbox, ids} = await place(t);
	const project = {profile: 'of-a-colleague', url: sandbox.url, integration: ids[0], file: 'a.csv'};
	await writeFile(join(home, 'secoda-upload.json'), JSON.stringify(project));
	const checked = await runHere(['check', 'a.csv'], {home});
	assert.deepEqual(
		[checked.code, /of-a-colleague, which does not exist on this machine/.test(checked.stderr)],
		[0, true],
	);
	assert.equal((await runHere(['upload'], {home, env: {SECODA_API_TOKEN: token}})).code, 0);
	assert.equal(sandbox.uploads.at(-1)?.integrationId, ids[0]);
});

test('a file is checked also where the settings cannot be read', async t => {
	const {home} = await place(t);
	await writeFile(join(home, 'profiles'), '');
	assert.equal((await runHere(['check', 'a.csv'], {home})).code, 0);
});

test('suggests the nearest name for a source that is neither a file nor a profile', async t => {
	const {home} = await place(t);
	await runHere(['profiles', 'add', 'nightly', '--url', 'eu', '--integration', 'i'], {home});
	for (const command of ['run', 'check', 'fix']) {
		const {code, stderr} = await runHere([command, 'nightlyy'], {home});
		assert.deepEqual([code, /Did you mean "nightly"/.test(stderr)], [2, true], stderr);
	}
});

test('what no profile can be is not saved, and what is there stays', async t => {
	const {home} = await place(t);
	const add = ['profiles', 'add', 'nightly', '--url', 'us'];
	await runHere([...add, '--integration', 'good', '--min-rows', '5'], {home});
	const path = join(home, 'profiles', 'nightly.json');
	const before = await readFile(path, 'utf8');
	for (const wrong of [
		['--integration', ''],
		['--integration', ' '],
		['--integration', '../x'],
		['--integration', 'i', '--file', ''],
	]) {
		assert.equal((await runHere([...add, ...wrong], {home})).code, 2, wrong.join(' '));
		assert.equal(await readFile(path, 'utf8'), before);
	}
});
