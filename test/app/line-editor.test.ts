import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import type {Key} from 'ink';
import {lineAction} from '../../source/app/components/line-editor/keys.ts';
import {
	cleanPaste,
	editLine,
	type LineAction,
	type LineState,
	lineOf,
	textOf,
} from '../../source/app/components/line-editor/state.ts';
import {drawLine} from '../../source/app/components/line-editor/view.ts';
import {keyNames} from '../../source/app/keys.ts';
import {graphemes} from '../../source/text/fit.ts';
import {width} from '../../source/text/width.ts';

const action: fc.Arbitrary<LineAction> = fc.oneof(
	fc.record({
		type: fc.constant('insert' as const),
		text: fc.constantFrom('a', 'é', '漢字', '👩', '\u200D', '👧', ' ', 'e\u0301', ''),
	}),
	fc.record({
		type: fc.constant('move' as const),
		to: fc.constantFrom(
			'left' as const,
			'right' as const,
			'word-left' as const,
			'word-right' as const,
			'start' as const,
			'end' as const,
		),
	}),
	fc.record({
		type: fc.constant('delete' as const),
		what: fc.constantFrom(
			'back' as const,
			'forward' as const,
			'word-back' as const,
			'to-start' as const,
			'to-end' as const,
		),
	}),
);

test('keeps the cursor between whole characters after any keys, and draws the line', () => {
	fc.assert(
		fc.property(fc.array(action, {maxLength: 40}), fc.integer({min: 2, max: 12}), (actions, cells) => {
			const state = actions.reduce<LineState>(editLine, lineOf('start'));
			assert.ok(state.cursor >= 0 && state.cursor <= state.graphemes.length);
			assert.deepEqual([...state.graphemes], graphemes(textOf(state)));
			const plain = drawLine(state, cells);
			assert.ok(width(plain.text) >= cells && plain.cursorAt < cells);
		}),
	);
});

test('returns the same state for an action that changes nothing', () => {
	const state = lineOf('ab');
	assert.equal(editLine(state, {type: 'move', to: 'end'}), state);
	assert.equal(editLine(state, {type: 'delete', what: 'forward'}), state);
	assert.equal(editLine(state, {type: 'insert', text: ''}), state);
});

test('types, moves by words and deletes as shells do', () => {
	const type = (...keys: string[]) =>
		textOf(
			keys.reduce<LineState>((state, key) => {
				const next = lineAction(key);
				return next === undefined ? state : editLine(state, next);
			}, lineOf('one two')),
		);
	assert.equal(type('!'), 'one two!');
	assert.equal(type('ctrl+a', 'delete', 'delete'), 'e two');
	assert.equal(type('ctrl+w', 'x'), 'one x');
	assert.equal(type('alt+b', 'ctrl+k'), 'one ');
	assert.equal(type('left', 'backspace'), 'one to');
	assert.equal(type('ctrl+u', '漢'), '漢');
	assert.equal(type('f5', 'pagedown'), 'one two');
});

test('removes escape sequences and control characters from pasted text, and keeps lines and tabs', () => {
	assert.equal(cleanPaste('a\u001B[31mb\u001B]0;x\u0007c\r\nd\te\u0000\u0007\rf'), 'abc\nd\te\nf');
});

const none: Key = {
	upArrow: false,
	downArrow: false,
	leftArrow: false,
	rightArrow: false,
	pageDown: false,
	pageUp: false,
	home: false,
	end: false,
	return: false,
	escape: false,
	ctrl: false,
	shift: false,
	tab: false,
	backspace: false,
	delete: false,
	meta: false,
	super: false,
	hyper: false,
	capsLock: false,
	numLock: false,
};
const events: ReadonlyArray<readonly [input: string, key: Partial<Key>, names: readonly string[]]> = [
	['j', {}, ['j']],
	['jjj', {}, ['j', 'j', 'j']],
	['ab\r', {}, ['a', 'b', 'enter']],
	['e\u0015x', {}, ['e', 'ctrl+u', 'x']],
	['s', {ctrl: true}, ['ctrl+s']],
	['b', {meta: true}, ['alt+b']],
	['', {tab: true, shift: true}, ['shift+tab']],
	['\r', {return: true}, ['enter']],
	['', {escape: true, meta: true}, ['escape']],
	['G', {shift: true}, ['G']],
	['漢字', {}, ['漢', '字']],
];
for (const [input, key, names] of events) {
	test(`the event ${JSON.stringify(input)} ${Object.keys(key).join(' ')} is the keys ${names.join(', ')}`, () => {
		assert.deepEqual([...keyNames(input, {...none, ...key})], names);
	});
}
