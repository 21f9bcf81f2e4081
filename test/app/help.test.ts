import assert from 'node:assert/strict';
import test from 'node:test';
import {helpKey} from '../../source/app/components/help/state.ts';
import {drawHelp} from '../../source/app/components/help/view.ts';
import type {Binding} from '../../source/app/keys.ts';
import {width} from '../../source/text/fit.ts';

const bindings: ReadonlyArray<Binding<string>> = Array.from({length: 20}, (_, at) => ({
	keys: ['enter'],
	action: `a${at}`,
	help: `number ${at}, with words enough that a narrow window needs a second line for it`,
}));
const plain = (_look: string, text: string) => text;

test('the help scrolls as far as the last key, and not beyond', () => {
	assert.deepEqual(helpKey({top: 0}, 'up', 20), {top: 0});
	assert.deepEqual(helpKey({top: 0}, 'down', 20), {top: 1});
	assert.deepEqual(helpKey({top: 15}, 'pagedown', 20), {top: 19});
	assert.deepEqual(helpKey({top: 0}, 'end', 20), {top: 19});
	const other = {top: 3};
	assert.equal(helpKey(other, 'x', 20), other);
	for (const key of ['escape', 'enter', '?', 'q', 'ctrl+c']) assert.equal(helpKey({top: 3}, key, 20), undefined);
});

test('in a narrow window every word of the help is there, in lines that fit', () => {
	const {lines, keys} = drawHelp({top: 0}, bindings, {columns: 40, rows: 200}, plain);
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
	const {lines, keys} = drawHelp({top: 0}, bindings, {columns: 80, rows: 10}, plain);
	assert.equal(lines.length, 10);
	assert.match(keys, /scroll/);
	assert.match(drawHelp({top: 19}, bindings, {columns: 80, rows: 10}, plain).keys, /scroll/);
});
