import assert from 'node:assert/strict';
import test from 'node:test';
import {outcomeStyle} from '../../source/app/outcome-style.ts';
import {drawHome} from '../../source/app/screens/home/draw.ts';
import {initialHome} from '../../source/app/screens/home/state.ts';
import {drawEnded} from '../../source/app/screens/job/draw.ts';
import {drawSyncing} from '../../source/app/screens/job/draw-syncing.ts';
import type {JobState} from '../../source/app/screens/job/state.ts';
import {catalogError} from '../../source/catalog/error.ts';
import {outcomes} from '../../source/job/ending.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {width} from '../../source/text/width.ts';
import {sizes} from '../support/sizes.ts';

const marked = (look: string, text: string) => `<${look}>${text}`;
const plain = (_look: string, text: string) => text;

for (const outcome of outcomes) {
	test(`home and the result show ${outcome} alike`, () => {
		const [look, sign] = outcomeStyle(outcome);
		const lastRun = {at: new Date().toISOString(), outcome, message: 'm'};
		const profile = {name: 'p', host: 'h', integration: 'i', file: 'f', token: 'file', lastRun} as const;
		const home = drawHome(initialHome([profile]), {columns: 80, rows: 24}, Date.now(), marked).lines.join('\n');
		assert.ok(home.includes(`<${look}>${sign} ${outcome}`), home);
		const ending = {outcome, exitCode: 0, sent: null, sync: null, message: 'm', catalog: 'c', next: 'n'} as const;
		const after = {unsaved: false, backTo: 'home'};
		const ended = {name: 'ended', preview: undefined, ending, isEarlier: false} as const;
		const result = drawEnded(ended, after, 80, marked).lines.join('\n');
		assert.ok(result.includes(`<${look}>${sign} m`), result);
	});
}

test('gives an unseen upload a style of its own', () => {
	const others = outcomes.filter(outcome => outcome !== 'unseen').map(outcome => outcomeStyle(outcome).join());
	assert.ok(!others.includes(outcomeStyle('unseen').join()));
	assert.notEqual(outcomeStyle('of a later version')[0], 'good');
});

type Syncing = Extract<JobState, {name: 'syncing'}>;
const watching: Syncing = {
	name: 'syncing',
	preview: undefined,
	target: {
		integration: '漢字の倉庫'.repeat(8),
		host: 'h',
		link: `https://h/${'x'.repeat(100)}`,
		sent: {records: 2, bytes: 100, sha256: 'abc'},
		expected: 63_000,
		entities: warehouseResources.entities,
		hides: true,
	},
	taken: true,
	seen: undefined,
	failure: undefined,
	since: 0,
	now: 1000,
	cancelling: false,
};
const counts = {expected: 3, found: 3, missing: 0, seconds: 1};
const unreachable = catalogError('unreachable', 'Cannot connect to h (ECONNREFUSED).', 'Wait.');
const marks = (state: Syncing) => drawSyncing(state, 80, plain).lines.filter(line => line.startsWith('✓')).length;

test('marks nothing of the catalog before a read has shown it', () => {
	const none = marks(watching);
	assert.equal(marks({...watching, failure: {error: unreachable, times: 3}}), none);
	assert.equal(marks({...watching, seen: {counts: {...counts, found: 1, missing: 2}, stillShown: 4}}), none);
	assert.equal(marks({...watching, seen: {counts, stillShown: 0}}), none + 2);
});

test('shows the error and the number of the attempt if the catalog cannot be read', () => {
	const text = (error: ReturnType<typeof catalogError>, times: number) =>
		drawSyncing({...watching, failure: {error, times}}, 200, plain).lines.join('\n');
	assert.match(text(unreachable, 3), /! Secoda cannot be reached, retrying \(3rd time\)/);
	assert.match(text(unreachable, 11), /11th time/);
	assert.match(
		text(catalogError('server-error', 'Response: ouch (500).', ''), 22),
		/22nd time\): Response: ouch \(500\)/,
	);
});

test('the watch fits into every window size', () => {
	for (const [columns] of sizes) {
		const states = [
			watching,
			{...watching, taken: false, failure: {error: unreachable, times: 1000}, seen: {counts, stillShown: 9}},
		];
		for (const state of states)
			for (const line of drawSyncing(state, columns, plain).lines) assert.ok(width(line) <= columns, line);
	}
});
