import assert from 'node:assert/strict';
import test from 'node:test';
import {edit, listed} from '../sandbox/client.ts';
import {recordLine} from '../support/session.ts';
import {rowsUploader, sendOnly} from '../support/upload-rows.ts';

const rows = (text: string) =>
	['a', 'b'].map(col_name => recordLine({col_name, col_description: `${text} ${col_name}`}));

test('a description that changes is evidence of an upload, and waits for its sync', async t => {
	for (const countKnown of [true, false]) {
		const {upload} = await rowsUploader(t, {syncMs: 600, countKnown});
		await upload(rows('old'), sendOnly);
		const {ending} = await upload(rows('new'));
		assert.equal(ending.outcome, 'confirmed');
		assert.match(ending.message, /all 3 tables and columns are in the catalog\.$/);
	}
});

test('descriptions that differ from what was sent are listed after the upload', async t => {
	const {upload, sandbox} = await rowsUploader(t);
	await upload(rows('old'), sendOnly);
	const page = (await listed(sandbox, 'table/columns')).find(({title}) => title === 'a');
	await edit(sandbox, 'table/columns', page?.id, {description: 'by hand'});
	const {ending} = await upload(rows('new'));
	assert.equal(ending.outcome, 'confirmed', 'by the other column');
	assert.match(ending.message, /1 description in Secoda differs from the file.*: "DB\.sales\.orders\.a"\.$/);
	sandbox.switches.propertyImport = 'always';
	assert.doesNotMatch((await upload(rows('newest'))).ending.message, /differs/);
});

test('an upload of the same descriptions has no evidence', async t => {
	const {upload} = await rowsUploader(t);
	await upload(rows('old'), sendOnly);
	const {ending} = await upload(rows('old'), {force: true});
	assert.equal(ending.outcome, 'accepted', 'the same texts are no change');
});
