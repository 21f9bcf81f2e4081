import assert from 'node:assert/strict';
import test from 'node:test';
import {profileRecipe} from '../../../source/commands/app-services/profile-recipe.ts';
import {profileStore} from '../../../source/commands/settings.ts';
import type {Recipe} from '../../../source/mapping/recipe.ts';
import type {Profile} from '../../../source/profiles/profile.ts';
import {temporaryFolder} from '../../support/folder.ts';

test('a saved recipe replaces every part of the one before, and nothing else of the profile', async t => {
	const env = {SECODA_UPLOAD_HOME: await temporaryFolder(t)};
	const before: Profile = {
		name: 'nightly',
		url: 'eu',
		integration: 'i',
		kind: 'csv',
		tokenPlace: 'nowhere',
		guard: {minRows: 2},
		encoding: 'windows-1252',
		headerRow: 3,
		mapping: {Feld: 'col_name'},
		fillDown: ['name'],
		case: 'lower',
	};
	await profileStore(env).save('nightly', () => before);
	const access = profileRecipe('nightly', env);
	const first: Recipe = {
		encoding: 'windows-1252',
		headerRow: 3,
		mapping: {Feld: 'col_name'},
		fillDown: ['name'],
		case: 'lower',
	};
	assert.deepEqual(await access.read(), first);
	const second: Recipe = {
		delimiter: ';',
		mapping: {Spalte: 'col_name', type: 'none'},
		constants: {database: 'LAKE'},
		split: {object: ['schema', 'name']},
		tableRows: true,
		skipRows: [{column: 'x', value: ''}],
		values: {is_view: {V: 'true'}},
	};
	assert.deepEqual(await access.save(second), []);
	assert.deepEqual(await access.read(), second);
	const {guard, delimiter, encoding} = (await profileStore(env).get('nightly')) ?? before;
	assert.deepEqual([guard, delimiter, encoding], [{minRows: 2}, 'semicolon', undefined]);
	await profileStore(env).remove('nightly');
	await assert.rejects(access.read(), /Unknown profile "nightly"/);
});
