import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {drawGrid} from '../../../source/app/screens/review/draw-grid.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const text = [
	header,
	recordLine({col_name: 'order_id', name: 't', description: 'Bestellung'}),
	recordLine({col_name: 'b', name: 't', description: 'Die BESTELLUNG'}),
	recordLine({col_name: 'c', name: 't', description: 'x'}),
	recordLine({col_name: 'd', name: 'an order', schema: 'orders_old', description: 'x'}),
	'',
].join('\n');

const open = (t: TestContext) => reviewDesk(t, text, {columns: 200, rows: 50});

const noticeOf = ({state}: ReviewDesk) => state.notice?.text ?? '';

async function search(desk: ReviewDesk, wanted: string): Promise<readonly [row: number, column: number]> {
	return at(await desk.press('/').type(wanted).press('enter').idle());
}

function at({state: {cursor}}: ReviewDesk): readonly [row: number, column: number] {
	return [cursor.row, cursor.column];
}

test('a search goes to the next cell, n and N go on, and say when they continue at the other end', async t => {
	const desk = await open(t);
	assert.deepEqual(await search(desk, 'bestellung'), [2, 7]);
	assert.deepEqual(at(await desk.press('n').idle()), [3, 7]);
	assert.equal(noticeOf(desk), '');
	assert.deepEqual(at(await desk.press('n').idle()), [2, 7]);
	assert.match(noticeOf(desk), /Continued/);
	assert.deepEqual(at(await desk.press('N').idle()), [3, 7]);
});

test('keys that are pressed while a search runs are taken in their order', async t => {
	const [desk, slow] = [await open(t), await open(t)];
	const keys = ['n', 'n', 'n', 'N', 'n'];
	await search(desk, 'order');
	for (const key of keys) await desk.press(key).idle();
	slow
		.press('/')
		.type('order')
		.press('enter', ...keys);
	while (slow.state.work !== undefined) await slow.idle();
	assert.deepEqual(at(slow), at(desk));
});

test('an upper-case letter makes case count', async t => {
	assert.deepEqual(await search(await open(t), 'BEST'), [3, 7]);
});

test('the name of a column leads to the column, in the same row', async t => {
	const desk = await open(t);
	desk.press('down');
	assert.deepEqual(await search(desk, 'sort_order'), [3, 3]);
	assert.deepEqual(await search(desk, 'last_upd'), [3, 9], 'a part of a name too');
	assert.deepEqual(await search(desk, 'order'), [5, 5], 'after the cells behind the cursor');
	assert.deepEqual(at(await desk.press('n').idle()), [5, 6]);
	assert.deepEqual(at(await desk.press('n').idle()), [5, 3], 'then the names');
	assert.deepEqual(at(await desk.press('n').idle()), [2, 0], 'then the cells from the top');
});

test('an empty search repeats the last one; earlier ones can be recalled', async t => {
	const desk = await open(t);
	await search(desk, 'bestellung');
	assert.deepEqual(await search(desk, ''), [3, 7]);
	await search(desk, 'nowhere');
	assert.match(noticeOf(desk), /No match for "nowhere"/);
	desk.press('/', 'up', 'up');
	assert.deepEqual(at(await desk.press('enter').idle()), [2, 7]);
});

test('n without a search says which key searches', async t => {
	const desk = await open(t);
	assert.match(noticeOf(desk.press('n')), /\//);
});

test('a search stays within the rows that are shown', async t => {
	const desk = await open(t);
	await desk.press('&').type('!col_name=b').press('enter').idle();
	assert.deepEqual(await search(desk, 'bestellung'), [2, 7]);
	assert.deepEqual(at(await desk.press('n').idle()), [2, 7]);
});

test('what was found is marked until Esc', async t => {
	const desk = await open(t);
	const marked = () => {
		const found: string[] = [];
		drawGrid(desk.state, desk.context, (look, shown) => {
			if (look === 'match') found.push(shown);
			return shown;
		});
		return found;
	};
	await search(desk, 'order');
	assert.deepEqual(marked(), ['order', 'order', 'order'], 'a name, and two cells; the selected one is not');
	desk.press('escape');
	assert.deepEqual(marked(), []);
});

test('a match that is found while a cell is edited moves nothing', async t => {
	const desk = await open(t);
	desk.press('/').type('bestellung').press('enter', 'e');
	await desk.idle();
	assert.deepEqual([at(desk), desk.state.mode.name, desk.state.work], [[2, 0], 'edit', undefined]);
});
