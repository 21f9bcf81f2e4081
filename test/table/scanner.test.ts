import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {decodeRecord} from '../../source/table/decode.ts';
import {csvParseDialect} from '../../source/table/dialect.ts';
import {FieldSpans} from '../../source/table/fields.ts';
import {Scanner} from '../../source/table/scanner.ts';

const alphabet = fc.constantFrom('a', 'é', '"', '""', ',', '\n', '\r\n', '\r', ' ');
const anyText = fc.array(alphabet, {maxLength: 40}).map(parts => parts.join(''));

/** The records that the scanner finds, a chunk of `size` bytes at a time; `undefined` when a quote is never closed. */
function scan(bytes: Buffer, size: number): Buffer[] | undefined {
	const starts = bytes.length > 0 ? [0] : [];
	const scanner = new Scanner(0, offset => starts.push(offset));
	for (let at = 0; at < bytes.length; at += size) scanner.push(bytes.subarray(at, at + size));
	if (scanner.finish() !== undefined) return undefined;
	return starts.map((start, at) => bytes.subarray(start, starts[at + 1])).filter(({length}) => length > 0);
}

test('scanner and csv-parse agree on every boundary and every value', () => {
	fc.assert(
		fc.property(anyText, fc.integer({min: 1, max: 7}), (text, size) => {
			const bytes = Buffer.from(text);
			const records = scan(bytes, size);
			if (records === undefined) {
				assert.throws(() => parse(bytes, csvParseDialect), {code: 'CSV_QUOTE_NOT_CLOSED'});
				return;
			}

			const expected = parse(bytes, csvParseDialect);
			assert.deepEqual(records.map(readBySpans), expected);
			assert.deepEqual(
				records.map(record => [...decodeRecord(record)]),
				expected,
			);
		}),
		{numRuns: 20_000},
	);
});

function readBySpans(record: Buffer): string[] {
	const spans = new FieldSpans().read(record, 0, record.length);
	return Array.from({length: spans.count}, (_, column) => spans.value(column));
}

test('the raw bytes of the cells are the whole record without its delimiters and line end', () => {
	fc.assert(
		fc.property(anyText, text => {
			for (const record of scan(Buffer.from(text), 1000) ?? []) {
				const spans = new FieldSpans().read(record, 0, record.length);
				const raw = Array.from({length: spans.count}, (_, column) => spans.raw(column).toString()).join(',');
				assert.equal(raw, record.toString().replace(/(?:\r\n|\r|\n)$/, ''));
			}
		}),
	);
});
