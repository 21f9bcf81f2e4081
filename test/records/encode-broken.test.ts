import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {CsvScanner} from '../../source/records/csv/csv-scanner.ts';
import {delimiters} from '../../source/records/csv/dialect.ts';
import {encodeBrokenRow} from '../../source/records/csv/encode-broken.ts';
import {rounds} from '../support/rounds.ts';

const {comma} = delimiters;

function readLine(text: string): {
	readonly line: string;
	readonly isBroken: boolean;
	readonly cells: readonly string[];
} {
	const bytes = Buffer.from(text);
	const scanner = new CsvScanner(comma);
	const end = scanner.next(bytes, 0, bytes.length, 'end');
	return {line: bytes.toString('utf8', 0, end), isBroken: scanner.isBroken, cells: scanner.values()};
}

const value = fc.array(fc.constantFrom('a', '"', '"', ',', ';', '\n', ' ')).map(parts => parts.join(''));
const cell = fc.oneof(
	value,
	value.map(text => `"${text}`),
);
const broken = fc
	.array(cell, {minLength: 1, maxLength: 4})
	.filter(cells => cells.some(text => text.startsWith('"') && !text.includes('\n')));

test('a broken row is one broken record with its values, whatever follows it', () => {
	fc.assert(
		fc.property(broken, value, (cells, behind) => {
			const text = encodeBrokenRow(cells, comma);
			const read = readLine(`${text}\n${behind}`);
			assert.deepEqual([read.line, read.isBroken, read.cells.length], [`${text}\n`, true, cells.length]);
			const changed = cells.flatMap((one, at) => (read.cells[at] === one ? [] : [[`${one}" `, read.cells[at]]]));
			assert.ok(changed.length <= 1);
			for (const [closed, found] of changed) assert.equal(found, closed);
		}),
		{numRuns: rounds(1000)},
	);
});

test('a broken row keeps its bytes if text follows a quote; a quote that is not closed is closed', () => {
	assert.equal(encodeBrokenRow(['id', '"The "real" id"'], comma), 'id,"The "real" id"');
	assert.equal(encodeBrokenRow(['"a', 'b,c'], comma), '"a" ,"b,c"');
	assert.equal(encodeBrokenRow(['id', 'x"y', '"a\nb"c'], comma), undefined);
});
