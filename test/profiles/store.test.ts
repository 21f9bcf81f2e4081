import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, readdir, readFile, stat, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {isProfileName, profileNameFrom} from '../../source/profiles/profile.ts';
import {isSettingsError} from '../../source/profiles/settings-error.ts';
import {ProfileStore} from '../../source/profiles/store.ts';
import {temporaryFolder} from '../support/folder.ts';
import {programPath} from '../support/program.ts';

const profile = {name: 'nightly', url: 'eu', integration: 'i', kind: 'csv', tokenPlace: 'nowhere'} as const;

test('saves, lists, changes and removes a profile with all its settings', async t => {
	const folder = await temporaryFolder(t);
	const store = new ProfileStore(folder);
	const whole = {
		...profile,
		file: '/w/a.csv',
		mapping: {Object: 'name'},
		encoding: 'utf-16le',
		delimiter: 'semicolon',
		safeFixes: true,
		guard: {minRows: 10},
		tokenPlace: 'keyring',
	} as const;
	assert.deepEqual(await store.save('nightly', () => profile), {
		profile,
		before: undefined,
		durability: {kind: 'durable'},
	});
	assert.deepEqual(await store.get('nightly'), profile);
	await store.save('nightly', before => {
		assert.deepEqual(before, profile, 'what is replaced is known to who writes');
		return whole;
	});
	assert.deepEqual(await store.get('nightly'), whole);
	await store.update('nightly', before => ({...before, file: '/w/b.csv'}));
	assert.deepEqual(await store.get('nightly'), {...whole, file: '/w/b.csv'});
	assert.equal((await stat(join(folder, 'profiles', 'nightly.json'))).mode & 0o777, 0o600);
	assert.equal(await store.get('other'), undefined);
	assert.equal(await store.update('other', before => before), undefined);
	assert.deepEqual(await store.names(), ['nightly'], 'a profile that is gone is not made by a change of it');
	assert.deepEqual(await store.remove('nightly'), {kind: 'durable'});
	assert.equal(await store.remove('nightly'), undefined);
});

test('checks profile names and makes valid ones of any text', async t => {
	const store = new ProfileStore(await temporaryFolder(t));
	for (const name of ['', 'A', '../x', 'a b', '-a', 'a'.repeat(65), '.a'])
		await assert.rejects(
			store.save(name, () => ({...profile, name})),
			isSettingsError,
		);
	assert.equal(profileNameFrom('Snowflake (production) '), 'snowflake-production');
	for (const text of ['漢字', '', '..', 'x'.repeat(100), '_Ünï_'])
		assert.ok(isProfileName(profileNameFrom(text)), profileNameFrom(text));
});

for (const [what, text] of [
	['broken JSON', '{"url": "eu", '],
	['a list', '[]'],
	['no integration', '{"url": "eu"}'],
	['a number for a url', '{"url": 1, "integration": "i"}'],
	['an unknown setting', '{"url": "eu", "integration": "i", "gaurd": {"minRows": 1}}'],
	['an invalid guard', '{"url": "eu", "integration": "i", "guard": {"minRows": "many"}}'],
] as const) {
	test(`reports a profile with ${what} and leaves its file unchanged; a save sets the file aside`, async t => {
		const folder = await temporaryFolder(t);
		const path = join(folder, 'profiles', 'nightly.json');
		await mkdir(join(folder, 'profiles'));
		await writeFile(path, text);
		const store = new ProfileStore(folder);
		const names = (error: Error) => isSettingsError(error) && error.message.includes(path);
		await assert.rejects(store.get('nightly'), names);
		await assert.rejects(
			store.update('nightly', before => before),
			names,
		);
		assert.deepEqual(
			(await store.all()).damaged.map(({name}) => name),
			['nightly'],
		);
		assert.equal(await readFile(path, 'utf8'), text);
		const {setAside = ''} = await store.save('nightly', () => profile);
		assert.equal(await readFile(setAside, 'utf8'), text);
		assert.deepEqual(await store.get('nightly'), profile);
	});
}

test('keeps the changes of several processes that write one profile at the same time', async t => {
	const folder = await temporaryFolder(t);
	const store = new ProfileStore(folder);
	await store.save('nightly', () => ({...profile, mapping: {}}));
	const writer = fileURLToPath(new URL('./profile-writer.ts', import.meta.url));
	const writers = ['file', 'encoding', 'delimiter'].map(setting =>
		spawn(process.execPath, ['--import=tsx', writer, folder, setting, '30'], {stdio: ['pipe', 'pipe', 'inherit']}),
	);
	await Promise.all(writers.map(({stdout}) => once(stdout, 'data')));
	const ends = writers.map(child => once(child, 'exit'));
	for (const {stdin} of writers) stdin.end();
	assert.deepEqual(
		(await Promise.all(ends)).map(([code]) => code),
		[0, 0, 0],
	);
	const {file, encoding, delimiter} = (await store.get('nightly')) ?? {};
	assert.deepEqual([file, encoding, delimiter], ['30', '30', '30']);
});

const canLimit = process.platform !== 'win32' && spawnSync('sh', ['-c', 'ulimit -f 0']).status === 0;

test('reports a full disk and keeps the old profile', {skip: !canLimit}, async t => {
	const home = await temporaryFolder(t);
	const store = new ProfileStore(home);
	await store.save('nightly', () => profile);
	const add = 'profiles add nightly --url us --integration other';
	const {status, stderr} = spawnSync('sh', ['-c', `ulimit -f 0; exec "${process.execPath}" "${programPath}" ${add}`], {
		encoding: 'utf8',
		env: {...process.env, HOME: home, SECODA_UPLOAD_HOME: home},
	});
	assert.deepEqual([status, /not saved|cannot be written/.test(stderr)], [2, true], stderr);
	assert.deepEqual(await store.get('nightly'), profile);
	assert.deepEqual(
		(await readdir(join(home, 'profiles'))).filter(name => name.endsWith('.tmp')),
		[],
	);
});
