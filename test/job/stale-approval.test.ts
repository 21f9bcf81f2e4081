import assert from 'node:assert/strict';
import test from 'node:test';
import {recordLine} from '../support/session.ts';
import {rowsUploader, sendOnly} from '../support/upload-rows.ts';

const columns = (from: number, to: number) =>
	Array.from({length: to - from}, (_, at) => recordLine({col_name: `c${100 + from + at}`}));

test('a refused approval says what differs from the approved plan, or that this is unknown', async t => {
	const {upload, sandbox} = await rowsUploader(t);
	await upload(columns(0, 60), sendOnly);
	const approve = (approval: string | undefined) => ({
		decide: () => Promise.resolve({kind: 'send', approval} as const),
	});
	const {ending} = await upload(columns(0, 20), approve(undefined));
	const id = ending.plan?.id;
	assert.doesNotMatch(ending.next, /another plan/);
	const more = await upload([...columns(0, 17), ...columns(50, 51), ...columns(70, 71)], approve(id));
	assert.equal(
		more.ending.next,
		`--approve ${id} is for another plan. Since then: 3 more columns would be hidden ("DB.sales.orders.c117", ` +
			'"DB.sales.orders.c118", "DB.sales.orders.c119"); 1 more column would be created ("DB.sales.orders.c170"); ' +
			`1 column would no longer be hidden ("DB.sales.orders.c150"). To send it anyway, upload the same files with --approve ${more.ending.plan?.id}.`,
	);
	const unknown = await upload(columns(0, 20), approve('0123456789ab'));
	assert.match(unknown.ending.next, /^--approve 0123456789ab is for another plan\. .* it is unknown how\. /);
	assert.equal(sandbox.uploads.length, 1);
	assert.equal((await upload(columns(0, 20), approve(id))).ending.outcome, 'confirmed');
});
