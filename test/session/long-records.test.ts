import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {warehouse} from '../../source/kinds/warehouse/warehouse.ts';
import {appendColumns} from '../../source/records/add-columns.ts';
import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {Records} from '../../source/records/records.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFile} from '../support/folder.ts';
import {header, listed, recordLine} from '../support/session.ts';

const {signal} = new AbortController();
const limits = {record: 100_000, quoted: 20_000, cells: 64};
const long = 'x'.repeat(700_000);

async function recordsOf(t: TestContext, text: string): Promise<Records> {
	const records = await Records.open(await SourceFile.open(await temporaryFile(t, text)), new CsvFormat(','), {limits});
	t.after(() => records.close());
	return records;
}

/** A checked session on a file with small limits. */
async function open(t: TestContext, lines: readonly string[], head = header): Promise<Session> {
	const session = new Session({kind: warehouse, records: await recordsOf(t, [head, ...lines, ''].join('\n'))});
	await session.check(signal);
	return session;
}

const texts = async (pieces: AsyncIterable<Buffer>) => {
	let text = '';
	for await (const piece of pieces) text += piece.toString();
	return text;
};

const kinds: ReadonlyArray<readonly [what: string, line: string, codes: readonly string[]]> = [
	['a plain line', recordLine({description: long}), ['record-too-long']],
	['a line of cells', ','.repeat(300_000), ['record-too-long']],
	['a line of short texts', 'a,'.repeat(300_000), ['record-too-long']],
	['a quoted cell on one line', recordLine({description: `"${long}"`}), ['record-too-long', 'quote-error']],
	['text behind a closing quote', recordLine({description: `"a"${long}`}), ['record-too-long', 'quote-error']],
	['bytes that are not UTF-8', recordLine({col_name: 'b\u00e9', description: long}), ['record-too-long']],
	['a duplicate', recordLine({col_type: long}), ['record-too-long']],
];

for (const [what, line, codes] of kinds) {
	test(`${what} over the limit is counted and not judged, and the rows around it are`, async t => {
		const content = Buffer.from(
			[header, recordLine(), line, recordLine({col_name: 'c', sort_order: 'x'}), ''].join('\n'),
			'latin1',
		);
		const records = await Records.open(await SourceFile.open(await temporaryFile(t, content)), new CsvFormat(','), {
			limits,
		});
		t.after(() => records.close());
		const session = new Session({kind: warehouse, records});
		await session.check(signal);
		assert.deepEqual(listed(session), [...codes.map(code => `3 - ${code}`), '4 sort_order integer']);
		assert.equal(session.recordCount, 3);
		assert.equal(session.likelyEncoding, undefined);
		for (const problem of session.problemsAt(3)) {
			assert.equal(problem.severity, 'error');
			assert.deepEqual(problem.fixes, []);
			assert.ok(problem.value.length + problem.message.length < 500);
		}
	});
}

test('a quoted cell of many lines that is open for too long is a broken quote, and its lines are rows', async t => {
	const lines = Array.from({length: 1000}, () => recordLine());
	const session = await open(t, [recordLine({col_name: '"id'}), ...lines, '"']);
	assert.equal(session.counts.get('quote-error'), 2);
	assert.equal(session.counts.get('record-too-long'), undefined);
	assert.equal(session.records.lastRow, 1003);
});

test('a row that is too long cannot be edited; it is skipped, brought back, and judged the same again', async t => {
	const session = await open(t, [recordLine(), recordLine({description: `"${long}"`}), recordLine({col_name: 'c'})]);
	const before = listed(session);
	assert.equal(session.setCell(3, 0, 'new'), undefined);
	assert.equal(session.rewriteRow(3, recordLine()), 'not-editable');
	assert.equal(session.applyFix(3, {kind: 'requote', title: 'quotes', safe: false}), undefined);
	assert.equal(session.fixAll({code: 'quote-error'}), undefined);
	assert.deepEqual(listed(session), before);
	session.toggleSkipped(3);
	assert.deepEqual(listed(session), []);
	assert.equal(session.isValid, true);
	session.undo();
	assert.deepEqual(listed(session), before);
	session.redo();
	session.toggleSkipped(3);
	assert.deepEqual(listed(session), before);
});

test('a row that an edit makes too long is named, and can be edited again', async t => {
	const session = await open(t, [recordLine()]);
	session.setCell(2, 1, long);
	assert.deepEqual(listed(session), ['2 - record-too-long']);
	session.setCell(2, 1, 'short');
	assert.deepEqual(listed(session), []);
});

