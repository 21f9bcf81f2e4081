import assert from 'node:assert/strict';
import test from 'node:test';
import {reviewReducer} from '../../../source/app/screens/review/reducer.ts';
import {reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const text = (lines: readonly string[]) => [header, ...lines, ''].join('\n');

/** Three rows; problems at 2 `sort_order`, 3 `is_view`, 4 `last_updated_time`. */
const three = text([
	recordLine({col_name: 'a', sort_order: 'x'}),
	recordLine({col_name: 'b', name: 'items', is_view: 'maybe'}),
	recordLine({col_name: 'c', name: 'others', last_updated_time: 'soon'}),
]);

const cleared = ['ctrl+a', 'ctrl+k'] as const;

test('Tab applies the edit and goes to the next problem of the file as the edit left it', async t => {
	for (const [typed, row, column] of [
		// Corrected: on to the next row, at its own problem.
		['7', 3, 8],
		// Changed and still wrong: the next one all the same.
		['y', 3, 8],
	] as const) {
		const desk = await reviewDesk(t, three);
		desk.press('tab', 'enter', ...cleared, typed, 'tab');
		assert.deepEqual(desk.state.cursor, {row, column}, typed);
		assert.equal(desk.session.cells(2)[3], typed);
		desk
			.press('enter', ...cleared)
			.type('true')
			.press('tab');
		assert.deepEqual(desk.state.cursor, {row: 4, column: 9});
	}
});

test('Tab from an edit that makes a new problem to the right stops there', async t => {
	// Once it is of the same table as row 2, row 3 contradicts that.
	const desk = await reviewDesk(
		t,
		text([recordLine({col_name: 'a'}), recordLine({col_name: 'b', name: 'other', is_view: 'true'})]),
	);
	desk
		.press('down', ...Array.from({length: 6}, () => 'right'), 'enter', ...cleared)
		.type('orders')
		.press('tab');
	assert.equal(desk.session.cells(3)[6], 'orders');
	assert.deepEqual(desk.state.cursor, {row: 3, column: 8});
});

test('Tab applies a whole row too, and goes on', async t => {
	const desk = await reviewDesk(t, text(['short,row', recordLine({col_name: 'b', name: 'items', is_view: 'maybe'})]));
	desk
		.press('enter', ...cleared)
		.type(recordLine({col_name: 'a'}))
		.press('tab');
	assert.equal(desk.session.problemCount('error'), 1);
	assert.deepEqual([desk.state.mode.name, desk.state.cursor], ['browse', {row: 3, column: 8}]);
});

test('Ctrl+S in every editor applies what was typed and saves', async t => {
	const cell = await reviewDesk(t, three);
	cell.press('enter', 'x', 'ctrl+s');
	assert.equal(cell.session.cells(2)[0], 'ax');
	assert.deepEqual(cell.asked, ['look-up-copy']);
	const row = await reviewDesk(t, three);
	row
		.press('E', ...cleared)
		.type(recordLine({col_name: 'z'}))
		.press('ctrl+s');
	assert.equal(row.session.cells(2)[0], 'z');
	assert.deepEqual(row.asked, ['look-up-copy']);
	const broken = await reviewDesk(t, three);
	broken.press('E', '"', 'ctrl+s');
	assert.deepEqual([broken.state.mode.name, broken.asked], ['edit', []], 'a line that is no row is not saved');
	for (const keys of [[':'], ['m'], ['P'], ['?']]) {
		const desk = await reviewDesk(t, three);
		desk.press('enter', 'x', 'enter', ...keys, 'ctrl+s');
		assert.deepEqual([desk.state.mode.name, desk.asked], ['browse', ['look-up-copy']], keys.join());
	}
});

test('an edit that cannot be applied leaves the editor open with its text, and nothing follows', async t => {
	for (const [keys, key] of [
		[['enter', 'x'], 'tab'],
		[['enter', 'x'], 'ctrl+s'],
		[['E', 'x'], 'ctrl+s'],
	] as const) {
		const {state: typed, context} = (await reviewDesk(t, three)).press(...keys);
		const [applying, edit, next] = reviewReducer(typed, {type: 'key', key}, context);
		assert.equal(edit?.type, keys[0] === 'E' ? 'rewrite-row' : 'set-cell');
		const [failed] = reviewReducer(applying, {type: 'failed', message: 'The row cannot be read.'}, context);
		assert.ok(next?.type === 'follow-up');
		const [after, ...effects] = reviewReducer(failed, next, context);
		assert.deepEqual([after.mode, after.notice?.tone, effects], [typed.mode, 'error', []]);
	}
});

test('checks a text as it is typed', async t => {
	const desk = await reviewDesk(t, three);
	desk.press('tab', 'enter');
	assert.match(desk.below().join('\n'), /✗ integer/);
	desk.press(...cleared, '7');
	assert.doesNotMatch(desk.below().join('\n'), /integer/);
	desk.press('x');
	assert.match(desk.below().join('\n'), /✗ integer/);
	desk.press('escape', 'home', 'enter', '.');
	assert.match(desk.below().join('\n'), /✗ period-in-name/, 'a new problem is shown before it is applied');
});

test('a row is judged as it is typed: its cells, their number, and whether it is one row', async t => {
	const desk = await reviewDesk(t, three);
	desk.press('E', ...cleared).type('a,b');
	assert.match(desk.below().join('\n'), /✗ missing-cell/);
	desk.type(',"');
	assert.match(desk.below().join('\n'), /not one row/);
	desk.press(...cleared).type(recordLine({is_view: 'perhaps'}));
	assert.match(desk.below().join('\n'), /✗ boolean/);
	desk.press(...cleared).type(recordLine());
	assert.doesNotMatch(desk.below().join('\n'), /✗/);
});

test('other rows are compared as it is typed, or that is announced', async t => {
	const desk = await reviewDesk(t, text([recordLine(), recordLine(), recordLine({col_name: 'c'})]));
	const shown = () => desk.below().join('\n');
	const announced = /Compared with other rows/;
	desk.press('tab', 'enter');
	assert.match(shown(), /✗ duplicate-row/);
	desk.press('x');
	assert.match(shown(), /✓/);
	desk.press('backspace');
	assert.match(shown(), /✗ duplicate-row/);
	desk.press('escape', 'down', 'enter', ...cleared).type('ID');
	assert.match(shown(), /✗ duplicate-row/, 'a new one');
	desk.press('escape', 'up', 'end', 'left', 'left', 'enter', 'x');
	assert.match(shown(), /✗ table-conflict/);
	assert.doesNotMatch(shown(), announced);
	desk.press('escape', 'left', 'enter', 'x');
	assert.match(shown(), announced, 'the table of another name');
	desk.press('escape', 'home', 'right', 'enter', 'x');
	assert.doesNotMatch(shown(), announced, 'a description of a column stands alone');
});

test('undo and redo go to the cell that they changed', async t => {
	const desk = await reviewDesk(t, three);
	desk.press('tab', 'enter', ...cleared, '7', 'enter', 'G', 'home', 'u');
	assert.deepEqual(desk.state.cursor, {row: 2, column: 3});
	desk.press('G', 'ctrl+r');
	assert.deepEqual(desk.state.cursor, {row: 2, column: 3});
	desk.press('u', 'down', 'm', 'enter', 'g', 'u');
	assert.equal(desk.state.cursor.row, 3, 'a row that was skipped');
	desk
		.press('E', ...cleared)
		.type(recordLine({col_name: 'z'}))
		.press('enter', 'g', 'u');
	assert.equal(desk.state.cursor.row, 3, 'a row that was replaced');
});

test('a bulk change is undone at the cursor where it was changed there, else at its first cell', async t => {
	const desk = await reviewDesk(
		t,
		text(['yes', 'no', 'false', 'yes'].map((is_view, at) => recordLine({col_name: `c${at}`, name: `t${at}`, is_view}))),
	);
	desk.press('tab', 'F', 'enter', 'G', 'u');
	assert.deepEqual(desk.state.cursor, {row: 5, column: 8});
	desk.press('g', 'down', 'down', 'home', 'ctrl+r');
	assert.deepEqual(desk.state.cursor, {row: 2, column: 8});
});

test('the line end behind a pasted text does not come along, in any editor', async t => {
	for (const [keys, pasted, row] of [
		[['enter', ...cleared], 'amount\r\n', {col_name: 'amount'}],
		[[], 'amount\n', {col_name: 'amount'}],
		[['E', ...cleared], `${recordLine({col_name: 'amount'})}\n`, {col_name: 'amount'}],
		[['enter', ...cleared], 'two\nlines\n\n', {col_name: '"two\nlines\n"'}],
	] as const) {
		const desk = await reviewDesk(t, text([recordLine()]));
		desk
			.press(...keys)
			.paste(pasted)
			.press('enter');
		assert.equal(desk.session.encodeRow(2), recordLine(row), JSON.stringify(pasted));
	}

	const desk = await reviewDesk(t, three);
	desk.press(':').paste('4\n').press('enter');
	assert.equal(desk.state.cursor.row, 4);
});

test('a row of a spreadsheet becomes a row of the file, wherever it is pasted', async t => {
	const cells = ['id', 'said "so", once', 'INT', '1', 'DB', 's;1', 'orders', '', 'false', '1700000000'];
	const copied = `${cells.map(cell => (cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')}\r\n`;
	for (const delimiter of [',', ';', '|']) {
		const file = [header.replaceAll(',', delimiter), recordLine().replaceAll(',', delimiter), 'short', ''].join('\n');
		for (const [row, keys] of [
			[2, ['E', ...cleared]],
			[2, []],
			[2, ['enter']],
			[2, ['enter', ...cleared]],
			[3, ['G', 'enter', ...cleared]],
			[3, ['G']],
		] as const) {
			const desk = await reviewDesk(t, file);
			desk
				.press(...keys)
				.paste(copied)
				.press('enter');
			assert.deepEqual(desk.session.cells(row), cells, `${delimiter} ${keys.join()}`);
		}
	}

	const whole = await reviewDesk(t, text([recordLine()]));
	whole
		.press('E', ...cleared)
		.paste(copied.replace('\r', `${'\t'.repeat(1000)}\r`))
		.press('enter');
	assert.deepEqual(whole.session.cells(2), cells, 'with the empty cells of the whole sheet behind it');

	const tabs = await reviewDesk(t, [header.replaceAll(',', '\t'), recordLine().replaceAll(',', '\t'), ''].join('\n'));
	tabs
		.press('E', ...cleared)
		.paste(copied)
		.press('enter');
	assert.deepEqual(tabs.session.cells(2), cells, 'in a file of tabs it is a row already');
});

test('text with tabs that is no whole row goes into one cell, with spaces', async t => {
	for (const keys of [[], ['enter', ...cleared]]) {
		const desk = await reviewDesk(t, text([recordLine()]));
		desk
			.press(...keys)
			.paste('two\tcells\n')
			.press('enter');
		assert.equal(desk.session.encodeRow(2), recordLine({col_name: 'two cells'}), keys.join());
	}
});

test('a line of the row editor that is left as it was changes nothing but a broken quote', async t => {
	const desk = await reviewDesk(t, text([`${recordLine()}`]));
	desk.press('E', 'enter');
	assert.equal(desk.session.records.overlay.size, 0);
	const broken = await reviewDesk(t, text(['a,"b"c,INT,1,DB,sales,orders,Orders,false,1']));
	assert.equal(broken.session.problemCount('error'), 1);
	broken.press('E', 'enter');
	assert.equal(broken.session.problemCount('error'), 0);
});

test('reports a file without rows, and nothing about its header', async t => {
	for (const keys of [['enter'], ['E'], ['m'], [':', '2', 'enter']]) {
		const desk = await reviewDesk(t, `${header}\n`);
		desk.press(...keys);
		const said = `${desk.state.notice?.text} ${desk.below().join('\n')}`;
		assert.match(said, /no rows/, keys.join());
		assert.doesNotMatch(said, /header must|header is correct/, keys.join());
	}

	const unreadable = await reviewDesk(t, 'a,b\n1,2\n');
	unreadable.press('enter');
	assert.match(unreadable.state.notice?.text ?? '', /header/);
});
