import assert from 'node:assert/strict';
import test from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {drawForm} from '../../source/app/screens/form/draw.ts';
import {Form} from '../../source/app/screens/form/form.ts';
import type {FormPage} from '../../source/app/screens/form/page.ts';
import {type FormAnswer, type FormState, formReducer, initialForm} from '../../source/app/screens/form/state.ts';
import {width} from '../../source/text/width.ts';
import {sizes, usualSize} from '../support/sizes.ts';

const page = (question: FormPage['question'], more: Partial<FormPage> = {}): FormPage => ({
	title: 'Title',
	answered: [],
	prompt: 'What?',
	question,
	back: 'back',
	...more,
});

function play(
	state: FormState,
	...keys: readonly string[]
): {readonly state: FormState; readonly answers: FormAnswer[]} {
	const answers: FormAnswer[] = [];
	let now = state;
	for (const key of keys) {
		const [next, ...effects] = formReducer(now, {type: 'key', key, size: usualSize});
		now = next;
		for (const effect of effects) if (effect.type === 'answer') answers.push(effect.answer);
	}

	return {state: now, answers};
}

const items = ['one', 'two', 'three'].map(id => ({id, label: id}));
const cases: ReadonlyArray<
	readonly [what: string, page: FormPage, keys: readonly string[], answers: readonly FormAnswer[]]
> = [
	['picking', page({kind: 'choice', items, search: false}), ['j', 'down', 'enter'], [{kind: 'picked', id: 'three'}]],
	['searching', page({kind: 'choice', items, search: true}), [...'tw', 'enter'], [{kind: 'picked', id: 'two'}]],
	['nothing found', page({kind: 'choice', items, search: true}), [...'zzz', 'enter'], []],
	[
		'several',
		page({kind: 'several', items, chosen: []}),
		[' ', 'down', ' ', 'up', ' ', 'enter'],
		[{kind: 'several', ids: ['two']}],
	],
	[
		'typing',
		page({kind: 'text', value: 'a', masked: false}),
		[...'bc', 'left', 'delete', 'enter'],
		[{kind: 'typed', text: 'ab'}],
	],
	['going back', page({kind: 'text', value: '', masked: true}), ['x', 'escape'], [{kind: 'back'}]],
	['quitting', page({kind: 'text', value: '', masked: true}), ['ctrl+c'], [{kind: 'quit'}]],
	['stopping what is done', page({kind: 'wait'}), ['x', 'enter', 'ctrl+c'], [{kind: 'back'}]],
	[
		'a key of the page',
		page({kind: 'choice', items, search: false}, {keys: [{keys: ['s'], action: 'save', help: ''}]}),
		['down', 's'],
		[{kind: 'key', action: 'save', id: 'two'}],
	],
	[
		'a folder is entered, a file is taken',
		page({kind: 'path', value: '', candidates: ['data/', 'a.csv']}),
		['down', 'enter', 'x', 'enter'],
		[{kind: 'typed', text: 'data/x'}],
	],
	[
		'the item below the paths, from the text',
		page({kind: 'path', value: 'x', candidates: ['a.csv', 'b.csv'], item: {id: 'other', label: 'Other'}}),
		['up', 'enter'],
		[{kind: 'picked', id: 'other', typed: 'x'}],
	],
	[
		'the item below the paths, from the last path; a path is still accepted',
		page({kind: 'path', value: 'x', candidates: ['a.csv'], item: {id: 'other', label: 'Other'}}),
		['down', 'down', 'down', 'enter', 'up', 'enter', 'z', 'enter'],
		[
			{kind: 'picked', id: 'other', typed: 'x'},
			{kind: 'typed', text: 'a.csv'},
			{kind: 'typed', text: 'xz'},
		],
	],
];
for (const [what, asked, keys, answers] of cases) {
	test(`${what}: ${keys.join(' ')}`, () => assert.deepEqual(play(initialForm(asked), ...keys).answers, answers));
}

test('shows an error until the next key', () => {
	const state = initialForm(page({kind: 'text', value: 'a', masked: false}, {error: 'That is no name.'}));
	assert.equal(play(state, 'b').state.page.error, undefined);
});

test('a document scrolls to its end and not further, wraps long lines, and a higher window shows more of it', () => {
	const lines = Array.from({length: 30}, (_, at) => `  line ${at + 1}${' long'.repeat(at === 29 ? 20 : 0)}`);
	const drawn = (state: FormState, rows: number) =>
		drawForm(state, {columns: 80, rows}, (_look, text) => text).lines.slice(2);
	const start = initialForm(page({kind: 'document', lines}));
	assert.deepEqual(drawn(start, 24).slice(0, 2), ['   line 1', '   line 2']);
	const end = play(start, 'end', 'down').state;
	assert.deepEqual(drawn(end, 24).slice(-4), [
		'   line 29',
		`   line 30${' long'.repeat(13)}`,
		`     ${'long '.repeat(7).trim()}`,
		' 12-31 of 31 lines',
	]);
	assert.equal(drawn(play(end, 'up').state, 24).at(-1), ' 11-30 of 31 lines');
	assert.equal(drawn(end, 40).length, 31);
	assert.equal(drawn(end, 40)[0], '   line 1');
});

