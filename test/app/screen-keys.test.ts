import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {lineKeys} from '../../source/app/components/line-editor/keys.ts';
import {enabledBindings, type Keymap, shownKeys} from '../../source/app/keys.ts';
import {letterMoveKeys, moveKeys} from '../../source/app/moves.ts';
import {drawForm} from '../../source/app/screens/form/draw.ts';
import {formKeys, pageBindings} from '../../source/app/screens/form/keys.ts';
import type {FormPage, Question} from '../../source/app/screens/form/page.ts';
import {formReducer, initialForm} from '../../source/app/screens/form/state.ts';
import {endedKeys, preparingKeys, sendingKeys, syncingKeys} from '../../source/app/screens/job/keys.ts';
import {numberKeys, planFindKeys, planKeys} from '../../source/app/screens/plan/keys.ts';
import {sizes, usualSize} from '../support/sizes.ts';

const plain = (_look: string, text: string): string => text;
const items = ['a', 'b', 'c'].map(id => ({id, label: id}));
const questions: readonly Question[] = [
	{kind: 'choice', items, search: true, selected: 'b'},
	{kind: 'choice', items, search: false, selected: 'b'},
	{kind: 'several', items, chosen: ['a']},
	{kind: 'text', value: 'a', masked: false},
	{kind: 'path', value: 'w', candidates: ['w.csv', 'w2.csv']},
	{kind: 'document', lines: Array.from({length: 40}, (_, at) => `line ${at}`)},
	{kind: 'keys'},
	{kind: 'wait'},
];

for (const question of questions) {
	const name = `${question.kind}${'search' in question && question.search ? ' with a search' : ''}`;
	test(`a page of a form, ${name}: every key is handled, none is bound twice, and the key line has no others`, () => {
		const own = [{keys: ['ctrl+t'], action: 'own', label: 'own key', help: 'own'}];
		const page: FormPage = {title: 't', answered: [], prompt: 'p', question, keys: own, back: 'back'};
		const state = initialForm(page);
		const bindings = pageBindings(state.input, own, page);
		const bound = bindings.flatMap(({keys}) => keys);
		assert.deepEqual(bound, [...new Set(bound)]);
		for (const {keys} of formKeys(state.input)) {
			for (const key of keys) {
				const [next, ...effects] = formReducer(state, {type: 'key', key, size: usualSize});
				// At the end of a list there is nowhere to go.
				const isAtAnEnd = ['up', 'ctrl+p', 'pageup', 'home', 'k', 'tab'].includes(key);
				assert.ok(next !== state || effects.length > 0 || isAtAnEnd, `${key} does nothing`);
			}
		}

		assert.deepEqual(formReducer(state, {type: 'key', key: 'ctrl+t', size: usualSize})[1], {
			type: 'answer',
			answer: {
				kind: 'key',
				action: 'own',
				id: 'list' in state.input ? state.input.list.shown[state.input.list.selected]?.id : undefined,
			},
		});
		const enabled = new Set(bindings.map(binding => `${shownKeys(binding)} ${binding.label}`));
		for (const [columns, rows] of sizes) {
			const {keys} = drawForm(state, {columns, rows}, plain);
			assert.deepEqual(
				keys.split('  ').filter(word => !enabled.has(word)),
				[],
			);
		}
	});
}

test('no two bindings of one keymap share a key', () => {
	const keymaps: ReadonlyArray<Keymap<string, never>> = [
		lineKeys,
		moveKeys,
		letterMoveKeys,
		preparingKeys,
		planKeys,
		[...enabledBindings(numberKeys, undefined), ...enabledBindings(lineKeys, undefined)],
		[...enabledBindings(planFindKeys, undefined), ...enabledBindings(lineKeys, undefined)],
		sendingKeys,
		syncingKeys,
		endedKeys,
	];
	for (const keymap of keymaps) {
		const bound = keymap.flatMap(({keys}) => keys);
		assert.deepEqual(bound, [...new Set(bound)]);
	}
});

test('no screen compares a key with a literal, or writes a key into its key line', () => {
	const folder = fileURLToPath(new URL('../../source/app', import.meta.url));
	for (const file of readdirSync(folder, {recursive: true, encoding: 'utf8'}).filter(name => /\.tsx?$/.test(name))) {
		const text = readFileSync(join(folder, file), 'utf8');
		if (/keys?\.ts$|moves\.ts$/.test(file)) continue;
		assert.doesNotMatch(text, /\bkey [!=]== '[^']|[!=]== '(?:ctrl|alt|shift)\+/, file);
		assert.doesNotMatch(text, /\[(['"])(?:Esc|Enter|Tab|Space|Ctrl\+\w)\1, (['"`])/, file);
	}
});
