import assert from 'node:assert/strict';
import test from 'node:test';
import {type ListState, listKey, listOf, listPaste, selectedItem} from '../../source/app/components/list/state.ts';
import {drawList} from '../../source/app/components/list/view.ts';
import {width} from '../../source/text/width.ts';

const thousands = Array.from({length: 5000}, (_, at) => ({
	id: `id-${at}`,
	label: `Warehouse ${at}`,
	detail: `team ${at % 7}`,
}));

function press(state: ListState, ...keys: readonly string[]): ListState {
	return keys.reduce((before, key) => listKey(before, key, 'search'), state);
}

const plain = (_look: string, text: string) => text;

test('shows the items that contain all typed words in label or detail, ignoring case', () => {
	const found = press(listOf(thousands), ...'WARE 4999', ' ', ...'team');
	assert.deepEqual(
		found.shown.map(({id}) => id),
		['id-4999'],
	);
	assert.equal(selectedItem(found)?.id, 'id-4999');
	assert.equal(press(found, 'ctrl+u').shown.length, 5000);
	assert.equal(selectedItem(press(listOf(thousands), ...'nothing is like this')), undefined);
});

test('keeps the selected item while it is visible', () => {
	const state = press(listOf(thousands), 'down', 'down', ...'2');
	assert.equal(selectedItem(state)?.id, 'id-2');
	assert.equal(selectedItem(press(state, ...'3'))?.id, 'id-23');
});

test('stops at both ends, and returns the same state there', () => {
	const first = listOf(thousands, 'id-0');
	assert.equal(press(first, 'up'), first);
	const last = press(first, 'end');
	assert.equal(selectedItem(last)?.id, 'id-4999');
	assert.equal(press(last, 'pagedown'), last);
	assert.equal(selectedItem(press(last, 'home', 'pagedown', 'down'))?.id, 'id-11');
	assert.equal(selectedItem(listOf(thousands, 'id-77'))?.id, 'id-77');
});

test('draws a list around the selected item in the given size, with wide and hostile text', () => {
	const items = [{id: 'a', label: '漢字の名前', detail: 'x\u001B[31m'}, ...thousands];
	for (const [rows, columns] of [
		[1, 40],
		[5, 40],
		[20, 200],
	] as const) {
		for (const state of [listOf(items), listOf(items, 'id-2500'), listOf(items, 'id-4999')]) {
			const lines = drawList(state, {rows, columns}, plain);
			assert.ok(lines.length <= Math.max(rows, 2), `${lines.length} lines in ${rows}`);
			assert.ok(lines.some(line => line.includes('▸')));
			for (const line of lines) assert.ok(width(line) <= columns && !line.includes('\u001B'), JSON.stringify(line));
		}
	}
});

test('ignores accents, puts matches of the label first, and keeps items that are always shown', () => {
	const listed = listOf([
		{id: '1', label: 'Warehouse', detail: '5cafece'},
		{id: '2', label: 'Naïve Café'},
		{id: '3', label: 'Finance'},
		{id: 'new', label: 'A new one …', always: true},
	]);
	const found = listPaste(listed, 'cafe');
	assert.deepEqual(
		found.shown.map(({id}) => id),
		['2', '1', 'new'],
	);
	assert.deepEqual(
		listPaste(listed, 'zzz').shown.map(({id}) => id),
		['new'],
	);
});

test('does not keep an item that is always shown selected after a search without matches is cleared', () => {
	const listed = listOf([
		{id: '1', label: 'Warehouse'},
		{id: 'new', label: 'A new one …', always: true},
	]);
	const typo = listPaste(listed, 'wx');
	assert.equal(selectedItem(listKey(typo, 'backspace', 'search'))?.id, '1');
});
