import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {cutTo, fit, graphemes, wrap} from '../../source/text/fit.ts';
import {bytes, count, duration, percent, plural} from '../../source/text/format.ts';
import {visible} from '../../source/text/visible.ts';
import {width} from '../../source/text/width.ts';

const shown: ReadonlyArray<readonly [text: string, visible: string]> = [
	['plain, ünï, 漢字 🎁', 'plain, ünï, 漢字 🎁'],
	['a\nb\tc\r', 'a⏎b⇥c␍'],
	['\u001B[31mred\u001B[0m', '␛[31mred␛[0m'],
	['\u001B]0;title\u0007', '␛]0;title␇'],
	['\u009B31m', '<U+009B>31m'],
	['\u202Ecod.exe', '<U+202E>cod.exe'],
	['zero\u200Bwidth', 'zero<U+200B>width'],
	['no\u00A0break', 'no<U+00A0>break'],
	['\uFEFFbom', '<U+FEFF>bom'],
	['\uD800 alone', '<U+D800> alone'],
	['family 👨‍👩‍👧 stays', 'family 👨‍👩‍👧 stays'],
	['joiner\u200Din a word', 'joiner<U+200D>in a word'],
];
for (const [text, expected] of shown) {
	test(`${JSON.stringify(text)} is shown as ${expected}`, () => assert.equal(visible(text), expected));
}

test('leaves no control sequence for a terminal in any text', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), text =>
			assert.doesNotMatch(visible(text), /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/),
		),
	);
});

const anyText = fc
	.array(fc.constantFrom('a', 'b ', '漢', '🎁', 'é', '👨‍👩‍👧', ' '), {maxLength: 30})
	.map(parts => parts.join(''));

test('fits a text to exactly the given width, without half a character', () => {
	fc.assert(
		fc.property(anyText, fc.integer({min: 1, max: 20}), (text, cells) => {
			assert.equal(width(fit(text, cells)), cells);
			assert.equal(width(fit(text, cells, 'right')), cells);
			const kept = graphemes(cutTo(text, cells)).filter(grapheme => grapheme !== '…');
			assert.deepEqual(kept, graphemes(text).slice(0, kept.length));
		}),
	);
});

test('wraps lines to the given width, and drops nothing but spaces', () => {
	fc.assert(
		fc.property(anyText, fc.integer({min: 2, max: 20}), (text, cells) => {
			const lines = wrap(text, cells);
			for (const line of lines) assert.ok(width(line) <= cells, JSON.stringify(line));
			assert.equal(lines.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
		}),
	);
});

test('formats numbers, sizes and durations', () => {
	assert.deepEqual([0, 999, 1000, 1_234_567].map(count), ['0', '999', '1,000', '1,234,567']);
	assert.deepEqual(
		[plural(1, 'row'), plural(2000, 'row'), plural(0, 'entry', 'entries')],
		['1 row', '2,000 rows', '0 entries'],
	);
	assert.deepEqual([0, 999, 1000, 99_949, 999_499, 999_600, 263_000_000, 5e9].map(bytes), [
		'0 bytes',
		'999 bytes',
		'1.0 kB',
		'99.9 kB',
		'999 kB',
		'1.0 MB',
		'263 MB',
		'5.0 GB',
	]);
	assert.deepEqual([0, 440, 9940, 12_400, 184_000, 3_720_000].map(duration), [
		'0.0 s',
		'0.4 s',
		'9.9 s',
		'12 s',
		'3 min 04 s',
		'1 h 02 min',
	]);
	assert.deepEqual([percent(0, 0), percent(999, 1000), percent(1000, 1000)], ['100 %', '99 %', '100 %']);
});
