import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import test, {type TestContext} from 'node:test';
import {asNumber} from '../../../source/records/row-numbers.ts';
import {ListedRows} from '../../../source/session/rows/row-list.ts';
import {PatternTooSlow} from '../../../source/session/rows/scan.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

/** Rows 2 to 61; every third one is of the schema "shop", and every tenth has a problem. */
const lines = Array.from({length: 60}, (_, at) =>
	recordLine({
		col_name: `c${at + 2}`,
		name: `t${at}`,
		schema: at % 3 === 0 ? 'shop' : 'sales',
		...(at % 10 === 9 ? {is_view: 'no'} : {}),
	}),
);

const shopRows = lines.flatMap((_, at) => (at % 3 === 0 ? [at + 2] : []));
const problemRows = lines.flatMap((_, at) => (at % 10 === 9 ? [at + 2] : []));

function open(t: TestContext): Promise<ReviewDesk> {
	return reviewDesk(t, [header, ...lines, ''].join('\n'), {columns: 120, rows: 24});
}

const noticeOf = ({state}: ReviewDesk) => state.notice?.text ?? '';

/** Types a filter and waits for its rows. */
async function filter(desk: ReviewDesk, text: string): Promise<ReviewDesk> {
	return desk.press('&', 'ctrl+u').type(text).press('enter').idle();
}

function listed({state}: ReviewDesk): readonly number[] | 'all' {
	const {shown} = state;
	if (shown.kind === 'all') return 'all';
	return Array.from({length: shown.list.length}, (_, at) => shown.list.rowAt(at) ?? 0);
}

test('a filter shows its rows and says how many of how many', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	assert.deepEqual(listed(desk), shopRows);
	assert.deepEqual(desk.rowsInView(), shopRows.slice(0, 13));
	assert.match(desk.title(), /20 of 60 rows · schema=shop/);
});

test('the cursor goes to the nearest row that is shown, and moves among them', async t => {
	const desk = await open(t);
	desk.press('down');
	await filter(desk, 'schema=shop');
	assert.equal(desk.state.cursor.row, 5);
	assert.equal(desk.press('down').state.cursor.row, 8);
	assert.equal(desk.press('up', 'up', 'up').state.cursor.row, 2);
	assert.equal(desk.press('G').state.cursor.row, 59);
	assert.equal(desk.press('down').state.cursor.row, 59);
	assert.equal(desk.press('pageup').state.cursor.row, 59 - 13 * 3);
	assert.equal(desk.press('g').state.cursor.row, 2);
});

for (const keys of [['escape'], ['&', 'ctrl+u', 'enter']]) {
	test(`${keys.join(' ')} shows all rows, with the record on the line of the screen where it was`, async t => {
		const desk = await filter(await open(t), 'schema=shop');
		for (let step = 0; step < 9; step++) desk.press('down');
		const line = desk.rowsInView().indexOf(desk.state.cursor.row);
		const {cursor} = desk.state;
		desk.press(...keys);
		assert.equal(listed(desk), 'all');
		assert.deepEqual(desk.state.cursor, cursor);
		assert.equal(desk.rowsInView().indexOf(cursor.row), line);
	});
}

test('a filter keeps the record on the line of the screen where it was', async t => {
	const desk = await open(t);
	desk.press(':').type('41').press('enter', 'up', 'up', 'up', 'down', 'down', 'down');
	const line = desk.rowsInView().indexOf(41);
	await filter(desk, 'schema=shop');
	assert.deepEqual([desk.state.cursor.row, desk.rowsInView().indexOf(41)], [41, line]);
});

test('problems only: ! shows the rows with problems, and again all rows', async t => {
	const desk = await open(t);
	await desk.press('G', '!').idle();
	assert.deepEqual(listed(desk), problemRows);
	assert.equal(desk.state.cursor.row, 61);
	assert.match(desk.title(), /6 of 60 rows · with problems/);
	assert.equal(listed(desk.press('!')), 'all');
});

test('a filter and problems only hold together, and each can go alone', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	await desk.press('!').idle();
	assert.deepEqual(listed(desk), [11, 41]);
	await desk.press('!').idle();
	assert.deepEqual(listed(desk), shopRows);
	await desk.press('!').idle();
	await filter(desk, '');
	assert.deepEqual(listed(desk), problemRows);
});

