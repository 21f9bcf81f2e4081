import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {SentCells} from '../../../../source/kinds/warehouse/bytes/sent-cells.ts';
import {CsvFormat} from '../../../../source/records/csv/csv-format.ts';
import {delimiters} from '../../../../source/records/csv/dialect.ts';

/** A cell as it is written: with quotes where they are needed, with others, or with quotes at wrong places. */
const cell = fc.oneof(
	fc.constantFrom('', 'a', '""', '"', 'a"b', '"a"b', '"a""b"c', '"a,b"', '"a""b"', '"a\nb"', '"""a"', 'größer'),
	fc.nat({max: 40}).map(length => 'x'.repeat(length)),
	fc.nat({max: 40}).map(length => `"${'x,'.repeat(length)}"`),
);
const record = fc
	.tuple(fc.array(cell, {minLength: 1, maxLength: 5}), fc.constantFrom('\n', '\r\n'))
	.map(([cells, end]) => `${cells.join(',')}${end}`);

test('the first cells of records among others are those that the scanner finds', () => {
	const sent = new SentCells();
	const scanner = new CsvFormat(delimiters.comma).scanner();
	fc.assert(
		fc.property(fc.array(record, {minLength: 1, maxLength: 4}), fc.integer({min: 1, max: 6}), (texts, wanted) => {
			const bytes = Buffer.from(texts.join(''));
			for (let start = 0; start < bytes.length; ) {
				const end = scanner.next(bytes, start, bytes.length, 'end');
				const expected = scanner.values();
				const found = sent.of(bytes, start, end, wanted);
				const count = Math.min(wanted, expected.length);
				assert.ok(found.readableCount >= count);
				for (let column = 0; column < count; column++) assert.equal(found.value(column), expected[column]);
				start = end;
			}
		}),
		{numRuns: 500},
	);
});
