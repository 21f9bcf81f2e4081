import assert from 'node:assert/strict';
import test from 'node:test';
import {textOf} from '../../source/app/components/line-editor/state.ts';
import {
	type PathState,
	pathField,
	pathKey,
	pathOf,
	pathPaste,
	withCandidates,
} from '../../source/app/components/path-field/state.ts';
import {parseTypedPath} from '../../source/app/components/path-field/typed-path.ts';

const paths: ReadonlyArray<readonly [typed: string, meant: string]> = [
	['/w/a.csv', '/w/a.csv'],
	[' /w/a.csv \n', '/w/a.csv'],
	["'/w/my file.csv' ", '/w/my file.csv'],
	['"/w/my file.csv"', '/w/my file.csv'],
	["'/w/it'\\''s.csv'", "/w/it's.csv"],
	['/w/my\\ file\\ \\(1\\).csv', '/w/my file (1).csv'],
	['file:///w/my%20file.csv', '/w/my file.csv'],
	['file:///C:/w/a.csv', 'C:/w/a.csv'],
	['file:///w/%zz.csv', 'file:///w/%zz.csv'],
	['C:\\data\\a.csv', 'C:\\data\\a.csv'],
	['\\\\server\\share\\a.csv', '\\\\server\\share\\a.csv'],
	['~/data/倉庫.csv', '~/data/倉庫.csv'],
];
for (const [typed, meant] of paths) {
	test(`${JSON.stringify(typed)} means ${meant}`, () => assert.equal(parseTypedPath(typed), meant));
}

function press(state: PathState, ...keys: readonly string[]): PathState {
	return keys.reduce((before, key) => pathKey(before, key).state, state);
}

test('Tab completes the common start of all suggestions, or the selected suggestion', () => {
	const field = {...pathField({value: 'wa', candidates: ['warehouse.csv', 'warehouse-old.csv']}), selected: -1};
	const shared = press(field, 'tab');
	assert.equal(textOf(shared.line), 'warehouse');
	assert.equal(
		textOf(press(withCandidates(shared, field.candidates), 'down', 'down', 'tab').line),
		'warehouse-old.csv',
	);
	assert.equal(pathKey(withCandidates(shared, field.candidates), 'tab').complete, false);
});

test('Enter accepts the selected suggestion, or else the typed path; typing clears the selection', () => {
	const field = pathField({value: 'ware', candidates: ['warehouse.csv']});
	assert.equal(pathOf(field), 'ware');
	assert.equal(pathOf(press(field, 'down')), 'warehouse.csv');
	assert.equal(pathOf(press(field, 'down', 'h')), 'wareh');
	assert.equal(pathOf(press(field, 'down', 'up')), 'ware');
});

test('removes the quotes of a dropped path, and asks for new suggestions', () => {
	const {state, complete} = pathPaste(pathField({value: '', candidates: []}), "'/w/my file.csv' ");
	assert.deepEqual([textOf(state.line), complete], ['/w/my file.csv', true]);
});

test('a dropped absolute path replaces the text; of several, the first one is used', () => {
	const stands = pathField({value: '/w/old.csv', candidates: []});
	assert.equal(textOf(pathPaste(stands, '/w/new.csv ').state.line), '/w/new.csv');
	assert.equal(textOf(pathPaste(stands, '/w/one.csv\n/w/two.csv\n').state.line), '/w/one.csv');
	assert.equal(textOf(pathPaste(pathField({value: '/w/', candidates: []}), 'part').state.line), '/w/part');
});
