import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {visible} from '../../source/text/visible.ts';
import {hasStableCells, width} from '../../source/text/width.ts';
import {framesFolder} from '../app/scenes/frame-file.ts';
import {rounds} from '../support/rounds.ts';
import {written, xterm} from '../support/xterm.ts';

const columns = 400;

/** Clusters on whose width `string-width` and terminals agree. */
const clusters: readonly string[] = [
	...[
		'a',
		'Z',
		'9',
		' ',
		'~',
		'é',
		'ß',
		'Я',
		'ω',
		'א',
		'ع',
		'น',
		'な',
		'ア',
		'ｱ',
		'漢',
		'한',
		'Ａ',
		'。',
		'€',
		'№',
		'①',
	],
	// Combining marks: one, two, and on a wide character.
	...['e\u0301', 'e\u0302\u0323', 'が\u3099', 'ני\u05B0', 'น\u0E35\u0E49'],
	// Emoji: plain, with VS16, with a skin tone, keycaps, flags, joined.
	...['⌚', '🚀', '❤', '❤\uFE0F', '☎\uFE0F', '©\uFE0F', '👍🏽', '1\uFE0F\u20E3', '#\uFE0F\u20E3', '🇩🇪', '🇯🇵'],
	...['👩‍💻', '👩🏽‍💻', '👨‍👩‍👧', '🏳\uFE0F‍🌈', '🧑🏻‍🤝‍🧑🏿'],
	// What the screens draw.
	...[
		'✗',
		'✓',
		'−',
		'▸',
		'›',
		'‹',
		'█',
		'░',
		'─',
		'│',
		'┌',
		'┼',
		'·',
		'…',
		'•',
		'↑',
		'↓',
		'←',
		'→',
		'⏎',
		'⇥',
		'␀',
		'␛',
	],
	// Text that `visible` changes.
	...['\t', '\n', '\r\n', '\u0000', '\u001B[31m', '\u007F', '\u009B', '\u200B', '\u202E', '\u00A0', '\uFEFF', '\uD800'],
];
const cluster = fc.constantFrom(...clusters);
const cleaned = fc.array(cluster, {maxLength: 30}).map(parts => visible(parts.join('')));
const style = fc.constantFrom('\u001B[1m', '\u001B[22m', '\u001B[38;5;200m', '\u001B[0m', '\u001B[7;31m');
const link = fc.constantFrom('\u001B]8;;https://secoda.co\u0007', '\u001B]8;;\u001B\\');
const styled = fc.array(fc.oneof(cluster.map(visible), style, link), {maxLength: 30}).map(parts => parts.join(''));

test('measures any text as string-width does', () => {
	const anyText = fc.oneof(styled, cleaned, fc.string({unit: 'binary'}), fc.string({unit: 'grapheme'}));
	fc.assert(
		fc.property(fc.array(anyText, {maxLength: 4}), parts => {
			const text = parts.join('');
			assert.equal(width(text), stringWidth(text));
			// The second time it is known.
			assert.equal(width(text), stringWidth(text));
		}),
		{numRuns: rounds(1000)},
	);
});

test('measures every character as string-width does, also beside another', () => {
	for (let code = 0; code < 0x2_0000; code++) {
		const text = `a${String.fromCodePoint(code)}b`;
		if (width(text) !== stringWidth(text)) assert.fail(`U+${code.toString(16)}`);
	}
});

test('measures the lines of all screens as string-width does', () => {
	const lines = readdirSync(framesFolder).flatMap(name => readFileSync(join(framesFolder, name), 'utf8').split('\n'));
	assert.deepEqual(
		lines.filter(line => width(line) !== stringWidth(line)),
		[],
	);
});

test('measures texts of files and styled lines as a terminal shows them', async () => {
	const terminal = xterm(columns, 2);
	await fc.assert(
		fc.asyncProperty(fc.oneof(cleaned, styled), async text => {
			terminal.reset();
			await written(terminal, text);
			assert.equal(width(text), terminal.buffer.active.cursorX);
		}),
		{numRuns: rounds(400)},
	);
});

test('a terminal shows every character with stable cells in the cells that are measured', async () => {
	const terminal = xterm(columns, 2);
	const stable = Array.from({length: 0x1_0000}, (_, code) => String.fromCharCode(code)).filter(hasStableCells);
	assert.ok(stable.length > 30_000 && stable.includes('한'), 'CJK has stable cells');
	for (let at = 0; at < stable.length; at += 100) {
		const text = stable.slice(at, at + 100).join('');
		terminal.reset();
		await written(terminal, text);
		assert.equal(terminal.buffer.active.cursorX, width(text), text);
	}
});

test('what joins other characters has no stable cells', () => {
	for (const text of ['e\u0301', '❤\uFE0F', '👩‍💻', '🇩🇪', '1\uFE0F\u20E3', '☰', '\u001B]8;;x\u0007', '\t'])
		assert.equal(hasStableCells(text), false, JSON.stringify(text));
});