test('Tab stays within the rows shown, and says when it continues from their top', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	assert.equal(desk.press('tab').state.cursor.row, 11);
	assert.equal(desk.press('tab').state.cursor.row, 41);
	assert.equal(noticeOf(desk), '');
	assert.equal(desk.press('tab').state.cursor.row, 11);
	assert.match(noticeOf(desk), /Continued/);
	assert.equal(desk.press('shift+tab').state.cursor.row, 41);
	await filter(desk, 'c3');
	const {cursor} = desk.state;
	assert.deepEqual(desk.press('tab').state.cursor.row, 31, 'c31 has a problem');
	await filter(desk, 'schema=shop c32');
	assert.notDeepEqual(desk.state.cursor, cursor);
	assert.match(noticeOf(desk.press('tab')), /in the rows shown/);
});

test('a row that no longer matches stays and is counted until the filter is applied again', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	desk.press('down', 'right', 'right', 'right', 'right', 'right', 'e', 'ctrl+u').type('other').press('enter');
	await desk.idle();
	assert.deepEqual(listed(desk), shopRows);
	assert.equal(desk.state.cursor.row, 5);
	assert.match(desk.title(), /1 no longer match/);
	await desk.press('r').idle();
	assert.deepEqual(
		listed(desk),
		shopRows.filter(row => row !== 5),
	);
	assert.equal(desk.state.cursor.row, 8);
	await desk.press('u').idle();
	assert.equal(desk.state.cursor.row, 5, 'the changed record is shown');
	assert.deepEqual(listed(desk), shopRows);
	assert.match(noticeOf(desk), /Row 5 does not match the filter/);
});

test('a fixed problem is counted where only rows with problems are shown, and undone again', async t => {
	const desk = await open(t);
	await desk.press('!').idle();
	await desk.press('tab', 'f').idle();
	assert.deepEqual(listed(desk), problemRows);
	assert.match(desk.title(), /1 no longer match/);
	await desk.press('u').idle();
	assert.doesNotMatch(desk.title(), /no longer match/);
});

test('a problem that goes with an edit of another row is counted too', async t => {
	const twins = [recordLine({col_name: 'a'}), recordLine({col_name: 'a'}), recordLine({col_name: 'b'})];
	const desk = await reviewDesk(t, [header, ...twins, ''].join('\n'), {columns: 120, rows: 24});
	await desk.press('!').idle();
	assert.deepEqual(listed(desk), [3]);
	desk.press('m', '2');
	assert.deepEqual([listed(desk), desk.state.cursor.row], [[2, 3], 2]);
	assert.match(noticeOf(desk), /Row 2 does not match the filter/);
	await desk.press('e').type('x').press('enter').idle();
	assert.match(desk.title(), /2 no longer match/);
});

test('a bulk fix changes the rows that are shown alone', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	desk.press('tab', 'F');
	assert.deepEqual(desk.state.mode.name === 'fix-kind' && desk.state.mode.count, 2);
	await desk.press('enter').idle();
	assert.deepEqual(
		problemRows.filter(row => !desk.session.findings.has(row)),
		[11, 41],
	);
	desk.press('P');
	assert.equal(desk.state.mode.name === 'kinds' && desk.state.mode.safeFixes, 0);
	desk.press('escape', 'escape', 'P');
	assert.equal(desk.state.mode.name === 'kinds' && desk.state.mode.safeFixes, 4);
});

test('a row that the filter hides is gone to with a second Enter, which shows all rows', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	desk.press(':').type('5').press('enter');
	assert.deepEqual([desk.state.mode.name, desk.state.cursor.row], ['browse', 5]);
	desk.press(':').type('6').press('enter');
	assert.equal(desk.state.mode.name === 'go-to' && desk.state.mode.hiddenRow, 6);
	assert.deepEqual(listed(desk), shopRows);
	desk.press('enter');
	assert.deepEqual([listed(desk), desk.state.cursor.row], ['all', 6]);
});

