import assert from 'node:assert/strict';
import test from 'node:test';
import {differenceLines} from '../../source/report/differences.ts';
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
	assert.match(ending.message, /1 description in Secoda differs from the file/);
	const {texts, missing, stillShown} = ending.differences ?? assert.fail();
	assert.deepEqual([texts.count, missing.count, stillShown.count], [1, 0, 0]);
	const [{entity, ...text} = assert.fail()] = texts.first;
	const name = ['DB', 'sales', 'orders', 'a'];
	assert.deepEqual(text, {name, field: 'col_description', sent: 'new a', secoda: 'by hand'});
	assert.equal(entity.singular, 'column');
	sandbox.switches.propertyImport = 'always';
	assert.doesNotMatch((await upload(rows('newest'))).ending.message, /differs/);
});

test('an upload of the same descriptions has no evidence', async t => {
	const {upload} = await rowsUploader(t);
	await upload(rows('old'), sendOnly);
	const {ending} = await upload(rows('old'), {force: true});
	assert.equal(ending.outcome, 'accepted', 'the same texts are no change');
});

test('pages that are still shown, and those that are not, are listed after the upload', async t => {
	const {upload} = await rowsUploader(t, {staling: false});
	await upload(rows('old'), sendOnly);
	const {ending} = await upload(rows('old').slice(1), {waitMs: 300});
	const {missing, stillShown} = ending.differences ?? assert.fail();
	assert.deepEqual([missing.count, stillShown.first.map(({name}) => name.at(-1))], [0, ['a']]);
	const failing = await rowsUploader(t, {syncsFail: true});
	const unseen = await failing.upload(rows('old'), {waitMs: 300});
	assert.equal(unseen.ending.outcome, 'unseen');
	assert.deepEqual(
		unseen.ending.differences?.missing.first.map(({name}) => name.at(-1)),
		['orders', 'a', 'b'],
	);
	assert.equal(differenceLines(unseen.ending.differences).length, 4);
});
