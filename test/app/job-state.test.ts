import assert from 'node:assert/strict';
import test from 'node:test';
import {type EnabledBinding, enabledBindings, keyText, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {drawJob} from '../../source/app/screens/job/draw-job.ts';
import {endedKeys, preparingKeys, sendingKeys, syncingKeys} from '../../source/app/screens/job/keys.ts';
import {
	initialJob,
	initialWatch,
	type JobEffect,
	type JobState,
	jobReducer,
} from '../../source/app/screens/job/state.ts';
import {resultTexts} from '../../source/app/screens/job/texts.ts';
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

/** An event, a key, or the decision to send. */
type Happening = JobEvent | string | {readonly type: 'send'};

/** Plays events and keys (texts), a millisecond apart. */
function play(...happenings: readonly Happening[]): {readonly state: JobState; readonly effects: readonly JobEffect[]} {
	const effects: JobEffect[] = [];
	let state = initialJob;
	for (const [at, happening] of happenings.entries()) {
		const [next, ...more] = jobReducer(
			state,
			typeof happening === 'string'
				? {type: 'key', key: happening, at}
				: happening.type === 'send'
					? {type: 'send', preview: clear, at}
					: {type: 'event', event: happening, at},
		);
		state = next;
		effects.push(...more);
	}

	return {state, effects};
}

const sent = {type: 'send'} as const;
const progress: JobEvent = {type: 'sending', sent: 50, total: 100};
const waiting: JobEvent = {type: 'waiting-to-send', reason: 'rate-limited', seconds: 3};

/** An ending without its outcome. */
const anEnding = {sent: null, sync: null, message: 'm', catalog: 'c', next: 'n'} as const;

test('shows a retry until bytes are sent again', () => {
	const sending = play(sent, waiting).state;
	assert.match(sending.name === 'sending' ? (sending.waiting ?? '') : '', /Retrying in 3 s/);
	const moving = play(sent, waiting, progress).state;
	assert.equal(moving.name === 'sending' && moving.waiting, undefined);
});

test('Esc cancels the work; Ctrl+C twice quits', () => {
	assert.deepEqual(play(sent, progress, 'escape').effects, [{type: 'cancel'}]);
	assert.deepEqual(play(sent, progress, 'ctrl+c', 'ctrl+c').effects, [{type: 'cancel'}, {type: 'quit'}]);
});

test('shows the result with its preview, and goes back or quits', () => {
	const ending = {...anEnding, outcome: 'confirmed', exitCode: 0} as const;
	const {state} = play(sent, {type: 'answered', taken: true}, {type: 'ended', ending});
	assert.deepEqual(state, {name: 'ended', preview: clear, ending, isEarlier: false});
	assert.deepEqual(jobReducer(state, {type: 'key', key: 'p', at: 0})[1], {type: 'plan', preview: clear});
	assert.deepEqual(jobReducer(state, {type: 'key', key: 'enter', at: 0})[1], {type: 'back'});
	assert.deepEqual(jobReducer(state, {type: 'key', key: 'q', at: 0})[1], {type: 'quit'});
});

test('the result of an earlier upload shows what the history has; without a plan, p shows the reason', () => {
	const ending = {...anEnding, outcome: 'failed', exitCode: 5} as const;
	const press = (state: JobState) => jobReducer(state, {type: 'key', key: 'p', at: 0});
	const end = (state: JobState, entry?: number) =>
		jobReducer(state, {type: 'event', event: {type: 'ended', ending: {...ending, ...(entry && {entry})}}, at: 0})[0];
	assert.deepEqual(press(end(initialWatch, 3))[1], {type: 'plan', preview: undefined});
	const [unplanned, ...effects] = press(end(initialJob, 3));
	assert.deepEqual([effects, unplanned.hint], [[], resultTexts.noPlan]);
	const [planned] = jobReducer(initialJob, {type: 'event', event: {type: 'planned', preview: clear}, at: 0});
	assert.deepEqual(press(end(planned))[1], {type: 'plan', preview: clear}, 'an upload that changes nothing');
});

test('every key of each upload screen has an effect, and its key line shows no others', () => {
	const ending = {...anEnding, outcome: 'confirmed', exitCode: 0} as const;
	const after = {unsaved: false, backTo: 'home', hasPlan: true};
	const screens: ReadonlyArray<readonly [JobState, readonly EnabledBinding[]]> = [
		[initialJob, enabledBindings(preparingKeys, undefined)],
		[initialWatch, enabledBindings(preparingKeys, undefined)],
		[play(sent).state, enabledBindings(sendingKeys, undefined)],
		[play(sent, {type: 'answered', taken: true}).state, enabledBindings(syncingKeys, undefined)],
		[play(sent, {type: 'ended', ending}).state, enabledBindings(endedKeys, after)],
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
