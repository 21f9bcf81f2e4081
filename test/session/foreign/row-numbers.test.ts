import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {checkedFile, savedFile} from '../../../source/commands/checked.ts';
import {makeChanges} from '../../../source/commands/fix/changes.ts';
import {githubReport} from '../../../source/report/check/github.ts';
import {jsonReport} from '../../../source/report/check/json.ts';
import {junitReport} from '../../../source/report/check/junit.ts';
import type {ReportedFile} from '../../../source/report/check/reported-file.ts';
import {textReport} from '../../../source/report/check/text.ts';
import type {ReadOptions} from '../../../source/session/read-options.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile, temporaryFolder} from '../../support/folder.ts';
import {ReviewDesk} from '../../support/review-desk.ts';

const {signal} = new AbortController();

/** Each line is a row, but the two lines of the table in row 5. */
const file = [
	'Data dictionary,,,',
	',,,',
	'Table,Field,Type,Description',
	'SALES,,,',
	'orders,,,"Orders\nof the shop"',
	',id,INT,The id',
	'FINANCE,,,',
	'bills,,,Bills',
	',id,INT,The id',
	',total',
	',ID,INT,Again',
	'LAST,,,',
	'',
].join('\n');

const reading: ReadOptions = {
	mapping: {Table: 'name', Field: 'col_name', Type: 'col_type', Description: 'col_description'},
	constants: [
		{field: 'database', value: 'DB'},
		{field: 'schema', value: 'sales'},
	],
	rows: {
		fillDown: ['name'],
		tableRows: true,
		skipRows: [{value: 'SALES'}, {value: 'FINANCE'}, {value: 'LAST'}],
	},
};

async function open(t: TestContext): Promise<Session> {
	const session = await Session.open(await temporaryFile(t, file), signal, reading);
	t.after(() => session.close());
	return session;
}

function jsonOf(reported: ReportedFile): Array<{readonly [name: string]: unknown}> {
	return JSON.parse([...jsonReport([reported], 0, String)].join('')).problems;
}

function noticeOf({state}: ReviewDesk): string | undefined {
	return state.notice?.text;
}

test('rows that a recipe makes have the numbers and lines of the file', async t => {
	const {records} = await open(t);
	const rows = Array.from({length: records.lastRow}, (_, at) => at + 1);
	assert.deepEqual(
		rows.map(row => [records.numberOf(row), records.numbers.lineOf(row)]),
		[
			[3, 3],
			[6, 7],
			[9, 10],
			[10, 11],
			[11, 12],
		],
	);
	assert.deepEqual(
		[3, 4, 6, 7, 9, 11, 12].map(number => records.numbers.rowFrom(number)),
		[1, 2, 2, 3, 3, 5, undefined],
	);
});

test('the parts of a split row have its number', async t => {
	const session = await open(t);
	const {records} = session;
	const text = session.encodeRow(3);
	session.splitRow(3, [text, text.replace('id', 'other')]);
	assert.deepEqual(
		[2, 3, 4, 5, 6].map(row => [records.numberOf(row), records.numbers.lineOf(row)]),
		[
			[6, 7],
			[9, 10],
			[9, 10],
			[10, 11],
			[11, 12],
		],
	);
	assert.deepEqual(
		[9, 10].map(number => records.numbers.rowFrom(number)),
		[3, 5],
	);
	session.undo();
	assert.deepEqual([records.numberOf(4), records.numbers.rowFrom(11)], [10, 5]);
});

test('reports have the rows of the file in each format', async t => {
	const reported = checkedFile(await open(t));
	assert.match(textReport([reported]), /11: missing-cell: row 10: /);
	assert.match(
		textReport([reported]),
		/12: duplicate-row: row 11: col_name = "ID"\. Row 9 describes the same column\./,
	);
	assert.deepEqual(
		jsonOf(reported).map(({code, row, line, related}) => [code, row, line, related]),
		[
			['missing-cell', 10, 11, null],
			['duplicate-row', 11, 12, 9],
		],
	);
	const junit = junitReport([reported], 0);
	assert.match(junit, /row 10, line 11: /);
	assert.match(junit, /row 11, line 12: .*Row 9 describes/);
	assert.match(githubReport([reported]), /,line=12,[^\n]*::Row 11: Row 9 describes/);
});

test('the review screen has the rows of the file, and `:` goes on from a row that the recipe omits', async t => {
	const desk = new ReviewDesk(await open(t), {columns: 100, rows: 24});
	assert.deepEqual(desk.rowsInView(), [6, 9, 10, 11]);
	desk.press(':').type('7').press('enter');
	assert.equal(noticeOf(desk), 'Row 7 of the file is not in the list. The next one is row 9.');
	assert.match(desk.below().join('\n'), /row 9 · /);
	desk.press(':').type('11').press('enter');
	assert.equal(noticeOf(desk), undefined);
	assert.match(desk.below().join('\n'), /row 11 · .*Row 9 describes the same column/s);
	desk.press('m');
	assert.match(desk.below().join('\n'), /Row 11.*row 9 describes it too.*Go to row 9,/s);
	desk.press('enter');
	assert.match(noticeOf(desk) ?? '', /^Row 11 skipped/);
	desk.press('u');
	assert.equal(noticeOf(desk), 'Undone: skip row 11.');
	for (const number of ['3', '12']) {
		desk.press(':').type(number).press('enter');
		assert.match(desk.below().join('\n'), /Type a row number from 4 to 11\./);
		desk.press('escape');
	}
});

test('changes have the rows of the file, and the saved file counts its own', async t => {
	const session = await open(t);
	const [change] = makeChanges(session, {set: [{field: 'schema', value: 'shop'}], replace: [], fix: []});
	assert.deepEqual(
		change?.samples.map(({row}) => row),
		[6, 9, 11],
	);
	session.toggleSkipped(4);
	const path = join(await temporaryFolder(t), 'out.csv');
	await session.save({kind: 'copy', path, replace: false}, signal);
	const left = jsonOf(savedFile(session, path));
	assert.deepEqual(
		left.map(({row, line, related}) => [row, line, related]),
		[[4, 5, 3]],
	);
	assert.match(String(left[0]?.['message']), /^Row 3 /);
	const saved = await Session.open(path, signal);
	t.after(() => saved.close());
	assert.deepEqual(jsonOf(checkedFile(saved)), left, await readFile(path, 'utf8'));
});
