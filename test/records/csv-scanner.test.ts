import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {CsvScanner} from '../../source/records/csv/csv-scanner.ts';
import {decodeRecord} from '../../source/records/csv/decode.ts';
import {csvParseDialect, type Delimiter, delimiters} from '../../source/records/csv/dialect.ts';
import {unfinished} from '../../source/records/record-scanner.ts';
import {rounds} from '../support/rounds.ts';

type Read = {
	readonly text: string;
	readonly values: readonly string[];
	readonly raw: readonly string[];
	readonly broken: boolean;
	readonly innerLines: number;
};

/** Every record of a text, read in one go. */
function readAll(text: string, delimiter: Delimiter = ','): Read[] {
	const bytes = Buffer.from(text);
	const reader = new CsvScanner(delimiter);
	const records: Read[] = [];
	for (let at = 0; at < bytes.length; ) {
		const next = reader.next(bytes, at, bytes.length, 'end');
		const values = reader.values();
		records.push({
			text: bytes.toString('utf8', at, next),
			values,
			raw: values.map((_, column) => reader.raw(column).toString()),
			broken: reader.isBroken,
			innerLines: reader.innerLines,
		});
		at = next;
	}

	return records;
}

const plain = fc.constantFrom('a', 'é', '漢', ' ', 'b,c'.slice(0, 1));
const anyPart = fc.constantFrom('a', 'é', '"', '""', ',', ';', '\n', '\r\n', '\r', ' ');
const quotedCell = fc
	.array(fc.constantFrom('a', '漢', '""', ',', ';', '\n', '\r\n', '\r', ' '), {maxLength: 8})
	.map(parts => `"${parts.join('')}"`);
const plainCell = fc
	.array(fc.oneof(plain, fc.constant('x"y')), {maxLength: 4})
	.map(parts => parts.join(''))
	.filter(text => !text.startsWith('"'));
const balanced = fc
	.array(fc.tuple(fc.oneof(quotedCell, plainCell), fc.constantFrom(',', ',', ',', '\n', '\r\n', '\r')), {maxLength: 12})
	.map(parts => parts.flat().join(''));
/** Three in four have no broken quote; the rest is anything. */
const someText = fc.oneof(
	{weight: 3, arbitrary: balanced},
	{weight: 1, arbitrary: fc.array(anyPart, {maxLength: 40}).map(parts => parts.join(''))},
);

test('the scanner and csv-parse agree on every boundary and value of any text', () => {
	const texts = rounds(2500);
	let agreed = 0;
	fc.assert(
		fc.property(someText, text => {
			const records = readAll(text);
			if (records.some(({broken}) => broken)) return;
			agreed++;
			const expected = parse(text, {...csvParseDialect(','), info: true}) as unknown as ReadonlyArray<{
				record: string[];
				info: {bytes: number};
			}>;
			assert.deepEqual(
				records.map(({values}) => values),
				expected.map(({record}) => record),
			);
			let end = 0;
			assert.deepEqual(
				records.map(record => {
					end += Buffer.byteLength(record.text);
					return end;
				}),
				expected.map(({info}) => info.bytes),
			);
			assert.deepEqual(
				records.map(record => decodeRecord(Buffer.from(record.text), ',')),
				expected.map(({record}) => record),
			);
		}),
		{numRuns: texts},
	);
	assert.ok(agreed > texts * 0.75, `only ${agreed} of the texts had no broken quote`);
});

test('with any quotes, the records together are the text, and each is read alone as among the others', () => {
	fc.assert(
		fc.property(someText, fc.constantFrom(...Object.values(delimiters)), (text, delimiter) => {
			const records = readAll(text, delimiter);
			assert.equal(records.map(record => record.text).join(''), text);
			for (const record of records) {
				assert.deepEqual(readAll(record.text, delimiter), [record]);
				assert.equal(record.raw.join(delimiter), record.text.replace(/(?:\r\n|\r|\n)$/, ''));
				assert.equal(record.innerLines, record.text.replace(/(?:\r\n|\r|\n)$/, '').split(/\r\n|\r|\n/).length - 1);
			}
		}),
		{numRuns: rounds(1000)},
	);
});

test('an incomplete record is unfinished, and is read the same with the missing bytes', () => {
	fc.assert(
		fc.property(someText, fc.integer({min: 0, max: 60}), (text, cut) => {
			const bytes = Buffer.from(text);
			const [first] = readAll(text);
			if (first === undefined) return;
			const length = Buffer.byteLength(first.text);
			const reader = new CsvScanner(',');
			const end = reader.next(bytes, 0, Math.min(cut, bytes.length), cut >= bytes.length ? 'end' : 'more');
			if (end === unfinished) return;
			assert.equal(end, length);
			assert.deepEqual(reader.values(), first.values);
		}),
		{numRuns: rounds(1000)},
	);
});

const recoveries: ReadonlyArray<
	readonly [what: string, text: string, records: ReadonlyArray<readonly string[]>, broken: readonly number[]]
> = [
	[
		'text behind a closing quote belongs to the cell, quotes and all',
		'1,"5"" pipe" x,2\n3,4,5\n',
		[
			['1', '"5" pipe" x', '2'],
			['3', '4', '5'],
		],
		[0],
	],
	[
		'a quote that is never closed is text, and its line a record',
		'1,"never,2\n3,4,5\n6,7,8\n',
		[
			['1', '"never', '2'],
			['3', '4', '5'],
			['6', '7', '8'],
		],
		[0],
	],
	[
		'a quote that seems to be closed by the next row’s is text too, and that row is seen as it is',
		'1,"never,2\n3,"four, indeed",5\n6,7,8\n',
		[
			['1', '"never', '2'],
			['3', 'four, indeed', '5'],
			['6', '7', '8'],
		],
		[0],
	],
	[
		'of two broken rows both are named',
		'"a,1\n"b,2\n"c",3\n',
		[
			['"a', '1'],
			['"b', '2'],
			['c', '3'],
		],
		[0, 1],
	],
	['a quote within a cell is no trouble', 'a"b,c\n', [['a"b', 'c']], []],
	['a line end between quotes belongs to the cell', '"a\nb",c\n', [['a\nb', 'c']], []],
];

for (const [what, text, records, broken] of recoveries) {
	test(what, () => {
		const read = readAll(text);
		assert.deepEqual(
			read.map(({values}) => values),
			records,
		);
		assert.deepEqual(
			read.flatMap((record, at) => (record.broken ? [at] : [])),
			broken,
		);
	});
}

test('a quote that is not closed within 4 MiB counts as unclosed', () => {
	const line = 'x'.repeat(99);
	const text = `"open,1\n${`${line}\n`.repeat(50_000)}"closed"\n`;
	const records = readAll(text);
	assert.equal(records.length, 50_002);
	assert.deepEqual(records[0]?.values, ['"open', '1']);
	assert.deepEqual(records.at(-1)?.values, ['closed']);
});
