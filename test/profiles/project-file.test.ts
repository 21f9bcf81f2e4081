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

test('finds a project file in a parent folder and resolves its paths against that folder', async t => {
	const folder = await project(t, {profile: 'nightly', url: 'eu', file: 'data/warehouse.csv', guard: {maxHidden: 5}});
	await mkdir(join(folder, 'a', 'b'), {recursive: true});
	assert.deepEqual(await findProjectFile(join(folder, 'a', 'b')), {
		path: join(folder, 'secoda-upload.json'),
		profile: 'nightly',
		settings: {url: 'eu', file: join(folder, 'data', 'warehouse.csv'), guard: {maxHidden: 5}},
	});
	assert.equal(await findProjectFile(await temporaryFolder(t)), undefined);
});

for (const [what, json, problem] of [
	['a token', {url: 'eu', token: 'canary-project'}, /contains a token/],
	['a token by another name', {api_token: 'canary-project'}, /contains a token/],
	['an unknown setting', {uri: 'eu'}, /"uri" is not a setting/],
	['a value of another type', {safeFixes: 'yes'}, /"safeFixes" must be true or false/],
	['text that is not JSON', '{"url": ', /it is not JSON/],
	['a token in text that is not JSON', '{"token": canary-project}', /it is not JSON/],
	['an unterminated token', '{"token": "canary-project', /it is not JSON, see line 1 column/],
	['a list', [], /must be a JSON object/],
] as const) {
	test(`rejects a project file with ${what} and does not quote its values`, async t => {
		const folder = await project(t, json);
		await assert.rejects(findProjectFile(folder), (error: Error) => {
			assert.match(error.message, problem);
			assert.ok(isSettingsError(error));
			return !error.message.includes('canary');
		});
	});
}
