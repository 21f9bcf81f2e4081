import assert from 'node:assert/strict';
import test from 'node:test';
import {allRows, isListed, ListedRows, nearestRow} from '../../../source/session/rows/row-list.ts';
import {openLines, recordLine} from '../../support/session.ts';

test('all rows begin behind the header', async t => {
	const list = allRows((await openLines(t, [recordLine(), recordLine({col_name: 'b'})])).records);
	assert.equal(list.length, 2);
	assert.deepEqual([-1, 0, 1, 2].map(list.rowAt), [undefined, 2, 3, undefined]);
	assert.deepEqual([0, 1, 2, 3, 4, 9].map(list.indexOf), [0, 0, 0, 1, 2, 2]);
	assert.equal(nearestRow(list, 99), 3);
});

test('a file without rows has an empty list', async t => {
	const list = allRows((await openLines(t, [])).records);
	assert.equal(list.length, 0);
	assert.equal(list.rowAt(0), undefined);
	assert.equal(nearestRow(list, 2), undefined);
});

test('a row that is not listed has the index where it would be', () => {
	const list = ListedRows.of([4, 7, 9]);
	assert.deepEqual(
		[1, 4, 5, 7, 8, 9, 10].map(row => list.indexOf(row)),
		[0, 0, 1, 1, 2, 2, 3],
	);
	assert.deepEqual(
		[3, 4, 9, 10].map(row => isListed(list, row)),
		[false, true, true, false],
	);
	assert.deepEqual(
		[1, 5, 9, 10].map(row => nearestRow(list, row)),
		[4, 7, 9, 9],
	);
});

test('a list that is extended leaves the shorter one as it was', () => {
	const short = ListedRows.of([]).extended([2, 3]);
	const long = short.extended([5]).extended(Array.from({length: 1000}, (_, at) => at + 6));
	assert.equal(short.length, 2);
	assert.equal(short.rowAt(2), undefined);
	assert.deepEqual([long.length, long.rowAt(2), long.rowAt(1002), long.rowAt(1003)], [1003, 5, 1005, undefined]);
});

test('one row is added in its place, once', () => {
	const list = ListedRows.of([4, 9]);
	const more = list.with(7);
	assert.deepEqual(
		[0, 1, 2].map(at => more.rowAt(at)),
		[4, 7, 9],
	);
	assert.equal(list.length, 2);
	assert.equal(more.with(7), more);
});
