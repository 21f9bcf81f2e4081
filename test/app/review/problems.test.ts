import assert from 'node:assert/strict';
import test from 'node:test';
import {drawGrid} from '../../../source/app/screens/review/draw-grid.ts';
import {checkedFile} from '../../../source/commands/checked.ts';
import {reportedProblems} from '../../../source/report/check/reported-file.ts';
import {findNextProblem} from '../../../source/session/problem-navigation.ts';
import {width} from '../../../source/text/width.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';
import {sizes} from '../../support/sizes.ts';

const text = (lines: readonly string[]) => [header, ...lines, ''].join('\n');
const plain = (_look: string, shown: string) => shown;

/** In row 3 `is_view` breaks two rules, in row 4 the column's name breaks three, one of them a warning. */
const several = text([
	recordLine({col_name: 'a'}),
	recordLine({col_name: 'b', is_view: 'PERHAPS'}),
	recordLine({col_name: ' 列.b '}),
	'short,row',
]);

/** Every cell that Tab visits. */
function* stops(desk: ReviewDesk): Generator<void, void, void> {
	for (let wrapped = false, first = true; ; first = false) {
		const found = findNextProblem(desk.session, desk.state.cursor, 'next');
		wrapped = found === undefined || (found.wrapped && !first);
		if (wrapped) return;
		desk.press('tab');
		yield;
	}
}

for (const [columns, rows] of sizes.filter(([, rows]) => rows >= 16)) {
	test(`at ${columns}x${rows} every problem and every fix that check lists is shown where Tab stops`, async t => {
		const desk = await reviewDesk(t, several, {columns, rows});
		const shown: string[] = [];
		for (const _ of stops(desk)) {
			const lines = desk.below();
			assert.ok(lines.every(line => width(line) <= columns));
			const {row} = desk.state.cursor;
			for (const {row: at, code, problem} of reportedProblems(checkedFile(desk.session), 0)) {
				if (at !== row || !lines.some(line => line.includes(`${code}:`))) continue;
				shown.push(`${row} ${code}`);
				if (!('fixes' in problem)) continue;
				for (const {title} of problem.fixes)
					assert.ok(
						lines.some(line => line.includes(title.slice(0, 10))),
						`${code}: ${title}\n${lines.join('\n')}`,
					);
			}
		}

		const all = [...reportedProblems(checkedFile(desk.session), 0)].map(({row, code}) => `${row} ${code}`);
		assert.deepEqual(shown.sort(), all.sort());
	});
}

test('keys 1 to 9 apply the fix with that number, f the first', async t => {
	const cellOf = async (...keys: readonly string[]) => {
		const desk = await reviewDesk(
			t,
			text([recordLine({col_name: 'a'}), recordLine({col_name: ' x.b ', name: 's.t', schema: ''})]),
		);
		desk.press('down', ...keys);
		return [desk.session.cells(3)[0], desk.session.cells(3)[5], desk.session.cells(3)[6]];
	};
	assert.deepEqual(await cellOf('1'), ['x_b', '', 's.t']);
	assert.deepEqual(await cellOf('f'), ['x_b', '', 's.t']);
	assert.deepEqual(await cellOf('2'), ['x.b', '', 's.t']);
	assert.deepEqual(await cellOf('3'), [' x.b ', '', 's.t'], 'there is no third');
	const toName = ['right', 'right', 'right', 'right', 'right', 'right'];
	assert.deepEqual(await cellOf(...toName, '1'), [' x.b ', 's', 't']);
	assert.deepEqual(await cellOf(...toName, '2'), [' x.b ', '', 's_t']);
});

test('a value with no fix of its own is fixed by the other problem of the cell', async t => {
	const desk = await reviewDesk(t, several);
	desk.press('tab');
	assert.deepEqual(desk.state.cursor, {row: 3, column: 8});
	assert.match(desk.below().join('\n'), /boolean:[\s\S]*table-conflict:[\s\S]*f "false" in every row/);
	desk.press('f');
	assert.equal(desk.session.cells(3)[8], 'false');
});

