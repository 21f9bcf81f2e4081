import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import inkLineUpdate from '../../../node_modules/ink/build/line-update.js';
import InkOutput from '../../../node_modules/ink/build/output.js';
import updateLine from '../../../scripts/bundled/ink-line-update.ts';
import {width} from '../../../source/text/width.ts';
import {rounds} from '../../support/rounds.ts';
import {written, xterm} from '../../support/xterm.ts';
import {styledLine} from './styled-lines.ts';

const columns = 40;
const terminal = xterm(columns, 3);

/** A line as Ink makes it of what a screen paints. */
const line = styledLine.filter(text => width(text) <= columns).map(inkLine);

test('changes a line on a terminal into the next one', async () => {
	await fc.assert(
		fc.asyncProperty(line, line, async (previous, next) => {
			const expected = await shown([next]);
			assert.deepEqual(await shown([previous, updateLine(previous, next, columns)]), expected);
		}),
		{numRuns: rounds(150)},
	);
});

test('changes one cell in the middle of a line and leaves the rest', async () => {
	const changed = fc
		.tuple(line, styledLine, styledLine, line)
		.map(([start, one, other, end]) => [inkLine(start + one + end), inkLine(start + other + end)]);
	await fc.assert(
		fc.asyncProperty(changed, async ([previous = '', next = '']) => {
			fc.pre(width(previous) <= columns && width(next) <= columns);
			assert.deepEqual(await shown([previous, updateLine(previous, next, columns)]), await shown([next]));
		}),
		{numRuns: rounds(150)},
	);
});

test('writes no more than the cells that differ', () => {
	const [previous, next] = [
		`  1 \u001B[1mname\u001B[22m ${'─'.repeat(30)}`,
		`  2 \u001B[1mname\u001B[22m ${'─'.repeat(30)}`,
	];
	assert.equal(updateLine(previous, next, columns), '\u001B[3G2');
	assert.equal(updateLine('same text', 'same', columns), '\u001B[5G\u001B[K');
	assert.equal(updateLine('漢字 before', '漢語 before', columns), '\u001B[3G語');
});

test('leaves lines on whose widths terminals do not agree to Ink', () => {
	for (const sign of ['👩‍💻', '❤\uFE0F', 'e\u0301', '☰']) {
		const [previous, next] = [`1 ${sign} a long end of the line`, `2 ${sign} a long end of the line`];
		assert.equal(updateLine(previous, next, columns), inkLineUpdate(previous, next, columns));
	}
});

/** Returns the cells of the first line after texts were written to it. */
async function shown(texts: readonly string[]): Promise<ReadonlyArray<readonly unknown[]>> {
	terminal.reset();
	for (const text of texts) await written(terminal, `${text}\r`);
	const buffer = terminal.buffer.active.getLine(0);
	return Array.from({length: columns}, (_, x) => {
		const cell = buffer?.getCell(x);
		assert.ok(cell);
		return [
			cell.getChars() === '' && cell.getWidth() === 1 ? ' ' : cell.getChars(),
			cell.getWidth(),
			cell.getFgColor(),
			[cell.isBold(), cell.isDim(), cell.isItalic(), cell.isUnderline(), cell.isInverse()].map(Boolean),
		];
	});
}

function inkLine(text: string): string {
	const output = new InkOutput({width: columns, height: 1});
	output.write(0, 0, text, {transformers: []});
	return output.get().output;
}
