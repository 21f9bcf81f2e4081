import assert from 'node:assert/strict';
import test from 'node:test';
import {keymapSections} from '../../../source/app/keymap-sections.ts';
import {keyOf, keyText, shownKeys, unnamedKey} from '../../../source/app/keys.ts';
import {drawReview} from '../../../source/app/screens/review/draw.ts';
import {browseKeys} from '../../../source/app/screens/review/keys.ts';
import {keysOfMode} from '../../../source/app/screens/review/keys-of-mode.ts';
import {reviewReducer} from '../../../source/app/screens/review/reducer.ts';
import {saveKeys} from '../../../source/app/screens/review/save-keys.ts';
import type {FixedCopy, Mode, ReviewState} from '../../../source/app/screens/review/state.ts';
import {type ReviewDesk, reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';
import {sizes} from '../../support/sizes.ts';

const text = [
	header,
	...['a', 'b', 'c'].map(name => recordLine({name, is_view: 'no'})),
	recordLine({name: 'd', sort_order: 'x'}),
	'',
].join('\n');
const plain = (_look: string, shown: string): string => shown;

type Scene = readonly [name: string, mode: Mode['name'], open: (desk: ReviewDesk) => ReviewState];

const pressing =
	(...keys: readonly string[]) =>
	(desk: ReviewDesk) =>
		desk.press(...keys).state;

/** The screen in each of its modes, in each state that its keys depend on. */
const scenes: readonly Scene[] = [
	['browsing', 'browse', pressing()],
	['an editor', 'edit', pressing('enter', 'x')],
	['an editor of a row', 'edit', pressing('E', 'left')],
	['going to a row', 'go-to', pressing(':', '3')],
	['a bulk fix', 'fix-kind', pressing('tab', 'F')],
	['the kinds', 'kinds', pressing('P')],
	['the kinds without a safe fix', 'kinds', pressing('P', 'a', 'P')],
	['the explanation of a problem', 'explain', pressing('tab', 'i')],
	['the row menu', 'row-menu', pressing('m')],
	...(['none', 'own', 'foreign', 'not-a-file'] satisfies FixedCopy[]).map(
		copy =>
			[
				`saving where the copy is ${copy}`,
				'save',
				(desk: ReviewDesk) => ({...pressing('enter', 'x', 'enter')(desk), mode: {name: 'save', copy}}),
			] satisfies Scene,
	),
	['another encoding', 'convert', desk => ({...desk.state, mode: {name: 'convert', encoding: 'utf-16le', rows: 2}})],
	['the help', 'help', pressing('?')],
	['the help over a question', 'help', pressing('tab', 'F', '?')],
	['a search in the help', 'help', pressing('?', '/', 'u')],
	['what a search in the help has found', 'help', pressing('?', '/', 'u', 'enter')],
	['quitting', 'quit', pressing('enter', 'x', 'enter', 'q')],
	['quitting a file that is lost', 'quit', desk => ({...pressing('enter', 'x', 'enter', 'q')(desk), isFileLost: true})],
	[
		'quitting without a journal',
		'quit',
		desk => ({...pressing('enter', 'x', 'enter', 'q')(desk), isUnprotected: true}),
	],
];

for (const [name, mode, open] of scenes) {
	test(`${name}: every bound key is handled, and no key is bound twice`, async t => {
		const desk = await reviewDesk(t, text);
		const state = {...open(desk), notice: undefined};
		assert.equal(state.mode.name, mode);
		const {bindings} = keysOfMode(state, desk.context);
		const bound = bindings.flatMap(({keys}) => keys);
		assert.deepEqual(bound, [...new Set(bound)]);
		for (const key of bound) {
			const [next] = reviewReducer(state, {type: 'key', key}, desk.context);
			assert.notEqual(next.notice?.isHint, true, `${key}: ${next.notice?.text}`);
		}
	});

	test(`${name}: the key line has only keys that are enabled, and a key that is not bound names one of them`, async t => {
		for (const [columns, rows] of sizes) {
			const desk = await reviewDesk(t, text, {columns, rows});
			const state = {...open(desk), notice: undefined, isFileLost: false};
			const {bindings} = keysOfMode(state, desk.context);
			const enabled = new Set(
				bindings.flatMap(binding => [binding.label, binding.short].map(label => `${shownKeys(binding)} ${label}`)),
			);
			const {keys} = drawReview(state, desk.context, plain);
			assert.deepEqual(
				keys.split('  ').filter(word => !enabled.has(word)),
				[],
			);
			const [{notice}] = reviewReducer(state, {type: 'key', key: unnamedKey}, desk.context);
			assert.ok(
				bindings.some(({keys: [key = '']}) => notice?.text.startsWith(`${keyText(key)} `)),
				notice?.text,
			);
		}
	});
}

test('a key with a disabled binding shows the reason', async t => {
	const desk = await reviewDesk(t, text);
	for (const copy of ['none', 'own', 'foreign', 'not-a-file'] as const) {
		const state = {...pressing('enter', 'x', 'enter')(desk), mode: {name: 'save', copy} as const};
		for (const {keys, disabled} of saveKeys) {
			const why = disabled?.({copy, session: desk.session});
			const [next, ...effects] = reviewReducer(state, {type: 'key', key: keys[0] ?? ''}, desk.context);
			if (why === undefined) assert.notEqual(next.mode.name, 'save');
			else assert.deepEqual([next.mode, next.notice?.text, effects], [state.mode, why, []]);
		}
	}
});

test('a command of another editor behind the colon names the key that does it', async t => {
	for (const [command, wanted] of [
		['w', 'save'],
		['wq', 'save'],
		['q', 'quit'],
		['help', 'help'],
	] as const) {
		const desk = await reviewDesk(t, text);
		const {mode, notice} = desk.press(':', ...command, 'enter').state;
		assert.equal(mode.name, 'browse');
		assert.ok(notice?.text.startsWith(`${keyOf(browseKeys, wanted)} `), notice?.text);
	}
});

test('? opens the help on the current mode unless text is typed, and Esc returns to it', async t => {
	for (const [name, , open] of scenes) {
		const desk = await reviewDesk(t, text);
		const state = open(desk);
		if (keysOfMode(state, desk.context).bindings.every(({action}) => action !== 'help')) continue;
		const [help] = reviewReducer(state, {type: 'key', key: '?'}, desk.context);
		assert.ok(help.mode.name === 'help' && help.mode.from.name !== 'saving', name);
		const [, first] = drawReview(help, desk.context, plain).lines;
		assert.ok(typeof first === 'string' && first.includes(keymapSections[help.mode.from.name].title), name);
		assert.deepEqual(reviewReducer(help, {type: 'key', key: 'escape'}, desk.context)[0].mode, state.mode);
	}
});

test('Ctrl+S in the help saves, unless the help lies over a question', async t => {
	const desk = await reviewDesk(t, text);
	const edited = pressing('enter', 'x', 'enter');
	edited(desk);
	desk.press('?', 'ctrl+s');
	assert.deepEqual([desk.state.mode.name, desk.asked], ['browse', ['look-up-copy']]);
	const {mode} = desk.press('tab', 'F', '?').state;
	assert.deepEqual(desk.press('ctrl+s').state.mode, mode);
	assert.notEqual(desk.state.notice, undefined);
});
