import assert from 'node:assert/strict';
import test from 'node:test';
import {helpHints, helpKeys} from '../../../source/app/components/help/keys.ts';
import {lineKeys} from '../../../source/app/components/line-editor/keys.ts';
import type {KeyHint} from '../../../source/app/hints.ts';
import {type Keymap, keyOf, unnamedKey} from '../../../source/app/keys.ts';
import {
	numberHints,
	numberKeys,
	planFindHints,
	planFindKeys,
	planHints,
	planKeys,
} from '../../../source/app/screens/plan/keys.ts';
import {editHints, editKeys, goToHints, goToKeys} from '../../../source/app/screens/review/edit-keys.ts';
import {explainHints, explainKeys} from '../../../source/app/screens/review/explain-keys.ts';
import {type BrowseAction, browseHints, browseKeys} from '../../../source/app/screens/review/keys.ts';
import {
	convertHints,
	convertKeys,
	fixKindHints,
	fixKindKeys,
	kindsHints,
	kindsKeys,
	rowMenuHints,
	rowMenuKeys,
} from '../../../source/app/screens/review/overlay-keys.ts';
import {quitHints, quitKeys, saveHints, saveKeys} from '../../../source/app/screens/review/save-keys.ts';
import {reviewDesk} from '../../support/review-desk.ts';
import {header, recordLine} from '../../support/session.ts';

const text = [header, recordLine(), recordLine({col_name: 'b', is_view: 'perhaps'}), ''].join('\n');

test('a key that means nothing while browsing names the key that people most likely want', async t => {
	const cases: ReadonlyArray<readonly [keys: readonly string[], wanted: BrowseAction]> = [
		[['a', 'Z', 'é', '漢', 'backspace', 'delete'], 'edit'],
		[['s', 'w'], 'save'],
		[['x', 'd'], 'row-menu'],
		[[' '], 'page-down'],
		[[unnamedKey, 'ctrl+k', 'alt+x'], 'help'],
	];
	for (const [keys, wanted] of cases) {
		for (const key of keys) {
			const desk = await reviewDesk(t, text);
			desk.press(key);
			const {notice, mode} = desk.state;
			assert.deepEqual([mode.name, notice?.tone], ['browse', 'info'], key);
			assert.ok(notice?.text.startsWith(`${keyOf(browseKeys, wanted)} `), `${key}: ${notice?.text}`);
		}
	}
});

test('a key that is held down changes the screen once, and the next key removes the hint', async t => {
	const desk = await reviewDesk(t, text);
	const first = desk.press('a').state;
	assert.equal(desk.press('a', 'z', 'a').state, first);
	assert.equal(desk.press('right').state.notice, undefined);
});

test('a hint hides no error, and not that the file is lost', async t => {
	const desk = await reviewDesk(t, text);
	desk.store.dispatch({type: 'failed', message: 'The disk is full.'});
	const failed = desk.state;
	assert.equal(desk.press('a').state, failed);
	desk.press('escape');
	desk.store.dispatch({type: 'file-seen', isLost: true});
	assert.equal(desk.press('a').state.notice, undefined);
});

const keymaps: ReadonlyArray<
	readonly [name: string, keymap: Keymap<string, never>, hints: ReadonlyArray<KeyHint<string>>]
> = [
	['browse', browseKeys, browseHints],
	['edit', [...editKeys, ...lineKeys], editHints],
	['go-to', [...goToKeys, ...lineKeys], goToHints],
	['fix-kind', fixKindKeys, fixKindHints],
	['kinds', kindsKeys, kindsHints],
	['explain', explainKeys, explainHints],
	['row-menu', rowMenuKeys, rowMenuHints],
	['save', saveKeys, saveHints],
	['quit', quitKeys, quitHints],
	['convert', convertKeys, convertHints],
	['help', helpKeys, helpHints],
	['plan', planKeys, planHints],
	['plan-find', [...planFindKeys, ...lineKeys], planFindHints],
	['plan-number', [...numberKeys, ...lineKeys], numberHints],
];

for (const [name, keymap, hints] of keymaps) {
	test(`each hint of ${name} names an existing binding, is for keys that are not bound, and one is for every other key`, () => {
		const bound = new Set(keymap.flatMap(({keys}) => keys));
		for (const {keys, action} of hints) {
			assert.ok(
				keymap.some(binding => binding.action === action),
				action,
			);
			assert.deepEqual(typeof keys === 'string' ? [] : keys.filter(key => bound.has(key)), []);
		}

		assert.equal(hints.at(-1)?.keys, 'other');
	});
}
