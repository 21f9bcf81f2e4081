import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {type CanonicalSource, canonicalCsv} from '../../../source/kinds/warehouse/canonical-csv.ts';
import {CanonicalRows} from '../../../source/kinds/warehouse/canonical-rows.ts';
import {readHeader} from '../../../source/kinds/warehouse/header.ts';
import {Session} from '../../../source/session/session.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {rounds} from '../../support/rounds.ts';

const {signal} = new AbortController();
const labels = {
	col_name: ['id', 'ID', ' id', 'id ', 'na', 'a.b', '名', 'É', 'x\ty', ''],
	col_description: ['', 'The id', ' kept ', 'one, two', 'say ""hi""', 'two\nlines', 'two\r\nlines', 'None', '描述'],
	sort_order: ['1', '0', '-1', '-0', '00', '+1', '07', '', 'NULL', ' 1', '1.0', '-', '10'],
	database: ['DB', 'db', 'DB ', ''],
	schema: ['s', 'S', '\u00a0s', 'say ""s""'],
	name: ['t', 't\r', 'null'],
	is_view: ['', 'true', 'false', 'True', 'FALSE', 'fALse', 'NA', 'no', ' true'],
	last_updated_time: ['', '1700000000', '0', 'nan', '17000000001', ' 1'],
} as const;
type Label = keyof typeof labels;
const names = Object.keys(labels) as Label[];

/** A value that is `weight` times as likely as all others. */
function mostly<Value>(weight: number, usual: Value, others: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
	return fc.oneof({weight, arbitrary: fc.constant(usual)}, {weight: 1, arbitrary: others});
}

/** Usual values are the most likely ones: a run of canonical records must be long to cross a word of bits. */
function cell(label: Label) {
	const [first, ...others] = labels[label];
	const usual = label === 'col_description' ? 'The id' : label === 'is_view' ? 'false' : first;
	const value = mostly<string>(60, usual, fc.constantFrom(first, ...others));
	return fc.record({value, isQuoted: mostly<boolean>(9, false, fc.boolean())});
}

const end = mostly<string>(60, '\n', fc.constantFrom('\r\n', '\r', '\n\n', '\n,,,\n'));
const line = fc.record({
	cells: fc.tuple(...names.map(cell)),
	end,
	extra: mostly<string | undefined>(60, undefined, fc.constantFrom('more', '"broken" quote', 'drop')),
});
const shape = fc.record({
	delimiter: mostly<string>(4, ',', fc.constantFrom(';', '\t', '|')),
	/** The order of the columns, of which those behind the first `width` are absent. */
	order: mostly<Label[]>(3, names, fc.shuffledSubarray(names, {minLength: names.length})),
	dropped: mostly<Label | undefined>(5, undefined, fc.constantFrom('sort_order', 'is_view')),
	note: mostly<boolean>(5, false, fc.boolean()),
	mark: fc.constantFrom('', '', '\uFEFF'),
	hasLastEnd: fc.boolean(),
});
const row = fc.nat(300);
const action = fc.oneof(
	fc.record({does: fc.constant('set'), row, column: fc.nat(8), value: fc.constantFrom('id', ' x', 'true', '1', 'a,b')}),
	fc.record({does: fc.constant('split'), row, count: fc.integer({min: 1, max: 3})}),
	fc.record({does: fc.constant('skip'), row}),
	fc.record({does: fc.constantFrom('undo', 'undo', 'redo', 'fix')}),
);
type Shape = typeof shape extends fc.Arbitrary<infer Value> ? Value : never;
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;
type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never;

