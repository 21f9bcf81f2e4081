import assert from 'node:assert/strict';
import test from 'node:test';
import {sumCounts} from '../../source/plan/counts.ts';
import {linesUploader} from '../support/upload-lines.ts';

const table = (name: string, more: object = {}) => ({
	entity_type: 'table',
	databuilder_id: name,
	title: name,
	schema: 'sales',
	database: 'DB',
	...more,
});
const column = {entity_type: 'column', databuilder_id: 'orders.id', parent_databuilder_id: 'orders', title: 'id'};
const database = {entity_type: 'database', databuilder_id: 'd', title: 'DB'};
const schema = {entity_type: 'schema', databuilder_id: 's', parent_databuilder_id: 'd', title: 'sales'};

for (const impliedParents of [true, false]) {
	for (const countKnown of [true, false]) {
		test(`the same tables without parents hide nothing, impliedParents ${impliedParents}, countKnown ${countKnown}`, async t => {
			const {sandbox, upload} = await linesUploader(t, {impliedParents, countKnown});
			const resources = [table('orders'), column];
			assert.equal((await upload({resources})).ending.outcome, 'confirmed');
			const pages = [...sandbox.model.pages()].length;
			assert.equal(pages, impliedParents ? 4 : 2);
			const again = await upload({resources});
			assert.equal(sumCounts(again.preview.plan.hidden), 0);
			assert.deepEqual([again.ending.outcome, again.ending.exitCode], ['accepted', 0], again.ending.message);
			const more = await upload({resources: [...resources, table('customers')]});
			assert.equal(sumCounts(more.preview.plan.hidden), 0);
			assert.equal(more.ending.outcome, 'confirmed', more.ending.message);
		});
	}

	test(`databases and schemas of the file are compared, impliedParents ${impliedParents}`, async t => {
		const {upload} = await linesUploader(t, {impliedParents});
		const children = [table('orders', {parent_databuilder_id: 's'}), column];
		const first = await upload({resources: [database, schema, ...children]});
		const counts = ({databases, schemas}: Readonly<Record<string, number>>) => [databases, schemas];
		assert.deepEqual(counts(first.preview.plan.created), [1, 1]);
		assert.equal(first.ending.outcome, 'confirmed');
		// The table still names them, but as the parent that is missing, so Secoda makes no other pages for it.
		const fewer = await upload({resources: children});
		assert.deepEqual(counts(fewer.preview.plan.hidden), [1, 1]);
		assert.equal(fewer.ending.outcome, 'confirmed', fewer.ending.message);
	});

	test(`a database that no table of the file names is hidden, impliedParents ${impliedParents}`, async t => {
		const {upload} = await linesUploader(t, {impliedParents});
		await upload({resources: [table('orders'), table('old', {database: 'OLD'})]});
		const {preview, ending} = await upload({resources: [table('orders')]});
		assert.deepEqual([preview.plan.hidden['databases'], preview.plan.hidden['tables']], [impliedParents ? 1 : 0, 1]);
		assert.equal(ending.outcome, 'confirmed', ending.message);
	});
}
