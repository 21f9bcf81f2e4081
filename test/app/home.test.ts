import assert from 'node:assert/strict';
import test from 'node:test';
import {keyOf, unnamedKey} from '../../source/app/keys.ts';
import {drawHome} from '../../source/app/screens/home/draw.ts';
import {homeHints, homeKeys} from '../../source/app/screens/home/keys.ts';
import {type HomeEffect, type HomeProfile, homeReducer, initialHome} from '../../source/app/screens/home/state.ts';
import {width} from '../../source/text/width.ts';
import {sizes} from '../support/sizes.ts';

const run = (at: string, outcome = 'confirmed') => ({at, outcome, message: 'Confirmed: all 3.'});

const size = {columns: 80, rows: 24};

function profile(name: string, more: Partial<HomeProfile> = {}): HomeProfile {
	return {name, host: 'h', integration: 'Warehouse', file: '/w/a.csv', token: 'keyring', lastRun: undefined, ...more};
}

const three = [
	profile('a', {lastRun: run('2026-01-01T00:00:00Z')}),
	profile('b', {lastRun: run('2026-03-01T00:00:00Z', 'failed')}),
	profile('c'),
];

function wishes(...keys: readonly string[]): readonly HomeEffect[] {
	const wanted: HomeEffect[] = [];
	let state = initialHome(three);
	for (const key of keys) {
		const [next, ...effects] = homeReducer(state, {type: 'key', key, size});
		state = next;
		wanted.push(...effects);
	}

	return wanted;
}

test('the profile that ran last is selected; Enter previews it', () => {
	assert.deepEqual(wishes('enter'), [{kind: 'preview', name: 'b'}]);
	assert.deepEqual(wishes('down', 'enter'), [{kind: 'preview', name: 'c'}]);
	assert.deepEqual(wishes('g', 'r', 'e', 'h'), [
		{kind: 'review', name: 'a'},
		{kind: 'edit', name: 'a'},
		{kind: 'history', name: 'a'},
	]);
	assert.deepEqual(wishes('n', 'o', 'q'), [{kind: 'new'}, {kind: 'open'}, {kind: 'quit'}]);
});

test('removing a profile asks, and the key that asked does not confirm', () => {
	assert.deepEqual(wishes('d', 'd'), []);
	assert.deepEqual(wishes('d', 'enter'), []);
	assert.deepEqual(wishes('d', 'y'), [{kind: 'remove', name: 'b', neighbour: 'c'}]);
	assert.deepEqual(wishes('G', 'd', 'y'), [{kind: 'remove', name: 'c', neighbour: 'b'}]);
});

test('without a readable profile, keys that need one show a hint', () => {
	const empty = initialHome([]);
	for (const {keys, action} of homeKeys) {
		const [next, ...wanted] = homeReducer(empty, {type: 'key', key: keys[0] ?? '', size});
		const isFree = action === 'new' || action === 'open' || action === 'quit';
		const history = action === 'all-history' ? [{kind: 'history', name: undefined}] : [];
		const wish = isFree ? [{kind: action}] : history;
		assert.deepEqual(wanted, wish, action);
		const isDisabled = ['preview', 'review', 'edit', 'history', 'watch', 'remove'].includes(action);
		assert.equal(next.hint !== undefined, isDisabled, action);
	}
});

test('a key without an action shows a hint beside the notice, until the next key', () => {
	const said = initialHome(three, 'a', 'Settings are damaged.');
	for (const [key, wanted] of [
		[' ', 'preview'],
		['x', 'remove'],
		['+', 'new'],
		[unnamedKey, 'help'],
	] as const) {
		const [next] = homeReducer(said, {type: 'key', key, size});
		assert.ok(next.hint?.startsWith(`${keyOf(homeKeys, wanted)} `), next.hint);
		assert.equal(next.notice, said.notice);
		assert.equal(
			homeReducer(next, {type: 'key', key, size})[0],
			next,
			'a key that is held down changes the screen once',
		);
		assert.equal(homeReducer(next, {type: 'key', key: 'down', size})[0].hint, undefined);
	}
});

test('every key of home has an effect, none is bound twice, and hints are for unbound keys', () => {
	const watchable = initialHome(
		[profile('a', {watchable: 3, lastRun: run('2026-01-01T00:00:00Z', 'unseen')}), ...three],
		'b',
	);
	const bound = homeKeys.flatMap(({keys}) => keys);
	assert.deepEqual(bound, [...new Set(bound)]);
	for (const key of bound) {
		const start = homeKeys.some(({keys, action}) => action === 'watch' && keys.includes(key))
			? {...watchable, selected: 0}
			: watchable;
		const [next, ...wanted] = homeReducer(start, {type: 'key', key, size});
		assert.ok(wanted.length > 0 || (next !== start && next.hint === undefined), key);
	}

	for (const {keys, action} of homeHints) {
		assert.ok(homeKeys.some(binding => binding.action === action));
		assert.deepEqual(typeof keys === 'string' ? [] : keys.filter(key => bound.includes(key)), []);
	}
});

test('home fits every window size, with many profiles and wide names', () => {
	const many = Array.from({length: 300}, (_, at) =>
		profile(`profile-${at}`, {
			integration: '漢字の倉庫'.repeat(8),
			file: `/w/${'f'.repeat(90)}.csv`,
			lastRun: run('2026-01-01T00:00:00Z'),
		}),
	);
	for (const [columns, rows] of sizes) {
		for (const state of [
			initialHome(many, 'profile-150'),
			{...initialHome(many), mode: {name: 'remove' as const}},
			initialHome(many, 'profile-299', 'Said. '.repeat(30)),
			{...initialHome(many, 'profile-299', 'Said. '.repeat(30)), hint: 'w does. '.repeat(9)},
		]) {
			const {lines, keys} = drawHome(state, {columns, rows}, Date.now(), (_look, text) => text);
			assert.ok(lines.length <= rows - 1, `${lines.length} lines of ${rows - 1}`);
			assert.ok(lines.some(line => line.includes('▸')));
			for (const line of [...lines, keys]) assert.ok(width(line) <= columns, line);
		}
	}
});
