import assert from 'node:assert/strict';
import test from 'node:test';
import {detectUnreadable} from '../../source/kinds/unsupported-format.ts';

const texts: ReadonlyArray<readonly [what: string, text: string]> = [
	['English labels', 'col_name,database,schema,name\nid,shop,sales,orders\n'],
	['Japanese labels', '列名,データベース,スキーマ,テーブル,説明\nid,shop,sales,orders,\u3000注文の番号\n'],
	['Japanese values', `col_name,database,schema,name\n${'列名,店,販売,注文\r\n'.repeat(2000)}`],
	['Greek labels', 'Στήλη;Βάση;Σχήμα;Πίνακας\nid;shop;sales;orders\n'],
	['a byte that no text has, and an emoji where the first bytes end', `a\u001A,${'x😀'.repeat(2000)}`],
];

for (const [what, text] of texts) {
	const little = Buffer.from(text, 'utf16le');
	const big = Buffer.from(little).swap16();
	test(`UTF-16 without a byte order mark is recognized: ${what}`, () => {
		assert.equal(detectUnreadable(little)?.encoding, 'utf-16le');
		assert.equal(detectUnreadable(big)?.encoding, 'utf-16be');
		assert.equal(detectUnreadable(Buffer.from(text)), undefined);
	});
}

test('binary data is not taken for UTF-16', () => {
	const numbers = Buffer.from(Int16Array.from({length: 2000}, (_, at) => at % 30).buffer);
	assert.equal(detectUnreadable(numbers)?.code, 'format-error');
});

const signatures: ReadonlyArray<readonly [hex: string, named: RegExp]> = [
	['504b0304', /XLSX/],
	['d0cf11e0a1b11ae1', /XLS/],
	['255044462d', /PDF/],
	['1f8b0800000000000003cb48cdc9c957', /gzip/],
	['425a6839314159265359', /bzip2/],
	['28b52ffd2461', /zstd/],
	['fd377a585a000004', /xz/],
	['50415231150015101514', /Parquet/],
	['4f626a010414', /Avro/],
	['53514c69746520666f726d6174203300', /SQLite/],
	['fffe000063000000', /UTF-32/],
];

for (const [hex, named] of signatures) {
	test(`a file that is not text is named: ${named.source}`, () => {
		const wrong = detectUnreadable(Buffer.from(hex, 'hex'));
		assert.equal(wrong?.code, 'format-error');
		assert.match(wrong.message, named);
	});
}

test('labels that begin like other files are text', () => {
	for (const label of ['PAR1', 'BZh9', 'Obj', 'SQLite format'])
		assert.equal(detectUnreadable(Buffer.from(`${label},name\n`)), undefined);
});
