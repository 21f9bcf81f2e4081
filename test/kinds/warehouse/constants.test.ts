import assert from 'node:assert/strict';
import test from 'node:test';
import {addConstants, renameLabels} from '../../../source/session/header-changes.ts';
import {openRecords} from '../../../source/session/open-records.ts';
import type {ConstantField} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';
import {listed} from '../../support/session.ts';

const {signal} = new AbortController();

async function opened(
	path: string,
	constants: readonly ConstantField[],
): Promise<readonly [rows: string[], problems: string[]]> {
	const session = await Session.open(path, signal, {constants});
	const {lastRow} = session.records;
	const rows = Array.from({length: lastRow}, (_, at) => session.cells(at + 1).join());
	const problems = listed(session);
	await session.close();
	return [rows, problems];
}

const problems = ['4 - repeated-header', '5 - ruler-row', '6 - export-footer', '7 - missing-cell'];

test('a constant in a new column leaves rows without data, and rows above the header, what they are', async t => {
	const header = 'col_name,database,schema';
	const text = ['A title', header, 'id,shop,sales', header.toUpperCase(), '-,--, -', '(1 row)', 'short', ''].join('\n');
	assert.deepEqual(await opened(await temporaryFile(t, text), [{field: 'name', value: 'orders'}]), [
		['A title', `${header},name`, 'id,shop,sales,orders', `${header},name`, '-,--, -,-', '(1 row)', 'short,orders'],
		problems,
	]);
});

test('the same with a constant in a column of the file', async t => {
	const header = 'col_name,database,schema,name';
	const text = ['A title', header, 'id,shop,sales,x', header, '-,-,-,-', '(1 row)', 'short', ''].join('\n');
	assert.deepEqual(await opened(await temporaryFile(t, text), [{field: 'name', value: 'orders'}]), [
		['A title', header, 'id,shop,sales,orders', header, '-,-,-,-', '(1 row)', 'short'],
		problems,
	]);
});

test('the header of a joined file is found again although the labels are mapped in the file', async t => {
	const text = 'Field,database,schema\nid,shop,sales\nFIELD,database,schema\ntotal,shop,sales\n';
	const opened = await openRecords(await temporaryFile(t, text), {}, signal);
	renameLabels(opened.records, new Map([[0, 'col_name']]));
	const records = await addConstants(opened, {columns: [{label: 'name', value: 'orders'}]}, signal);
	const session = new Session({...opened, records});
	t.after(() => session.close());
	await session.check(signal);
	assert.deepEqual(
		[listed(session), session.cells(3)],
		[['3 - repeated-header'], ['col_name', 'database', 'schema', 'name']],
	);
});

test('the same without a new column', async t => {
	const text = 'Field,database,schema,name\nid,shop,sales,orders\nField,database,schema,name\n';
	const opened = await openRecords(await temporaryFile(t, text), {}, signal);
	renameLabels(opened.records, new Map([[0, 'col_name']]));
	const session = new Session(opened);
	t.after(() => session.close());
	await session.check(signal);
	session.fixAll('safe');
	assert.deepEqual([listed(session), session.recordCount], [[], 1]);
});

test('blank rows under blank labels stay blank', async t => {
	const path = await temporaryFile(t, ',,,\n,,,\n');
	assert.deepEqual((await opened(path, [{field: 'name', value: 'x'}]))[0], [',,,', ',,,']);
});
