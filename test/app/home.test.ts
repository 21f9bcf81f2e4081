import assert from 'node:assert/strict';
import test from 'node:test';
import {drawHome} from '../../source/app/screens/home/draw.ts';
import {type HomeProfile, type HomeWish, home, homeOf} from '../../source/app/screens/home/state.ts';
import {width} from '../../source/text/fit.ts';
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

function wishes(...keys: readonly string[]): readonly HomeWish[] {
	const wanted: HomeWish[] = [];
	let state = homeOf(three);
	for (const key of keys) {
		const [next, ...effects] = home(state, {type: 'key', key, size});
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

test('forgetting a profile asks, and never with the key that asked', () => {
	assert.deepEqual(wishes('d', 'd'), []);
	assert.deepEqual(wishes('d', 'enter'), []);
	assert.deepEqual(wishes('d', 'y'), [{kind: 'remove', name: 'b', neighbour: 'c'}]);
	assert.deepEqual(wishes('G', 'd', 'y'), [{kind: 'remove', name: 'c', neighbour: 'b'}]);
});

test('home without any readable profile does nothing with one', () => {
	const empty = homeOf([]);
	for (const key of ['enter', 'r', 'e', 'h', 'd', 'down'])
		assert.deepEqual(home(empty, {type: 'key', key, size}), [empty]);
});

test('home fits into every size, with many profiles and wide names', () => {
	const many = Array.from({length: 300}, (_, at) =>
		profile(`profile-${at}`, {
			integration: '漢字の倉庫'.repeat(8),
			file: `/w/${'f'.repeat(90)}.csv`,
			lastRun: run('2026-01-01T00:00:00Z'),
		}),
	);
	for (const [columns, rows] of sizes) {
		for (const state of [
			homeOf(many, 'profile-150'),
			{...homeOf(many), mode: {name: 'remove' as const}},
			homeOf(many, 'profile-299', 'Said. '.repeat(30)),
		]) {
			const {lines, keys} = drawHome(state, {columns, rows}, Date.now(), (_look, text) => text);
			assert.ok(lines.length <= rows - 1, `${lines.length} lines of ${rows - 1}`);
			assert.ok(lines.some(line => line.includes('▸')));
			for (const line of [...lines, keys]) assert.ok(width(line) <= columns, line);
		}
	}
});
