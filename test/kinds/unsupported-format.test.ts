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
	const gzip = Buffer.from('1f8b0800000000000003cb48cdc9c95728cf2fca49e1020049d7', 'hex');
	const parquet = Buffer.from('50415231150015101514 4c150215001200 00'.replaceAll(' ', ''), 'hex');
	for (const bytes of [numbers, gzip, parquet]) assert.equal(detectUnreadable(bytes)?.code, 'format-error');
});
