import assert from 'node:assert/strict';
import test from 'node:test';
import {type HelpPage, helpKey} from '../../source/app/components/help/state.ts';
import {drawHelp} from '../../source/app/components/help/view.ts';
import type {EnabledBinding} from '../../source/app/keys.ts';
import {width} from '../../source/text/fit.ts';

const bindings: readonly EnabledBinding[] = Array.from({length: 20}, (_, at) => ({
	keys: ['enter'],
	action: `a${at}`,
	help: `number ${at}, with words enough that a narrow window needs a second line for it`,
}));
const page = (columns: number, rows: number): HelpPage => ({bindings, size: {columns, rows}});
const plain = (_look: string, text: string) => text;

test('the help scrolls until its last line is shown, and not beyond', () => {
	const five = page(120, 5);
	assert.deepEqual(helpKey({top: 0}, 'up', five), {top: 0});
	assert.deepEqual(helpKey({top: 0}, 'down', five), {top: 1});
	for (const key of ['end', 'down', 'pagedown', ' ']) {
		assert.deepEqual(helpKey({top: 15}, key, five), {top: 15}, key);
	}

	assert.deepEqual(helpKey({top: 0}, 'end', five), {top: 15});
	const whole = page(120, 40);
	for (const key of ['end', 'down', ' '])
		assert.deepEqual(helpKey({top: 0}, key, whole), {top: 0}, 'all of it is shown');
	const other = {top: 3};
	assert.equal(helpKey(other, 'x', five), other);
	for (const key of ['escape', 'enter', '?', 'q', 'ctrl+c']) assert.equal(helpKey({top: 3}, key, five), undefined);
});

for (const [columns, rows] of [
	[120, 5],
	[40, 7],
	[40, 5],
	[60, 10],
] as const) {
	test(`at ${columns}x${rows} Space pages through every line of the help without a gap, and b back`, () => {
		const here = page(columns, rows);
		const tops = [0];
		const seen = new Set<string>();
		const see = (top: number) => drawHelp({top}, here, plain).lines.forEach(line => void seen.add(line));
		for (;;) {
			const top = tops.at(-1) ?? 0;
			see(top);
			const next = helpKey({top}, ' ', here);
			if (next === undefined || next.top === top) break;
			tops.push(next.top);
		}

		const all = drawHelp({top: 0}, page(columns, 1000), plain).lines;
		assert.deepEqual(
			all.filter(line => !seen.has(line)),
			[],
		);
		let top = tops.at(-1) ?? 0;
		for (let step = 0; step < tops.length; step++) top = helpKey({top}, 'b', here)?.top ?? -1;
		assert.equal(top, 0);
	});
}

test('a window that grows is filled again', () => {
	assert.equal(drawHelp({top: 15}, page(120, 5), plain).lines.length, 5);
	assert.equal(drawHelp({top: 15}, page(120, 10), plain).lines.length, 10);
});

test('in a narrow window every word of the help is there, in lines that fit', () => {
	const {lines, keys} = drawHelp({top: 0}, page(40, 200), plain);
	assert.ok(lines.every(line => width(line) <= 40));
	assert.equal(lines.filter(line => line.includes('Enter')).length, 20);
	assert.match(
		lines
			.slice(0, 4)
			.map(line => line.trim())
			.join(' '),
		/number 0, with .* second line for it/,
	);
	assert.doesNotMatch(keys, /scroll/);
});

test('the key line tells how to see the rest only where there is more', () => {
	const {lines, keys} = drawHelp({top: 0}, page(80, 10), plain);
	assert.equal(lines.length, 10);
	assert.match(keys, /Space/);
	assert.match(drawHelp({top: 19}, page(80, 10), plain).keys, /scroll/);
});