test('ignores suggestions for an earlier text', () => {
	const state = play(initialForm(page({kind: 'path', value: '', candidates: []})), 'w').state;
	const late = formReducer(state, {type: 'completions', text: '', candidates: ['old.csv']});
	assert.equal(late[0], state);
	const [now] = formReducer(state, {type: 'completions', text: 'w', candidates: ['w.csv']});
	assert.deepEqual(now.input.kind === 'path' && now.input.path.candidates, ['w.csv']);
});

test('a masked field shows none of the typed characters', () => {
	const state = play(initialForm(page({kind: 'text', value: '', masked: true})), ...'canary').state;
	const {lines, cursor} = drawForm(state, {columns: 80, rows: 24}, (_look, text) => text);
	assert.doesNotMatch(lines.join('\n'), /[cnry]{2}/);
	assert.equal(lines[cursor?.y ?? 0]?.slice(0, cursor?.x), ' › ••••••');
});

test('every page fits into every window size, with its field and its error visible', () => {
	const answered = Array.from({length: 7}, (_, at) => [`Label ${at}`, `漢字 ${'x'.repeat(100)}`] as const);
	const error = 'What was wrong. '.repeat(4);
	const many = Array.from({length: 300}, (_, at) => ({
		id: String(at),
		label: `label ${at}`,
		detail: '説明'.repeat(30),
	}));
	const questions: readonly FormPage['question'][] = [
		{kind: 'choice', items: many, search: true, selected: '150'},
		{kind: 'several', items: many, chosen: ['3']},
		{kind: 'text', value: '値'.repeat(200), masked: false},
		{kind: 'path', value: 'w', candidates: many.map(({label}) => label)},
		{kind: 'path', value: 'w', candidates: many.map(({label}) => label), item: {id: 'other', label: 'Another answer'}},
		{kind: 'document', lines: many.map(({label, detail}) => `  ${label} ${detail}`)},
		{kind: 'keys'},
		{kind: 'wait'},
	];
	for (const [columns, rows] of sizes) {
		for (const question of questions) {
			const state = initialForm(page(question, {answered, error, lines: ['A line that explains. '.repeat(4)]}));
			const {lines, keys, cursor} = drawForm(state, {columns, rows}, (_look, text) => text);
			assert.ok(lines.length <= rows - 1, `${question.kind} takes ${lines.length} lines of ${rows - 1}`);
			for (const line of [...lines, keys]) assert.ok(width(line) <= columns, `${question.kind}: ${line}`);
			assert.ok(cursor === undefined || (cursor.y < rows - 1 && cursor.x < columns));
		}
	}
});

test('aborts work that is stopped, and ignores its result', async () => {
	const asked = new Form(page({kind: 'wait'}), () => Promise.resolve([]));
	const aborted = Promise.withResolvers<void>();
	const done = asked.wait(page({kind: 'wait'}), signal => {
		signal.addEventListener('abort', () => aborted.resolve());
		return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('stopped'))));
	});
	asked.store.dispatch({type: 'key', key: 'escape', size: usualSize});
	assert.deepEqual(await done, {kind: 'back'});
	await aborted.promise;
	await assert.rejects(
		asked.wait(page({kind: 'wait'}), () => Promise.reject(new Error('broken'))),
		/broken/,
	);
});

test('Tab right after typing completes the text, also when its suggestions arrive later, and keys after it follow', async () => {
	const listings = new Map<string, (candidates: readonly string[]) => void>();
	const form = new Form(page({kind: 'wait'}), text => new Promise(resolve => listings.set(text, resolve)));
	const answer = form.ask(page({kind: 'path', value: '', candidates: ['recent.csv']}));
	for (const key of ['d', 'tab', 'w', 'tab', 'enter']) form.store.dispatch({type: 'key', key, size: usualSize});
	listings.get('d')?.(['data/']);
	// The arrival of a listing is handled before the next turn of the event loop.
	await setImmediate();
	listings.get('data/w')?.(['data/warehouse.csv']);
	assert.deepEqual(await answer, {kind: 'typed', text: 'data/warehouse.csv'});
});

test('Tab in a folder that cannot be read leaves the text as it is, and the arrow keys wait for the suggestions too', async () => {
	const form = new Form(page({kind: 'wait'}), text =>
		text === 'x' ? Promise.reject(new Error('unreadable')) : Promise.resolve([`${text}.csv`, `${text}.tsv`]),
	);
	const unreadable = form.ask(page({kind: 'path', value: '', candidates: []}));
	for (const key of ['x', 'tab', 'enter']) form.store.dispatch({type: 'key', key, size: usualSize});
	assert.deepEqual(await unreadable, {kind: 'typed', text: 'x'});
	const chosen = form.ask(page({kind: 'path', value: '', candidates: ['recent.csv']}));
	for (const key of ['y', 'down', 'down', 'enter']) form.store.dispatch({type: 'key', key, size: usualSize});
	assert.deepEqual(await chosen, {kind: 'typed', text: 'y.tsv'});
});
