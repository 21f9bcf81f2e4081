import assert from 'node:assert/strict';
import test from 'node:test';
import type {Sandbox} from '../../source/sandbox/sandbox.ts';
import {temporaryFolder} from '../support/folder.ts';
import {recordLine} from '../support/session.ts';
import {ask, edit, everyType, listed, start, upload, uploadLines} from './client.ts';

const one = recordLine({col_description: 'from the file'});
const description = async (sandbox: Sandbox) => (await listed(sandbox, 'table/columns'))[0]?.description;

test('a person edits pages of every type, and lists show what was made of them', async t => {
	const sandbox = await start(t);
	await uploadLines(sandbox, everyType);
	for (const list of ['database/databases', 'table/tables', 'table/columns', 'dashboard/charts']) {
		const [page] = await listed(sandbox, list);
		assert.deepEqual([page?.['owners'], page?.['verified'], page?.['multiplayer_last_modified']], [[], false, null]);
		await edit(sandbox, list, page?.id, {owners: ['ann'], tags: ['pii'], verified: true, collections: ['finance']});
		await edit(sandbox, list, page?.id, {bookmarked_by: ['bob'], description: 'by hand'});
		const [edited] = await listed(sandbox, list);
		assert.deepEqual(
			[edited?.['owners'], edited?.['tags'], edited?.['verified'], edited?.['collections'], edited?.['bookmarked_by']],
			[['ann'], ['pii'], true, ['finance'], ['bob']],
		);
		assert.equal(edited?.description, 'by hand');
		assert.equal(typeof edited?.['multiplayer_last_modified'], 'string');
	}
});

test('an edit with another field or a wrong type is refused, and counts as a write', async t => {
	const sandbox = await start(t, {switches: {writesPerMinute: 5}});
	await upload(sandbox, [one]);
	const [page] = await listed(sandbox, 'table/columns');
	const path = (id: unknown) => `/api/v1/table/columns/${id}/`;
	const patch = async (id: unknown, json: object) =>
		(await ask(sandbox, path(id), {method: 'PATCH', body: JSON.stringify(json)})).status;
	assert.equal(await patch(page?.id, {owners: 'ann'}), 400);
	assert.equal(await patch(page?.id, {verified: 'yes'}), 400);
	assert.equal(await patch(page?.id, {archived: true}), 400);
	assert.equal(await patch('nobody', {verified: true}), 404);
	assert.equal(await patch(page?.id, {verified: true}), 429);
});

test('switches: an import overwrites a description that a person wrote, or not', async t => {
	const sandbox = await start(t);
	await upload(sandbox, [one]);
	const [page] = await listed(sandbox, 'table/columns');
	await edit(sandbox, 'table/columns', page?.id, {description: 'by hand'});
	await upload(sandbox, [one]);
	assert.equal(await description(sandbox), 'by hand', 'smart');
	sandbox.switches.propertyImport = 'never';
	await upload(sandbox, [one, recordLine({col_name: 'new', col_description: 'x'})]);
	assert.equal(await description(sandbox), 'by hand', 'never');
	assert.equal((await listed(sandbox, 'table/columns'))[1]?.description, '', 'never');
	sandbox.switches.propertyImport = 'always';
	await upload(sandbox, [one]);
	assert.equal(await description(sandbox), 'from the file', 'always');
	sandbox.switches.propertyImport = 'smart';
	await edit(sandbox, 'table/columns', page?.id, {description: ''});
	await upload(sandbox, [one]);
	assert.equal(await description(sandbox), 'from the file', 'an emptied description is not an edit that wins');
});

test('switches: lists show all marks, the documented ones or none, as IDs or objects', async t => {
	const sandbox = await start(t);
	await upload(sandbox, [one]);
	const [page] = await listed(sandbox, 'table/columns');
	await edit(sandbox, 'table/columns', page?.id, {owners: ['ann'], tags: ['pii']});
	sandbox.switches.markItems = 'objects';
	sandbox.switches.marksListed = 'documented';
	const [documented] = await listed(sandbox, 'table/columns');
	assert.deepEqual([documented?.['owners'], documented?.['tags']], [[{id: 'ann', name: 'ann'}], undefined]);
	sandbox.switches.marksListed = 'none';
	assert.equal((await listed(sandbox, 'table/columns'))[0]?.['owners'], undefined);
});

test('marks survive staling, revival and a restart', async t => {
	const dataDir = await temporaryFolder(t);
	const first = await start(t, {dataDir});
	await upload(first, [one]);
	const [page] = await listed(first, 'table/columns');
	await edit(first, 'table/columns', page?.id, {owners: ['ann']});
	await upload(first, [recordLine({col_name: 'other'})]);
	await first.close();
	const second = await start(t, {dataDir});
	await upload(second, [one]);
	const [revived] = await listed(second, 'table/columns');
	assert.deepEqual([revived?.['owners'], revived?.archived], [['ann'], false]);
});
