import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import Conf from 'conf';
import fc from 'fast-check';
import {profileSchema} from '../../source/profiles/profile-schema.ts';
import {readSettings, settingNames} from '../../source/profiles/settings.ts';
import {ProfileStore} from '../../source/profiles/store.ts';
import {temporaryFolder} from '../support/folder.ts';

const leaf = fc.oneof(
	fc.string({maxLength: 2}),
	fc.double({min: -2, max: 2, noNaN: true}),
	fc.boolean(),
	fc.constant(null),
);
const limit = fc.constantFrom('maxHidden', 'minRows', 'maxAge', 'other');
const value = fc.oneof(leaf, fc.dictionary(limit, leaf, {maxKeys: 2}), fc.array(leaf, {maxLength: 1}));

test('the schema that conf checks accepts exactly the settings that the reader accepts', async t => {
	const folder = await temporaryFolder(t);
	const conf = new Conf<Record<string, unknown>>({cwd: folder, ...profileSchema});
	const seen = {valid: 0, invalid: 0};
	fc.assert(
		fc.property(fc.constantFrom(...settingNames), value, (name, item) => {
			const settings: Record<string, unknown> = JSON.parse(JSON.stringify({[name]: item}));
			const isValid = typeof readSettings(settings) !== 'string';
			seen[isValid ? 'valid' : 'invalid']++;
			assert.equal(accepts(conf, settings), isValid, JSON.stringify(settings));
		}),
		{numRuns: 600},
	);
	assert.ok(seen.valid > 20 && seen.invalid > 20, JSON.stringify(seen));
});

function accepts(conf: Conf<Record<string, unknown>>, settings: Record<string, unknown>): boolean {
	try {
		conf.store = settings;
		return true;
	} catch {
		return false;
	}
}

test('reads and updates a profile of an older version, and drops what it no longer uses', async t => {
	const folder = await temporaryFolder(t);
	const store = new ProfileStore(folder);
	await store.save('nightly', () => ({name: 'nightly', url: 'eu', integration: 'i', kind: 'csv', tokenPlace: 'file'}));
	const path = join(folder, 'profiles', 'nightly.json');
	await writeFile(path, JSON.stringify({url: 'us', integration: 'i', mapping: {a: 'name'}, lastRun: {at: 'x'}}));
	await store.update('nightly', profile => ({...profile, file: 'w.csv'}));
	assert.deepEqual(JSON.parse(await readFile(path, 'utf8')), {
		url: 'us',
		integration: 'i',
		mapping: {a: 'name'},
		file: 'w.csv',
		kind: 'csv',
		tokenPlace: 'nowhere',
	});
});