test('a row that is too long is saved byte for byte, and absent when it is skipped', async t => {
	const lines = [recordLine(), recordLine({description: long}), recordLine({col_name: 'c'})];
	const session = await open(t, lines);
	const saved = async () => {
		const path = join(dirname(session.path), 'copy.csv');
		await session.save({kind: 'copy', path, replace: true}, signal);
		return readFile(path, 'utf8');
	};
	session.setCell(4, 0, 'd');
	assert.equal(await saved(), [header, lines[0], lines[1], recordLine({col_name: 'd'}), ''].join('\n'));
	session.toggleSkipped(3);
	assert.equal(await saved(), [header, lines[0], recordLine({col_name: 'd'}), ''].join('\n'));
	session.setCell(2, 0, 'b');
	assert.equal(await saved(), [header, recordLine({col_name: 'b'}), recordLine({col_name: 'd'}), ''].join('\n'));
});

test('what is sent has no trace of a row that is too long and skipped', async t => {
	const session = await open(t, [recordLine(), recordLine({description: long}), recordLine({col_name: 'c'})]);
	session.toggleSkipped(3);
	assert.equal(
		await texts(session.canonical(() => undefined, signal)),
		[header, recordLine(), recordLine({col_name: 'c'}), ''].join('\n'),
	);
});

test('a column is added to a row that is too long, whatever its line end', async t => {
	for (const end of ['\n', '\r\n', '\r']) {
		const records = await recordsOf(t, ['a,b', `1,${long}`, '2,3', `4,${long}`].join(end));
		await records.findRecords({}, signal);
		assert.equal(
			await texts(appendColumns(records, {columns: [{label: 'c', value: 'v,w'}]}, signal)),
			['a,b,c', `1,${long},"v,w"`, '2,3,"v,w"', `4,${long},"v,w"`].join(end),
		);
	}
});

for (const [what, line] of [
	['of one word', long],
	['of many labels', `${header},${'a,'.repeat(300_000)}`],
	['in quotes', `"${long}"`],
	['of more labels than are read', `${header}${',x'.repeat(100)}`],
] as const) {
	test(`a header ${what} that is too long is the one problem of the file`, async t => {
		const session = await open(t, [recordLine(), recordLine()], line);
		assert.deepEqual([...session.counts], [['record-too-long', 1]]);
		assert.equal(session.canCheckRows, false);
		assert.equal(session.isValid, false);
		assert.equal(session.records.lastRow, 3);
	});
}

test('a row of more cells than are read is named by their number, and cannot be edited', async t => {
	const session = await open(t, [recordLine(), ','.repeat(100), `a${','.repeat(100)}`]);
	assert.deepEqual(listed(session), ['3 - blank-row', '4 - extra-cell']);
	assert.match(session.problemsAt(4)[0]?.message ?? '', /101/);
	assert.equal(session.setCell(4, 0, 'new'), undefined);
	assert.equal(session.rewriteRow(4, recordLine()), 'not-editable');
	assert.equal(session.cells(4).length, limits.cells);
});

test('values of a long row are cut for a screen and whole for an edit', async t => {
	const value = 'y'.repeat(90_000);
	const session = await open(t, [recordLine({description: value, is_view: 'true'})]);
	assert.deepEqual(listed(session), []);
	const description = session.header.mapping['description'] ?? -1;
	assert.ok((session.shownCells(2)[description] ?? '').length < 20_000);
	assert.equal(session.shownCells(2).length, session.cells(2).length);
	assert.equal(session.cells(2)[description], value);
	session.setCell(2, 0, 'new');
	assert.equal(session.shownCells(2)[0], 'new');
	assert.equal(session.shownCells(2)[description]?.[0], 'y');
});

test('a column without a name is reported once, by the first row that has a value in it', async t => {
	const session = await open(
		t,
		[recordLine(), `${recordLine()},,`, `${recordLine()},,x`, `${recordLine()},y,z`],
		`${header},,`,
	);
	const blank = session.fileProblems.flatMap(({code, message}) =>
		code === 'blank-label' ? [[...message.matchAll(/\d+/g)].map(Number)] : [],
	);
	assert.deepEqual(blank.sort(), [
		[11, 5],
		[12, 4],
	]);
});
