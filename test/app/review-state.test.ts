import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {shownColumns} from '../../source/app/screens/review/layout.ts';
import {openedState, reviewReducer} from '../../source/app/screens/review/reducer.ts';
import type {ReviewContext, ReviewEffect, ReviewState} from '../../source/app/screens/review/state.ts';
import {openLines, recordLine} from '../support/session.ts';

type Played = {readonly state: ReviewState; readonly effects: readonly ReviewEffect[]};

async function contextOf(t: TestContext, lines: readonly string[]): Promise<ReviewContext> {
	const session = await openLines(t, lines);
	return {session};
}

/** Returns the state after a sequence of keys. */
function play(context: ReviewContext, keys: readonly string[], size = {columns: 80, rows: 24}): Played {
	const effects: ReviewEffect[] = [];
	let state = openedState(context, size);
	for (const key of keys) {
		const [next, ...more] = reviewReducer(state, {type: 'key', key}, context);
		state = next;
		effects.push(...more);
	}

	return {state, effects};
}

const hundred = Array.from({length: 100}, (_, at) =>
	recordLine({col_name: `c${at}`, ...(at === 60 ? {is_view: 'no'} : {})}),
);

test('moving stops at the edges, and a key that moves nothing answers the same state', async t => {
	const context = await contextOf(t, hundred);
	const {state} = play(context, ['up', 'left', 'home']);
	assert.deepEqual(state.cursor, {row: 2, column: 0});
	assert.equal(reviewReducer(state, {type: 'key', key: 'up'}, context)[0], state);
	assert.deepEqual(play(context, ['G', 'down', '$', 'right']).state.cursor, {row: 101, column: 9});
});

test('wherever the cursor goes, its row and its whole column are in the window', async t => {
	const context = await contextOf(t, hundred);
	for (const size of [
		{columns: 80, rows: 24},
		{columns: 60, rows: 16},
		{columns: 200, rows: 50},
		{columns: 40, rows: 10},
	]) {
		for (const keys of [
			['G'],
			['G', 'g'],
			['pagedown', 'pagedown', 'up'],
			['$'],
			['$', 'left', 'left'],
			['tab'],
			['ctrl+d', 'end', 'ctrl+u', 'home'],
		]) {
			const {state} = play(context, keys, size);
			assert.ok(state.top <= state.cursor.row - 2 && state.top >= 0, `${keys} at ${size.columns}x${size.rows}`);
			const column = shownColumns(state, context).find(({column}) => column === state.cursor.column);
			assert.ok(column?.whole || state.left === state.cursor.column, `${keys} at ${size.columns}x${size.rows}`);
		}
	}
});

test('a jump centers the row', async t => {
	const {state} = play(await contextOf(t, hundred), ['tab']);
	assert.equal(state.cursor.row, 62);
	assert.ok(state.top > 48 && state.top < 58);
});

test('an edit asks for one change, and none when the value is the same', async t => {
	const context = await contextOf(t, hundred);
	assert.deepEqual(play(context, ['e', 'x', 'enter']).effects, [
		{type: 'set-cell', at: {row: 2, column: 0}, value: 'c0x'},
	]);
	assert.deepEqual(play(context, ['e', 'enter']).effects, []);
	assert.deepEqual(play(context, ['e', 'x', 'escape']).effects, []);
	assert.deepEqual(play(context, ['e', 'x', 'tab']).effects, [
		{type: 'set-cell', at: {row: 2, column: 0}, value: 'c0x'},
		{type: 'follow-up', what: 'next-problem'},
	]);
});

test('a fix of a whole kind is only taken after it was shown', async t => {
	const context = await contextOf(t, hundred);
	assert.deepEqual(play(context, ['tab', 'F']).effects, []);
	assert.deepEqual(play(context, ['tab', 'F', 'F']).effects, [], 'the key that asked does not confirm');
	assert.deepEqual(play(context, ['tab', 'F', 'enter']).effects, [{type: 'fix-all', choice: {code: 'boolean'}}]);
});

test('quitting asks only when something would be lost', async t => {
	const context = await contextOf(t, hundred);
	const leave = (kind: 'file' | 'program', edits: 'keep' | 'discard') => [{type: 'leave', leaving: {kind}, edits}];
	assert.deepEqual(play(context, ['q']).effects, leave('file', 'discard'));
	assert.deepEqual(play(context, ['ctrl+c']).effects, leave('program', 'discard'));
	context.session.setCell(2, 0, 'x');
	assert.deepEqual(play(context, ['q', 'q', 'escape', 'q']).effects, []);
	assert.deepEqual(play(context, ['q', 'y']).effects, leave('file', 'discard'));
	assert.deepEqual(play(context, ['q', 'k']).effects, leave('file', 'keep'));
	assert.deepEqual(play(context, ['ctrl+c', 'y']).effects, leave('program', 'discard'));
	for (const first of ['q', 'ctrl+c'])
		assert.deepEqual(play(context, [first, 'ctrl+c']).effects, leave('program', 'keep'), 'a second Ctrl+C keeps');
});

test('Ctrl+C leaves whatever lies over the rows, and changes nothing', async t => {
	const context = await contextOf(t, hundred);
	for (const keys of [['?'], ['P'], ['m'], [':', '5'], ['e', 'x'], ['tab', 'F']]) {
		const {state, effects} = play(context, [...keys, 'ctrl+c']);
		assert.deepEqual([state.mode, effects], [{name: 'browse'}, []], keys.join(' '));
	}
});

test('until every row is checked, pasted text opens no cell', async t => {
	const context = await contextOf(t, hundred);
	const {state} = play(context, []);
	const [pasted] = reviewReducer({...state, checked: 0.5}, {type: 'paste', text: 'x'}, context);
	assert.deepEqual([pasted.mode.name, /Checking the file/.test(pasted.notice?.text ?? '')], ['browse', true]);
	assert.equal(reviewReducer(state, {type: 'paste', text: 'x'}, context)[0].mode.name, 'edit');
});

test('moves to the first problem automatically only if nothing else has the focus', async t => {
	const context = await contextOf(t, hundred);
	const [gone] = reviewReducer(play(context, []).state, {type: 'first-error', text: 'Said.'}, context);
	assert.deepEqual([gone.cursor.row, gone.notice?.text], [62, 'Said.']);
	const typing = play(context, [':', '5']).state;
	const [stays] = reviewReducer(typing, {type: 'first-error', text: 'Said.'}, context);
	assert.deepEqual([stays.mode, stays.cursor], [typing.mode, typing.cursor]);
});

test('while a save runs no key changes anything', async t => {
	const context = await contextOf(t, hundred);
	context.session.setCell(2, 0, 'x');
	const [asked] = reviewReducer(play(context, ['ctrl+s']).state, {type: 'copy-looked-up', copy: 'none'}, context);
	const [saving, ...effects] = reviewReducer(asked, {type: 'key', key: 'enter'}, context);
	assert.deepEqual(effects, [{type: 'save', target: 'new-copy'}]);
	for (const key of ['u', 'q', 'enter', 'x'])
		assert.deepEqual(reviewReducer(saving, {type: 'key', key}, context), [saving]);
});
