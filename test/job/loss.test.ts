import assert from 'node:assert/strict';
import test from 'node:test';
import {reasonText} from '../../source/plan/guard-texts.ts';
import {peopleJson, peopleLines} from '../../source/report/plan/people.ts';
import {edit, listed} from '../sandbox/client.ts';
import {recordLine} from '../support/session.ts';
import type {Uploaded} from '../support/upload-lines.ts';
import {planOnly, type RowsUploader, rowsUploader, sendOnly, withoutApproval} from '../support/upload-rows.ts';

const row = (name: string, at: number, text = '') =>
	recordLine({name, col_name: `c${at}`, col_description: text, description: `about ${name}`});
const rows = (name: string, from: number, to: number) =>
	Array.from({length: to - from}, (_, at) => row(name, from + at, `text ${from + at}`));
/** A table with 50 columns, and one with 2. */
const all = [...rows('orders', 0, 50), ...rows('small', 0, 2)];

async function editColumn({sandbox}: RowsUploader, title: string, fields: object): Promise<void> {
	const page = (await listed(sandbox, 'table/columns')).find(
		column => column.title === title && column.table_title === 'orders',
	);
	await edit(sandbox, 'table/columns', page?.id, fields);
}

const reasons = ({preview: {guardResult}}: Uploaded) =>
	guardResult.kind === 'clear' ? [] : guardResult.reasons.map(reasonText);

test('hiding pages that people worked on needs an approval whatever the share, and the reason ranks them', async t => {
	for (const [marksListed, markItems] of [
		['all', 'ids'],
		['documented', 'objects'],
		['none', 'ids'],
	] as const) {
		const uploader = await rowsUploader(t, {marksListed, markItems});
		await uploader.upload(all, sendOnly);
		await editColumn(uploader, 'c48', {owners: ['ann'], tags: ['pii']});
		await editColumn(uploader, 'c49', {description: 'by hand'});
		const file = [...rows('orders', 0, 47), ...rows('small', 0, 2)];
		const {preview, ending} = await uploader.upload(file, withoutApproval);
		if (marksListed === 'none') {
			assert.match(peopleLines(preview.plan).join(), /Unknown of hidden pages: .*tags, verifications, owners/);
			assert.deepEqual(preview.plan.loss?.unknown, ['bookmark', 'collection', 'tag', 'verified', 'owner']);
			assert.equal(ending.message.includes('an owner'), false);
			continue;
		}

		const tag = marksListed === 'all' ? ', 1 a tag' : '';
		assert.deepEqual(reasons({preview, ending, events: []}), [
			`3 columns would be hidden; 1 has an owner, 1 a description written in Secoda${tag} ("DB.sales.orders.c48", "DB.sales.orders.c49")`,
		]);
		assert.deepEqual([ending.outcome, ending.exitCode, uploader.sandbox.uploads.length], ['stopped', 7, 1]);
		assert.equal((await uploader.upload(file)).ending.outcome, 'confirmed', 'with its approval');
	}
});

test('owners of a hidden table count, though only columns are compared', async t => {
	const uploader = await rowsUploader(t);
	await uploader.upload(all, sendOnly);
	const table = (await listed(uploader.sandbox, 'table/tables')).find(({title}) => title === 'small');
	await edit(uploader.sandbox, 'table/tables', table?.id, {owners: ['ann'], description: 'by hand'});
	const found = await uploader.upload(rows('orders', 0, 50), planOnly);
	assert.deepEqual(reasons(found), [
		'1 table, 2 columns would be hidden; 1 has an owner, 1 a description written in Secoda ("DB.sales.small")',
	]);
});

test('without a snapshot it is unknown whether a person wrote a description, which does not stop an upload', async t => {
	const uploader = await rowsUploader(t);
	await uploader.upload(all, sendOnly);
	await editColumn(uploader, 'c49', {description: 'by hand'});
	for (const {id} of uploader.state.history.list(10))
		uploader.state.history.finish(id, {outcome: 'unknown', message: ''});
	const {preview} = await uploader.upload([...rows('orders', 0, 49), ...rows('small', 0, 2)], planOnly);
	assert.deepEqual([preview.guardResult.kind, preview.plan.loss?.unknown], ['clear', ['description']]);
});

test('a text of an earlier upload that was emptied later is not one that a person wrote', async t => {
	const uploader = await rowsUploader(t);
	await uploader.upload(all, sendOnly);
	const emptied = all.map(line => line.replace('text 49', ''));
	await uploader.upload(emptied, sendOnly);
	const {preview} = await uploader.upload([...rows('orders', 0, 49), ...rows('small', 0, 2)], planOnly);
	assert.equal(preview.guardResult.kind, 'clear');
	await editColumn(uploader, 'c49', {tags: []});
	const edited = await uploader.upload([...rows('orders', 0, 49), ...rows('small', 0, 2)], planOnly);
	assert.equal(edited.preview.guardResult.kind, 'stopped', 'a person edited the page, so it can be');
});

test('descriptions that the property import does not write are not changes of people', async t => {
	const uploader = await rowsUploader(t, {propertyImport: 'never'});
	await uploader.upload(all, sendOnly);
	await editColumn(uploader, 'c3', {description: 'by hand'});
	const next = all.slice(0, 49).map(line => line.replace('text 4,', 'other,'));
	const first = await uploader.upload(next, planOnly);
	const {edited, changes} = first.preview.plan;
	assert.deepEqual([edited?.count, changes.counts().updated, changes.counts().hidden], [1, 1, 4]);
	assert.deepEqual(reasons(first), []);
	uploader.sandbox.switches.propertyImport = 'always';
	await uploader.upload(all, {...sendOnly, force: true});
	uploader.sandbox.switches.propertyImport = 'never';
	await uploader.upload(next, sendOnly);
	assert.equal((await uploader.upload(all, planOnly)).preview.plan.edited?.count, 0, 'texts of an earlier upload');
});

test('descriptions that people changed in Secoda since the last upload are listed', async t => {
	const uploader = await rowsUploader(t);
	await uploader.upload(all, sendOnly);
	await editColumn(uploader, 'c3', {description: 'by hand'});
	await editColumn(uploader, 'c4', {description: 'text as in the next file'});
	const next = all.map(line => line.replace('text 4,', 'text as in the next file,'));
	const {preview} = await uploader.upload(next, {
		async decide({plan}) {
			const {entity, after, text} = plan.edited?.pages[0] ?? assert.fail();
			assert.deepEqual(plan.sides.after.nameOf(entity, after), ['DB', 'sales', 'orders', 'c3']);
			assert.equal(text, 'by hand');
			assert.deepEqual(peopleLines(plan), [
				'Changed in Secoda since the last upload: 1 description',
				'  column "DB.sales.orders.c3": in Secoda "by hand", last sent "text 3", in the file "text 3"',
			]);
			const key = 'DB.sales.orders.c3';
			assert.deepEqual(Object(peopleJson(plan)).edited, {
				count: 1,
				pages: [{entity: 'column', key, sent: 'text 3', secoda: 'by hand', file: 'text 3'}],
			});
			return {kind: 'stop'};
		},
	});
	assert.equal(preview.plan.edited?.count, 1, 'one has the text of the file');
});