function textOf({delimiter, order, dropped, note, mark, hasLastEnd}: Shape, lines: readonly Line[]): string {
	const columns = order.filter(label => label !== dropped);
	const written = lines.map(({cells, end, extra}) => {
		const values = columns.map(label => {
			const {value = '', isQuoted} = cells[names.indexOf(label)] ?? {isQuoted: false};
			return isQuoted || /[",\n;|\t]/.test(value) ? `"${value}"` : value;
		});
		if (note) values.push('a note');
		if (extra === 'drop') values.pop();
		else if (extra !== undefined) values.push(extra);
		return `${values.join(delimiter)}${end}`;
	});
	const text = [[...columns, ...(note ? ['note'] : [])].join(delimiter), '\n', ...written].join('');
	return mark + (hasLastEnd ? text : text.replace(/[\r\n]+$/, ''));
}

function carryOut(session: Session, action: Action): void {
	if (!('row' in action)) {
		if (action.does === 'undo') session.undo();
		else if (action.does === 'redo') session.redo();
		else session.fixAll('safe');
		return;
	}

	if (session.records.count === 0) return;
	const at = 2 + (action.row % session.records.count);
	if ('column' in action) session.setCell(at, action.column % session.header.labels.length, action.value);
	else if ('count' in action)
		session.splitRow(
			at,
			Array.from({length: action.count}, () => session.encodeRow(at)),
		);
	else session.toggleSkipped(at);
}

async function written(pieces: AsyncIterable<Buffer>): Promise<string> {
	const copies: Buffer[] = [];
	for await (const piece of pieces) copies.push(Buffer.from(piece));
	return Buffer.concat(copies).toString('latin1');
}

/** The number of rows that were read to be decoded. */
function countReads(session: Session): {reads: number} {
	const counter = {reads: 0};
	const {records} = session;
	const {currentBytes} = records;
	records.currentBytes = (row, inFile) => {
		counter.reads++;
		return currentBytes.call(records, row, inFile);
	};
	return counter;
}

/** Compares the bytes that are sent with those where every record is decoded. Returns them. */
async function assertSame(session: Session): Promise<string> {
	const counts = {runs: 0, decoded: 0};
	const source: CanonicalSource = {
		records: session.records,
		header: readHeader(session.records.labels),
		canonicalRows: new CanonicalRows(),
	};
	const runs = await written(session.canonical(() => counts.runs++, signal));
	assert.equal(runs, await written(canonicalCsv(source, () => counts.decoded++, signal)));
	assert.equal(counts.runs, counts.decoded);
	return runs;
}

test('copies runs of canonical records to the same bytes as decoding each, whatever the file and its edits', async t => {
	const path = join(await temporaryFolder(t), 'file.csv');
	const runs = rounds(60);
	let copied = 0;
	await fc.assert(
		fc.asyncProperty(
			shape,
			fc.array(line, {maxLength: 120, size: 'max'}),
			fc.array(action, {maxLength: 10}),
			async (shape, lines, actions) => {
				await writeFile(path, textOf(shape, lines));
				const session = await Session.open(path, signal);
				const counter = countReads(session);
				const before = await assertSame(session);
				// The comparison reads every row, and a run none.
				copied += 2 * session.records.count - counter.reads;
				for (const action of actions) {
					carryOut(session, action);
					await assertSame(session);
				}

				while (session.undo() !== undefined);
				assert.equal(await assertSame(session), before);
				await session.close();
			},
		),
		{numRuns: runs},
	);
	assert.ok(copied > 6 * runs, `only ${copied} rows were in a run`);
});

test('copies runs over the ends of batches, with edits in many places', async t => {
	const path = join(await temporaryFolder(t), 'file.csv');
	const text = (row: number) =>
		`c${row},${'long text '.repeat(20)},${row % 97 === 0 ? '01' : 1},DB,s,t,false,1700000000`;
	const lines = [names.join(','), ...Array.from({length: 5000}, (_, row) => text(row)), ''];
	await writeFile(path, lines.join('\n'));
	const session = await Session.open(path, signal);
	t.after(() => session.close());
	await assertSame(session);
	for (let row = 2; row < 5000; row += 331) session.splitRow(row, [session.encodeRow(row), session.encodeRow(row)]);
	session.setCell(5001, 1, 'new');
	await assertSame(session);
	session.undo();
	session.undo();
	await assertSame(session);
});