test('a filter without matches keeps the rows shown', async t => {
	const desk = await filter(await open(t), 'schema=nowhere');
	assert.equal(listed(desk), 'all');
	assert.match(noticeOf(desk), /schema=nowhere/);
	await filter(desk, 'schema=shop');
	await filter(desk, 'schema=nowhere');
	assert.deepEqual(listed(desk), shopRows);
	desk.session.setCells(
		'many',
		shopRows.map(row => [row, new Map([[5, 'x']])] as const),
	);
	await desk.press('r').idle();
	assert.equal(listed(desk), 'all', 'and one that no row matches any more is left');
});

test('does not apply an invalid filter, and shows the error while it is typed', async t => {
	const desk = await open(t);
	desk.press('&').type('shema=shop');
	assert.match(desk.below().join('\n'), /schema\?/);
	desk.press('enter');
	assert.equal(desk.state.mode.name, 'find');
	desk.press('ctrl+u').type('name~(');
	assert.match(desk.below().join('\n'), /Invalid regular expression/);
	assert.equal(listed(desk.press('escape')), 'all');
});

test('a regular expression without end is given up', async t => {
	const desk = await reviewDesk(t, [header, recordLine({col_name: 'a'.repeat(60)}), ''].join('\n'));
	await filter(desk, 'col_name~^(a|a|aa)+!$');
	assert.deepEqual([desk.state.notice?.tone, listed(desk), desk.state.work], ['error', 'all', undefined]);
});

test('ends a filter and a search with an error if the file can no longer be read', async t => {
	const desk = await open(t);
	await truncate(desk.session.path, 200);
	await filter(desk, 'schema=shop');
	assert.deepEqual([desk.state.notice?.tone, listed(desk), desk.state.work], ['error', 'all', undefined]);
	await desk.press('/').type('c44').press('enter').idle();
	assert.deepEqual([desk.state.notice?.tone, desk.state.cursor.row, desk.state.work], ['error', 2, undefined]);
});

test('earlier filters are offered again, and the present one is in the line', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	await filter(desk, 'schema=sales');
	const typed = () => (desk.state.mode.name === 'find' ? desk.state.mode.line.graphemes.join('') : undefined);
	desk.press('&');
	assert.equal(typed(), 'schema=sales');
	desk.press('ctrl+u').type('x').press('up', 'up');
	assert.equal(typed(), 'schema=shop');
	desk.press('up');
	assert.equal(typed(), 'schema=shop');
	desk.press('down', 'down');
	assert.equal(typed(), 'x');
});

test('rows are shown while they are found, and Esc keeps those that were', async t => {
	const desk = await open(t);
	desk.press('G');
	const {session} = desk;
	// The scan is stopped before it begins: its events are made here.
	desk.press('&').type('schema=shop').press('enter');
	await desk.leave();
	desk.store.dispatch({type: 'rows-found', rows: [2, 5, 8], part: 0.2});
	assert.deepEqual([desk.rowsInView(), desk.state.cursor.row], [[2, 5, 8], 61]);
	assert.match(desk.title(), /3\+ of 60 rows/);
	desk.store.dispatch({type: 'rows-found', rows: [11], part: 0.3});
	desk.press('escape');
	assert.deepEqual([listed(desk), desk.state.cursor.row, desk.state.work], [[2, 5, 8, 11], 11, undefined]);
	assert.equal(session.records.lastRow, 61);
});

test('a filter that fails half-way keeps the rows that it has found', async t => {
	const desk = await open(t);
	desk.press('&').type('schema~s').press('enter');
	await desk.leave();
	desk.store.dispatch({type: 'rows-found', rows: [2, 5], part: 0.2});
	desk.store.dispatch({type: 'work-failed', error: new PatternTooSlow(asNumber(7))});
	assert.match(noticeOf(desk), /row 7/);
	assert.deepEqual([listed(desk), desk.state.work], [[2, 5], undefined]);
	assert.equal(desk.state.shown.kind === 'some' && desk.state.shown.progress, 'stopped');
});

test('a search or another filter ends a filter that goes on, with the rows that it has found', async t => {
	const desk = await open(t);
	desk.press('&').type('schema=shop').press('enter');
	desk.store.dispatch({type: 'rows-found', rows: [2, 5, 8], part: 0.2});
	await desk.press('/').type('c8').press('enter').idle();
	assert.deepEqual([desk.state.cursor, desk.state.work], [{row: 8, column: 0}, undefined]);
	const {shown} = desk.state;
	assert.equal(shown.kind === 'some' && shown.progress, 'stopped');
	desk.press('r');
	desk.store.dispatch({type: 'rows-found', rows: [2, 5], part: 0.1});
	await filter(desk, 'schema=nowhere');
	assert.equal(desk.state.shown.kind === 'some' && desk.state.shown.progress, 'stopped');
	await desk.press('r').idle();
	assert.deepEqual(listed(desk), shopRows);
});

