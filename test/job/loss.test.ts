import assert from 'node:assert/strict';
import test from 'node:test';
import {reasonText} from '../../source/plan/guard-texts.ts';
import type {Plan} from '../../source/plan/plan.ts';
import {peopleJson, peopleLines} from '../../source/report/plan/people.ts';
import {edit, listed} from '../sandbox/client.ts';
import {recordLine} from '../support/session.ts';
import {linesUploader, type Uploaded} from '../support/upload-lines.ts';
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

test('descriptions that people changed in Secoda since the last upload are listed, with the effect of the upload', async t => {
	const uploader = await rowsUploader(t);
	await uploader.upload(all, sendOnly);
	for (const [column, description] of [
		['c3', 'by hand'],
		['c4', 'as in the next file'],
		['c5', 'by hand too'],
	] as const)
		await editColumn(uploader, column, {description});
	const table = (await listed(uploader.sandbox, 'table/tables')).find(({title}) => title === 'small');
	await edit(uploader.sandbox, 'table/tables', table?.id, {description: 'a table'});
	const next = all.map(line => line.replace('text 4,', 'as in the next file,').replace('text 5,', ','));
	const [edited, lines] = await readPlan(uploader, next, plan => [Object(peopleJson(plan)).edited, peopleLines(plan)]);
	const column = {entity: 'column', field: 'col_description'};
	const rest = {sent: 'about small', secoda: 'a table', file: 'about small', effect: 'kept-or-replaced'};
	assert.deepEqual(edited, {
		count: 3,
		pages: [
			{entity: 'table', field: 'description', key: 'DB.sales.small', ...rest},
			{...column, key: 'DB.sales.orders.c3', sent: 'text 3', secoda: 'by hand', file: 'text 3', effect: rest.effect},
			{...column, key: 'DB.sales.orders.c5', sent: 'text 5', secoda: 'by hand too', file: '', effect: 'kept'},
		],
	});
	assert.deepEqual(
		lines.map(line => line.match(/"[^"]*"|\(empty\)/g)?.length ?? 0),
		[0, 4, 4, 4],
		lines.join('\n'),
	);
});

test('descriptions of JSON Lines that people changed are listed too', async t => {
	const uploader = await linesUploader(t);
	const resources = (text: string) => [
		{databuilder_id: 'd', entity_type: 'dashboard', title: 'Sales', group: 'BI', description: text},
		{databuilder_id: 't', entity_type: 'table', title: 'T', database: 'd', schema: 's', description: 'same'},
	];
	await uploader.upload({resources: resources('old')});
	const [page] = await listed(uploader.sandbox, 'dashboard/dashboards');
	await edit(uploader.sandbox, 'dashboard/dashboards', page?.id, {description: 'by hand'});
	let edited: unknown;
	uploader.onPlan = plan => {
		edited = Object(peopleJson(plan)).edited.pages;
	};
	await uploader.upload({resources: resources('new')}, () => true);
	const texts = {sent: 'old', secoda: 'by hand', file: 'new', effect: 'kept-or-replaced'};
	assert.deepEqual(edited, [{entity: 'dashboard', key: 'Sales', field: 'description', ...texts}]);
});

/** Plans an upload, and returns what `read` finds in the plan while it can be read. */
async function readPlan<Result>(
	uploader: RowsUploader,
	lines: readonly string[],
	read: (plan: Plan) => Result,
): Promise<Result> {
	const found: Result[] = [];
	await uploader.upload(lines, {
		async decide({plan}) {
			found.push(read(plan));
			return {kind: 'stop'};
		},
	});
	return found[0] ?? assert.fail('no plan');
}