test('F fixes all of the first kind in the cell that has a fix', async t => {
	const desk = await reviewDesk(t, several);
	desk.press('tab', 'F');
	assert.equal(desk.state.mode.name === 'fix-kind' && desk.state.mode.code, 'table-conflict');
});

test('the marks of a row and a cell are those of the worst problem in it', async t => {
	// The white space is found first and is a warning; the duplicate is an error.
	const desk = await reviewDesk(t, text([recordLine(), recordLine({col_name: 'id '})]));
	const line = drawGrid(desk.state, desk.context, plain).find(
		shown => shown.includes('id '.padEnd(5)) && / 3 /.test(shown),
	);
	assert.match(line ?? '', /^✗ +3 +✗id/);
});

test('the count of cells is that of the stops of Tab, before and after edits', async t => {
	const desk = await reviewDesk(t, several);
	const count = () => [...stops(desk)].length;
	assert.equal(desk.session.findings.cells, count());
	desk.press('g', 'home');
	desk.session.setCell(2, 8, 'perhaps');
	assert.equal(desk.session.findings.cells, count());
	desk.press('g', 'home');
	desk.session.fixAll({code: 'period-in-name'});
	assert.equal(desk.session.findings.cells, count());
	desk.press('g', 'home');
	desk.session.undo();
	desk.session.toggleSkipped(5);
	assert.equal(desk.session.findings.cells, count());
});

test('skipping a row says what it hides, and every row that its problems name can be gone to', async t => {
	const desk = await reviewDesk(
		t,
		text([
			recordLine({description: 'One'}),
			recordLine({col_name: 'b', description: 'One'}),
			recordLine({description: 'Other'}),
			',,,,,,,,,',
		]),
	);
	const menu = (row: string) => {
		desk.press(':', row, 'enter', 'm');
		const lines = desk.below().join('\n');
		desk.press('escape');
		return lines;
	};
	assert.match(menu('3'), /hides its page/);
	for (const [row, other] of [
		['2', 'row 4'],
		['4', 'row 2'],
	] as const) {
		assert.doesNotMatch(menu(row), /hides its page/, row);
		assert.match(menu(row), new RegExp(`${other} describes it too`), row);
	}

	assert.doesNotMatch(menu('5'), /hides/);
	desk.session.toggleSkipped(2);
	assert.match(menu('4'), /hides its page/, 'no other row is left');
});

/** Files with a problem of the file as a whole, and the notice about it. */
const ofTheFile = [
	[
		'Field,database,schema,name\nid,d,s,t\n',
		'The file has no column col_name, which Secoda needs. c maps the columns.',
	],
	['col_name,schema,name\nid,s,t\n', 'The file has no column database, which Secoda needs. c maps the columns.'],
	[
		'col_name,column_name,database,schema,name\nid,id,d,s,t\n',
		'The columns "col_name" and "column_name" are both read as col_name. c maps the columns.',
	],
	[
		'col_name,database,schema,name,\nid,d,s,t,x\n',
		'Column 5 has values (the first in row 2) but no name in the header. c maps the columns.',
	],
	['col_name;database;schema;name\nid;d;s;t\n', 'The cells are separated by semicolons. They are sent with commas.'],
	[
		'Columns\ncol_name,database,schema,name\nid,d,s,t\n',
		'The header is row 2. The rows above it are not data and are not sent.',
	],
	[
		'col_name,description,database,schema,name\nid,The id,d,s,t\nno,The number,d,s,t\n',
		'The description differs between the rows of a table. It is probably the description of the columns. c maps the columns.',
	],
] as const;

test('the notice about a file names a key and no option of the command line', async t => {
	for (const [file, notice] of ofTheFile) {
		const desk = await reviewDesk(t, file, {columns: 80, rows: 24});
		assert.equal(desk.state.notice?.text, notice);
	}
});