test('a file with errors shows the first one in all rows when it is to be sent', async t => {
	const desk = await filter(await open(t), 'c2');
	desk.press('p');
	assert.deepEqual([listed(desk), desk.state.cursor], ['all', {row: 11, column: 8}]);
});

test('an upload of a file with errors goes to the first error, not to a warning before it, and counts them', async t => {
	const lines = [
		recordLine({description: 'None'}),
		recordLine({name: 'b', is_view: 'no'}),
		recordLine({name: 'c', is_view: 'no'}),
	];
	const desk = await reviewDesk(t, [header, ...lines, ''].join('\n'));
	desk.press('p');
	assert.deepEqual([desk.state.cursor, desk.session.problemCount('warning')], [{row: 3, column: 8}, 1]);
	assert.match(desk.state.notice?.text ?? '', /2 errors.*This is the first/);
	desk.press('down', 'f', 'p');
	assert.match(desk.state.notice?.text ?? '', /It is the only one/);
});

test('a list that grows behind a row that was added stays in order', () => {
	const list = ListedRows.of([2]).with(9).extended([4, 12]).extended([15]);
	assert.deepEqual(
		Array.from({length: list.length}, (_, at) => list.rowAt(at)),
		[2, 4, 9, 12, 15],
	);
});

test('when a row becomes several, the cursor stays on its record and the filter lists the new rows, until undo', async t => {
	const desk = await filter(await open(t), 'schema=shop');
	for (let step = 0; step < 6; step++) desk.press('down');
	assert.equal(desk.state.cursor.row, 20);
	const line = desk.rowsInView().indexOf(20);
	const records = ['x', 'y', 'z'].map(name => recordLine({col_name: name, schema: 'shop'}));
	const step = desk.session.splitRow(5, records);
	desk.store.dispatch({type: 'changed', notice: {tone: 'info', text: ''}, renumbering: step?.renumbering});
	const expected = [2, 5, 6, 7, ...shopRows.filter(row => row > 5).map(row => row + 2)];
	assert.deepEqual(listed(desk), expected, 'before the filter has begun again');
	assert.equal(desk.state.cursor.row, 22);
	assert.equal(desk.session.cells(22)[0], 'c20');
	assert.deepEqual(listed(await desk.idle()), expected);
	assert.deepEqual([desk.state.cursor.row, desk.rowsInView().indexOf(22)], [22, line]);
	await desk.press('u').idle();
	assert.deepEqual(listed(desk), shopRows);
	assert.equal(desk.state.cursor.row, 5);
	await desk.press('ctrl+r').idle();
	assert.deepEqual(listed(desk), expected);
	await desk.leave();
});

for (const [key, text, expected] of [
	['&', 'schema=shop', {listed: shopRows, row: 2}],
	['/', 'c42', {listed: 'all', row: 42}],
] as const) {
	test(`${key} is typed while the file is being checked, and starts when that is done`, async t => {
		const desk = await open(t);
		desk.store.dispatch({type: 'checked', part: 0.5});
		desk.press(key).type(text).press('enter');
		assert.deepEqual([listed(desk), desk.state.cursor.row, desk.state.work], ['all', 2, undefined]);
		assert.match(desk.below().join('\n'), /50 %/);
		desk.store.dispatch({type: 'checked', part: 1});
		await desk.idle();
		assert.deepEqual([listed(desk), desk.state.cursor.row], [expected.listed, expected.row]);
	});
}

test('text changed after Enter is not applied before another Enter', async t => {
	const desk = await open(t);
	desk.store.dispatch({type: 'checked', part: 0.5});
	desk.press('/').type('c4').press('enter').type('2');
	desk.store.dispatch({type: 'checked', part: 1});
	await desk.idle();
	assert.deepEqual([desk.state.mode.name, desk.state.cursor.row], ['find', 2]);
	await desk.press('enter').idle();
	assert.equal(desk.state.cursor.row, 42);
});
