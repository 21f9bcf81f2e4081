import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import fc from 'fast-check';
import {warehouse} from '../../../source/kinds/warehouse/warehouse.ts';
import {CsvFormat} from '../../../source/records/csv/csv-format.ts';
import {recordLimits} from '../../../source/records/record-limits.ts';
import {Records} from '../../../source/records/records.ts';
import {SourceFile} from '../../../source/records/source/source-file.ts';
import {passesAll} from '../../../source/session/rows/batch-tester.ts';
import {parseFilter, type RowFilter} from '../../../source/session/rows/filter-language.ts';
import {filterNames} from '../../../source/session/rows/filter-names.ts';
import {allRows, ListedRows, type RowList} from '../../../source/session/rows/row-list.ts';
import {rowTests} from '../../../source/session/rows/row-test.ts';
import {PatternTooSlow, type ScanRange, scanRows} from '../../../source/session/rows/scan.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFile} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';
import {header, openLines, openText, recordLine} from '../../support/session.ts';

const {signal} = new AbortController();

function filterOf(session: Session, text: string): RowFilter {
	const read = parseFilter(text, filterNames(session));
	assert.equal(read.kind, 'filter', text);
	return read.kind === 'filter' ? read.filter : [];
}

async function scanned(
	session: Session,
	text: string,
	list: RowList = allRows(session.records),
	order: ScanRange['order'] = 'forward',
): Promise<readonly number[]> {
	const found: number[] = [];
	const range = {from: 0, to: list.length, order};
	for await (const {rows} of scanRows(session, filterOf(session, text), list, range, signal)) found.push(...rows);
	return found;
}

/** The rows that pass when each is read alone, as it is now. */
function oneByOne(session: Session, text: string): readonly number[] {
	const tests = rowTests(session, filterOf(session, text));
	const list = allRows(session.records);
	return Array.from({length: list.length}, (_, at) => list.rowAt(at) ?? 0).filter(row =>
		passesAll(session.records, tests, row),
	);
}

const value = fc.constantFrom(
	'orders',
	'ORDERS',
	'a "quoted" word',
	'two\nlines',
	'Größe',
	'GRÖßE',
	'表の列',
	'ſchema K',
	'  padded ',
	'',
	'день',
	'ДЕНЬ, и ночь',
	'x,orders',
	'\uFFFD',
);
const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const filters = [
	'orders',
	'Orders',
	'größe',
	'表',
	'"o""r"',
	'"d" word',
	'"""quoted"""',
	'"two\nlines"',
	'schema k',
	'день',
	'!orders',
	'!день',
	'description=padded',
	'description=',
	'description=orders !name=orders',
	'description~^(gr|д)',
	'~,',
	'"\uFFFD"',
	'problem=required',
	'!problem= orders',
	'database=schema',
];

/** A record of these values, its line end included; some bytes of it may not be UTF-8. */
const record = fc.tuple(value, value, value, fc.boolean()).map(([name, description, database, isStrange]) => {
	const line = `${recordLine({col_name: quoted(name), description: quoted(description), database: quoted(database)})}\n`;
	return isStrange ? Buffer.concat([Buffer.from([0xff, 0x6f]), Buffer.from(line)]) : Buffer.from(line);
});

test('finds the rows that pass individually, for any cells and edits', async t => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, {maxLength: 30}),
			fc.array(fc.tuple(fc.nat(29), fc.nat(9), value, fc.boolean()), {maxLength: 5}),
			async (records, edits) => {
				const session = await openWith(t, Buffer.concat([Buffer.from(`${header}\n`), ...records]));
				for (const [at, column, text, isSkipped] of edits) {
					if (at + 2 > session.records.lastRow) continue;
					session.setCell(at + 2, column, text);
					if (isSkipped) session.toggleSkipped(at + 2);
				}

				for (const filter of filters) {
					assert.deepEqual(await scanned(session, filter), oneByOne(session, filter), filter);
					const backward = await scanned(session, filter, allRows(session.records), 'backward');
					assert.deepEqual(backward.toReversed(), oneByOne(session, filter), filter);
				}
			},
		),
		{numRuns: rounds(30)},
	);
});

/** A session whose files are read a few bytes at a time. */
async function openWith(t: TestContext, bytes: Buffer): Promise<Session> {
	const file = await SourceFile.open(await temporaryFile(t, bytes));
	const session = new Session({
		kind: warehouse,
		records: await Records.open(file, new CsvFormat(','), {limits: {...recordLimits, record: 200}}),
	});
	t.after(() => session.close());
	await session.check(signal);
	return session;
}

test('a scan reads a file of many pieces in order, forward and backward', async t => {
	const lines = Array.from({length: 6000}, (_, at) => recordLine({col_name: `größe_${at}`, name: `t${at % 7}`}));
	const session = await openLines(t, lines);
	const expected = lines.flatMap((_, at) => (at % 7 === 3 ? [at + 2] : []));
	assert.deepEqual(await scanned(session, 'name=t3 GRÖßE'.toLowerCase()), expected);
	assert.deepEqual((await scanned(session, 'name=t3', allRows(session.records), 'backward')).toReversed(), expected);
});

test('only the rows of a list are looked at', async t => {
	const session = await openLines(
		t,
		Array.from({length: 5000}, (_, at) => recordLine({col_name: `c${at}`})),
	);
	assert.deepEqual(await scanned(session, 'c', ListedRows.of([3, 9, 4000])), [3, 9, 4000]);
});

test('a file in another encoding is scanned as it is read', async t => {
	const text = [header, recordLine({description: 'Größe'}), recordLine({col_name: 'b'}), ''].join('\r\n');
	const path = await temporaryFile(t, Buffer.from(`\uFEFF${text}`, 'utf16le'));
	const session = await Session.open(path, signal, {encoding: 'utf-16le'});
	t.after(() => session.close());
	assert.deepEqual(await scanned(session, 'größe'), [2]);
});

test('a scan that is stopped ends before its next piece', async t => {
	const session = await openLines(
		t,
		Array.from({length: 8000}, (_, at) => recordLine({col_name: `c${at}`})),
	);
	const stop = new AbortController();
	const list = allRows(session.records);
	const scan = scanRows(
		session,
		filterOf(session, 'c'),
		list,
		{from: 0, to: list.length, order: 'forward'},
		stop.signal,
	);
	await scan.next();
	stop.abort();
	await assert.rejects(scan.next(), {name: 'AbortError'});
});

test('a regular expression that backtracks without end is given up, and its row is named', async t => {
	const session = await openLines(t, [recordLine(), recordLine({col_name: `${'a'.repeat(60)}!`})]);
	await assert.rejects(scanned(session, 'col_name~^(a|a|aa)+$'), (error: unknown) => {
		assert.ok(error instanceof PatternTooSlow);
		assert.equal(error.row, 3);
		return true;
	});
});

test('a record that is too long is found by its first cells', async t => {
	const session = await openWith(t, Buffer.from(`${header}\nid,${'x'.repeat(300)}\n${recordLine()}\n`));
	assert.deepEqual(await scanned(session, 'xxx'), [2]);
});

test('an empty file has no rows to scan', async t => {
	assert.deepEqual(await scanned(await openText(t, `${header}\n`), 'a'), []);
});
