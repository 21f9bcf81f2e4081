import assert from 'node:assert/strict';
import test from 'node:test';
import {keyOf, unnamedKey} from '../../../source/app/keys.ts';
import {type BrowseAction, browseHints, browseKeys} from '../../../source/app/screens/review/keys.ts';
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

test('each hint names an existing binding, and is for keys that are not bound', () => {
	const bound = new Set(browseKeys.flatMap(({keys}) => keys));
	for (const {keys, action} of browseHints) {
		assert.ok(browseKeys.some(binding => binding.action === action));
		assert.deepEqual(typeof keys === 'string' ? [] : keys.filter(key => bound.has(key)), []);
	}
});
