import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {cursorInGrid} from '../../../source/app/screens/review/draw-grid.ts';
import {shownColumns} from '../../../source/app/screens/review/layout.ts';
import {width} from '../../../source/text/width.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const long = 'A description that is longer than any column of this screen is usually wide';

/** Rows 2 to 101; those from row 60 on have a long column name, and row 70 a long description. */
const lines = Array.from({length: 100}, (_, at) =>
	recordLine({
		col_name: at < 58 ? `c${at}` : `a_long_column_name_${at}`,
		...(at === 68 ? {description: long} : {}),
	}),
);

function open(t: TestContext, columns: number, rows = 24): Promise<ReviewDesk> {
	return reviewDesk(t, [header, ...lines, ''].join('\n'), {columns, rows});
}

function columnsOf({state, context}: ReviewDesk): readonly string[] {
	return shownColumns(state, context).map(
		({column, isFrozen}) => `${isFrozen ? 'frozen ' : ''}${context.session.header.labels[column]}`,
	);
}

function resize(desk: ReviewDesk, columns: number, rows = 24): void {
	desk.store.dispatch({type: 'resized', size: {columns, rows}});
}

test('the identifying column stays when others scroll, and is not drawn twice', async t => {
	const desk = await open(t, 80);
	assert.deepEqual(columnsOf(desk).slice(0, 2), ['col_name', 'col_description']);
	desk.press('$');
	const shown = columnsOf(desk);
	assert.equal(shown[0], 'frozen col_name');
	assert.equal(shown.at(-1), 'last_updated_time');
	assert.equal(new Set(shown).size, shown.length);
	assert.ok(!shown.includes('col_name'));
	assert.deepEqual(columnsOf(desk.press('home')).slice(0, 2), ['col_name', 'col_description']);
});

test('on a narrow window the identifying column gives way', async t => {
	const desk = await open(t, 40);
	assert.ok(columnsOf(desk.press('$')).every(name => !name.startsWith('frozen')));
});

test('columns do not jump while one scrolls within a page, and follow the rows after a jump', async t => {
	const desk = await open(t, 200);
	const wide = () => shownColumns(desk.state, desk.context)[0]?.width;
	const short = wide();
	assert.equal(short, width('col_name'));
	desk.press('G');
	assert.equal(wide(), width('a_long_column_name_58'));
	desk.press('g');
	assert.equal(wide(), short);
	for (let row = 2; row < 60; row++) desk.press('down');
	assert.equal(wide(), width('a_long_column_name_58'), 'a longer value makes room for itself');
	for (let row = 0; row < 15; row++) desk.press('up');
	assert.ok(desk.rowsInView().every(row => row < 60));
	assert.equal(wide(), width('a_long_column_name_58'), 'and keeps it when it goes out of view');
});

test('room that is left over goes to the column that is cut', async t => {
	const desk = await open(t, 260);
	const description = () => shownColumns(desk.state, desk.context).find(({column}) => column === 7)?.width;
	assert.equal(description(), width('description'));
	desk.press(':').type('70').press('enter');
	assert.equal(description(), width(long));
	resize(desk, 180);
	const cut = description() ?? 0;
	assert.ok(cut > 28 && cut < width(long));
	const used = desk.grid().map(line => width(line.trimEnd()));
	assert.ok(Math.max(...used) <= 180);
	resize(desk, 80);
	assert.ok((description() ?? 0) <= 28);
});

test('after the window is widened the view scrolls back, so that no room is wasted', async t => {
	const desk = await open(t, 60);
	desk.press('$');
	assert.ok(desk.state.left > 0);
	resize(desk, 200);
	assert.deepEqual([desk.state.left, columnsOf(desk)[0]], [0, 'col_name']);
	resize(desk, 80);
	assert.ok(columnsOf(desk).includes('last_updated_time'));
});

test('the terminal cursor is on the selected cell, wherever that is', async t => {
	for (const columns of [40, 60, 80, 200]) {
		const desk = await open(t, columns);
		for (const keys of [[], ['$'], ['G'], ['left', 'left'], ['home'], ['right'], ['pageup']]) {
			desk.press(...keys);
			const {cursor, context} =
				desk.state.mode.name === 'browse' ? {...desk.state, context: desk.context} : assert.fail();
			const at = cursorInGrid(desk.state, context);
			const line = desk.grid()[at?.y ?? 0] ?? '';
			const value = context.session.cells(cursor.row)[cursor.column] ?? '';
			const shown = line.slice(at?.x).slice(0, 4).trim();
			assert.ok(shown !== '' && value.startsWith(shown.replace(/[…│].*/u, '')), `${keys} at ${columns}: ${line}`);
		}
	}
});
