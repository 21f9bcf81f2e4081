import assert from 'node:assert/strict';
import {mkdir, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {findProjectFile} from '../../source/profiles/project-file.ts';
import {isSettingsError} from '../../source/profiles/settings-error.ts';
import {temporaryFolder} from '../support/folder.ts';

async function project(t: TestContext, json: unknown): Promise<string> {
	const folder = await temporaryFolder(t);
	const text = typeof json === 'string' ? json : JSON.stringify(json);
	await writeFile(join(folder, 'secoda-upload.json'), text);
	return folder;
}

test('a project file is found from the folders below, and its paths lead from where it lies', async t => {
	const folder = await project(t, {profile: 'nightly', url: 'eu', file: 'data/warehouse.csv', guard: {maxHidden: 5}});
	await mkdir(join(folder, 'a', 'b'), {recursive: true});
	assert.deepEqual(await findProjectFile(join(folder, 'a', 'b')), {
		path: join(folder, 'secoda-upload.json'),
		profile: 'nightly',
		settings: {url: 'eu', file: join(folder, 'data', 'warehouse.csv'), guard: {maxHidden: 5}},
	});
	assert.equal(await findProjectFile(await temporaryFolder(t)), undefined);
});

for (const [what, json, said] of [
	['a token', {url: 'eu', token: 'canary-project'}, /holds a token/],
	['a token by another name', {api_token: 'canary-project'}, /holds a token/],
	['a setting that there is not', {uri: 'eu'}, /"uri" is no setting/],
	['a value of another kind', {safeFixes: 'yes'}, /"safeFixes" should be true or false/],
	['no JSON', '{"url": ', /it is no JSON/],
	['a token in no JSON', '{"token": canary-project}', /it is no JSON/],
	['a token that does not end', '{"token": "canary-project', /it is no JSON, see line 1 column/],
	['a list', [], /should be a JSON object/],
] as const) {
	test(`a project file with ${what} is refused, and its values are not repeated`, async t => {
		const folder = await project(t, json);
		await assert.rejects(findProjectFile(folder), (error: Error) => {
			assert.match(error.message, said);
			assert.ok(isSettingsError(error));
			return !error.message.includes('canary');
		});
	});
}
