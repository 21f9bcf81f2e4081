import assert from 'node:assert/strict';
import test from 'node:test';
import {parseAddress} from '../../source/catalog/address.ts';
import {findUploadToRepeat} from '../../source/commands/rollback/find-upload.ts';
import type {JobOptions} from '../../source/job/options.ts';
import {rollbackLines} from '../../source/report/plan/rollback.ts';
import {edit, type Item, listed} from '../sandbox/client.ts';
import {recordLine} from '../support/session.ts';
import {planOnly, type RowsUploader, rowsUploader, sendOnly} from '../support/upload-rows.ts';

const row = (name: string, at: number, values: object = {}) =>
	recordLine({name, col_name: `c${at}`, col_description: `text ${at}`, description: `about ${name}`, ...values});
const rows = (name: string, from: number, to: number) =>
	Array.from({length: to - from}, (_, at) => row(name, from + at));

const first = [...rows('orders', 0, 4), ...rows('gone', 0, 2)];
const second = [
	row('orders', 0, {col_description: 'changed', col_type: 'text'}),
	...rows('orders', 1, 3),
	...rows('added', 0, 2),
];

/** Sends an upload of the history again. */
function rollBack({upload, state, sandbox}: RowsUploader, options: Partial<JobOptions> = {}, to?: number) {
	const place = {host: parseAddress(sandbox.url).host, integration: sandbox.integration};
	const {entry, source} = findUploadToRepeat(state, place, to);
	return upload([], {source, rollbackOf: entry.id, ...options});
}

/** Returns the pages that the lists show, without times. */
async function shown({sandbox}: RowsUploader): Promise<readonly Item[]> {
	const lists = await Promise.all(['table/tables', 'table/columns'].map(path => listed(sandbox, path)));
	const isTime = (field: string) => /_at$|_time$|modified/.test(field);
	return lists
		.flat()
		.map(item => Object.fromEntries(Object.entries(item).filter(([field]) => !isTime(field))))
		.filter(({archived}) => archived === false)
		.sort((one, other) => (String(one['id']) < String(other['id']) ? -1 : 1));
}

test('a rollback restores what the catalog showed, with its owners, if uploads show hidden pages again', async t => {
	const uploader = await rowsUploader(t, {revival: true});
	await uploader.upload(first);
	const hidden = (await listed(uploader.sandbox, 'table/columns')).find(({table_title}) => table_title === 'gone');
	await edit(uploader.sandbox, 'table/columns', hidden?.id, {owners: ['ann']});
	const before = await shown(uploader);
	await uploader.upload(second);
	assert.notDeepEqual(await shown(uploader), before);
	const {ending, preview} = await rollBack(uploader);
	assert.deepEqual([ending.outcome, ending.entry, ending.rollback?.to], ['confirmed', 3, 1]);
	assert.deepEqual(await shown(uploader), before);
	assert.deepEqual(preview.plan.changes.counts(), {
		hidden: 3,
		renamed: 0,
		created: 1,
		revived: 3,
		updated: 1,
		retimed: 0,
	});
	assert.deepEqual(preview.rollback?.loss.gone.pages, 4);
	assert.equal(uploader.state.history.entry(3)?.rollbackOf, 1);
	const again = await rollBack(uploader, planOnly);
	assert.equal(again.preview.rollback?.to, 2, 'a second rollback undoes the first');
});

test('a rollback that does not bring hidden pages back reports that', async t => {
	const uploader = await rowsUploader(t, {revival: false});
	await uploader.upload(first);
	await uploader.upload(second);
	const {ending} = await rollBack(uploader, {waitMs: 300});
	assert.deepEqual([ending.outcome, ending.sync?.missing], ['unseen', 4]);
	assert.match(ending.message, / 4 of the pages that this rollback should bring back are still not shown\./);
});

test('a rollback names what it cannot bring back: empty values, edits, pages of people, hidden pages', async t => {
	const uploader = await rowsUploader(t);
	const {sandbox} = uploader;
	const unwritten = row('orders', 9, {col_description: ''});
	const empty = [row('orders', 0, {col_description: ''}), ...rows('orders', 1, 4), unwritten];
	await uploader.upload(empty, sendOnly);
	await uploader.upload([...second, unwritten], sendOnly);
	for (const {id, title, table_title} of await listed(sandbox, 'table/columns')) {
		if (table_title === 'added' && title === 'c1') await edit(sandbox, 'table/columns', id, {owners: ['ann']});
		if (table_title === 'orders' && (title === 'c1' || title === 'c9'))
			await edit(sandbox, 'table/columns', id, {description: 'by hand'});
	}

	const {preview} = await rollBack(uploader, planOnly);
	const {rollback} = preview;
	assert.ok(rollback !== undefined);
	const {emptied, edited, worked, gone} = rollback.loss;
	const name = (...parts: readonly string[]) => ['DB', 'sales', ...parts];
	assert.deepEqual(emptied, {
		pages: 2,
		fields: [
			{field: 'col_description', pages: 1},
			{field: 'description', pages: 1},
		],
		names: [name('orders', 'c0'), name('orders', 'c9')],
		isComplete: true,
	});
	assert.deepEqual(worked, {pages: 1, names: [name('added', 'c1')]});
	assert.deepEqual([gone.pages, gone.names], [1, [name('orders', 'c3')]]);
	assert.deepEqual(edited, {pages: 1, names: [name('orders', 'c1')]});
	assert.equal(preview.guardResult.kind, 'stopped', 'the guard is that of every upload');
	const lines = rollbackLines(rollback);
	assert.deepEqual([lines.length, lines[0]], [6, 'Rollback to upload #1: its files are sent again as they were.']);
	assert.match(
		lines[2] ?? '',
		/^ {2}2 pages keep values that were empty then, col_description \(1\), description \(1\): DB\.sales\.orders\.c0, DB\.sales\.orders\.c9\. An/,
	);
});
