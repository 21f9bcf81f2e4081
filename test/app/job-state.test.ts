import assert from 'node:assert/strict';
import test from 'node:test';
import {type EnabledBinding, enabledBindings, keyOf, keyText, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {drawJob} from '../../source/app/screens/job/draw-job.ts';
import {
	endedKeys,
	preparingKeys,
	previewKeys,
	sendingKeys,
	stoppedKeys,
	syncingKeys,
} from '../../source/app/screens/job/keys.ts';
import {
	initialJob,
	initialWatch,
	type JobEffect,
	type JobState,
	jobReducer,
} from '../../source/app/screens/job/state.ts';
import type {JobEvent, Preview} from '../../source/job/events.ts';
import {warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {withoutChanges} from '../support/plans.ts';

const counts = {tables: 1, columns: 2};
const clear: Preview = {
	plan: {
		id: 'yes-33',
		entities: warehouseResources.entities,
		file: counts,
		catalog: counts,
		created: counts,
		kept: counts,
		hidden: {tables: 3, columns: 30},
		hiddenSamples: {},
		...withoutChanges,
	},
	guardResult: {kind: 'clear'},
	warnings: 0,
	notSent: [],
	snapshot: {records: 2, bytes: 100, sha256: 'abc'},
	integration: {id: 'i', name: 'n'},
	host: 'h',
	link: 'l',
};
const stopped: Preview = {...clear, guardResult: {kind: 'stopped', reasons: [{code: 'few-rows', rows: 0, minRows: 1}]}};

type Happening = JobEvent | string;

/** Plays events and keys (texts), a millisecond apart. */
function play(...happenings: readonly Happening[]): {readonly state: JobState; readonly effects: readonly JobEffect[]} {
	const effects: JobEffect[] = [];
	let state = initialJob;
	for (const [at, happening] of happenings.entries()) {
		const [next, ...more] = jobReducer(
			state,
			typeof happening === 'string' ? {type: 'key', key: happening, at} : {type: 'event', event: happening, at},
		);
		state = next;
		effects.push(...more);
	}

	return {state, effects};
}

const planned = (preview: Preview): JobEvent => ({type: 'planned', preview});
const progress: JobEvent = {type: 'sending', sent: 50, total: 100};
const waiting: JobEvent = {type: 'waiting-to-send', reason: 'rate-limited', seconds: 3};

test('s sends a plan, the Enter that opened it does not, and Esc goes back', () => {
	assert.deepEqual(play(planned(clear), 's').effects, [
		{type: 'decide', decision: {kind: 'send', approval: undefined}},
	]);
	assert.deepEqual(play(planned(clear), 'escape').effects, [{type: 'decide', decision: {kind: 'stop'}}]);
	assert.deepEqual(play(planned(clear), 'p', 'y', 'enter').effects, []);
});

test('pasted text never sends a plan, and can be the requested number', () => {
	const paste = (preview: Preview, text: string) => jobReducer(play(planned(preview)).state, {type: 'paste', text});
	const {state} = play(planned(clear));
	assert.deepEqual(paste(clear, 'analytics.orders'), [state]);
	const [typed, ...effects] = paste(stopped, '33\n');
	assert.deepEqual(effects, []);
	assert.deepEqual(jobReducer(typed, {type: 'key', key: 'enter', at: 9}).slice(1), [
		{type: 'decide', decision: {kind: 'send', approval: 'yes-33'}},
	]);
});

test('sends a stopped plan only after the number of hidden pages is typed', () => {
	assert.deepEqual(play(planned(stopped), 'enter').effects, []);
	assert.deepEqual(play(planned(stopped), '3', '0', 'enter').effects, []);
	assert.deepEqual(play(planned(stopped), '3', '3', 'enter').effects, [
		{type: 'decide', decision: {kind: 'send', approval: 'yes-33'}},
	]);
});

test('shows a retry until bytes are sent again', () => {
	const sending = play(planned(clear), 's', waiting).state;
	assert.match(sending.name === 'sending' ? (sending.waiting ?? '') : '', /Retrying in 3 s/);
	const moving = play(planned(clear), 's', waiting, progress).state;
	assert.equal(moving.name === 'sending' && moving.waiting, undefined);
});

test('Esc cancels the work; Ctrl+C twice quits', () => {
	assert.deepEqual(play(planned(clear), 's', progress, 'escape').effects.slice(1), [{type: 'cancel'}]);
	assert.deepEqual(play(planned(clear), 's', progress, 'ctrl+c', 'ctrl+c').effects.slice(1), [
		{type: 'cancel'},
		{type: 'quit'},
	]);
});

test('Enter in the preview names the key that sends', () => {
	for (const key of ['enter', 'y']) {
		const {state, effects} = play(planned(clear), key);
		assert.deepEqual([state.hint?.startsWith(`${keyOf(previewKeys, 'send')} `), effects], [true, []]);
	}
});

test('decides once if the key that sends arrives twice in one read', () => {
	assert.equal(play(planned(clear), 's', 's').effects.length, 1);
});

test('shows the result with its preview, and goes back or quits', () => {
	const ending = {
		outcome: 'confirmed',
		exitCode: 0,
		sent: null,
		sync: null,
		message: 'm',
		catalog: 'c',
		next: 'n',
	} as const;
	const {state} = play(planned(clear), 's', {type: 'answered', taken: true}, {type: 'ended', ending});
	assert.deepEqual(state, {name: 'ended', preview: clear, ending});
	assert.deepEqual(jobReducer(state, {type: 'key', key: 'enter', at: 0})[1], {type: 'back'});
	assert.deepEqual(jobReducer(state, {type: 'key', key: 'q', at: 0})[1], {type: 'quit'});
});

test('every key of each upload screen has an effect, and its key line shows no others', () => {
	const ending = {
		outcome: 'confirmed',
		exitCode: 0,
		sent: null,
		sync: null,
		message: 'm',
		catalog: 'c',
		next: 'n',
	} as const;
	const after = {unsaved: false, backTo: 'home'};
	const screens: ReadonlyArray<readonly [JobState, readonly EnabledBinding[]]> = [
		[initialJob, enabledBindings(preparingKeys, undefined)],
		[initialWatch, enabledBindings(preparingKeys, undefined)],
		[play(planned(clear)).state, enabledBindings(previewKeys, undefined)],
		[play(planned(stopped)).state, enabledBindings(stoppedKeys, undefined)],
		[play(planned(clear), 's').state, enabledBindings(sendingKeys, undefined)],
		[play(planned(clear), 's', {type: 'answered', taken: true}).state, enabledBindings(syncingKeys, undefined)],
		[play(planned(clear), 's', {type: 'ended', ending}).state, enabledBindings(endedKeys, after)],
	];
	for (const [state, bindings] of screens) {
		for (const key of bindings.flatMap(({keys}) => keys)) {
			const [next, ...effects] = jobReducer(state, {type: 'key', key, at: 9});
			assert.ok(next !== state || effects.length > 0, `${state.name}: ${key} does nothing`);
		}

		const [hinted, ...none] = jobReducer(state, {type: 'key', key: unnamedKey, at: 9});
		assert.deepEqual(none, []);
		assert.ok(
			bindings.some(({keys: [key = '']}) => hinted.hint?.startsWith(`${keyText(key)} `)),
			hinted.hint,
		);
		assert.equal(jobReducer(hinted, {type: 'key', key: unnamedKey, at: 9})[0], hinted, 'a key that is held down');
		const [quiet] = jobReducer(hinted, {type: 'key', key: bindings[0]?.keys[0] ?? '', at: 9});
		assert.equal(quiet.hint, undefined);
		const enabled = new Set(bindings.map(binding => `${shownKeys(binding)} ${binding.label}`));
		const {keys} = drawJob(state, after, {columns: 80, rows: 24}, (_look, text) => text);
		assert.deepEqual(
			keys.split('  ').filter(word => !enabled.has(word)),
			[],
		);
	}
});
