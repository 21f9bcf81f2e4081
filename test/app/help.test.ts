import assert from 'node:assert/strict';
import test from 'node:test';
import type {HelpPage, HelpState} from '../../source/app/components/help/page.ts';
import {type HelpSection, searchHelp} from '../../source/app/components/help/search.ts';
import {helpBindings, helpHint, helpKey, helpPaste} from '../../source/app/components/help/state.ts';
import {drawHelp} from '../../source/app/components/help/view.ts';
import {helpSections, keymapSections} from '../../source/app/keymap-sections.ts';
import {enabledBindings, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {homeKeys} from '../../source/app/screens/home/keys.ts';
import {width} from '../../source/text/width.ts';
import {sizes} from '../support/sizes.ts';

const sections: readonly HelpSection[] = [
	{
		title: 'Here',
		bindings: Array.from({length: 19}, (_, at) => ({
			keys: ['enter'],
			action: `a${at}`,
			help: `number ${at}, with words enough that a narrow window needs a second line for it`,
		})),
	},
];
const page = (columns: number, rows: number): HelpPage => ({sections, size: {columns, rows}});
const plain = (_look: string, text: string) => text;

/** Presses keys, none of which closes the help or means nothing. */
function press(state: HelpState, here: HelpPage, ...keys: readonly string[]): HelpState {
	return keys.reduce((before, key) => {
		const next = helpKey(before, key, here);
		assert.ok(next !== undefined && next !== 'closed', key);
		return next;
	}, state);
}

test('scrolls to the last line of the help, and no further', () => {
	const five = page(120, 5);
	assert.deepEqual(helpKey({top: 0}, 'up', five), {top: 0});
	assert.deepEqual(helpKey({top: 0}, 'down', five), {top: 1});
	for (const key of ['end', 'down', 'pagedown', ' ']) assert.deepEqual(helpKey({top: 15}, key, five), {top: 15}, key);
	assert.deepEqual(helpKey({top: 0}, 'end', five), {top: 15});
	for (const key of ['escape', 'enter', '?', 'q', 'ctrl+c']) assert.equal(helpKey({top: 3}, key, five), 'closed');
});

test('disables the scroll keys, with a reason, when all keys are visible', () => {
	const whole = page(120, 40);
	for (const key of ['end', 'down', ' ']) {
		assert.equal(helpKey({top: 0}, key, whole), undefined, key);
		assert.notEqual(helpHint({top: 0}, key, whole), undefined, key);
	}
});

for (const [columns, rows] of [
	[120, 5],
	[40, 7],
	[40, 5],
	[60, 10],
] as const) {
	test(`at ${columns}x${rows} Space pages through every line of the help without a gap, and b back`, () => {
		const here = page(columns, rows);
		const tops = [0];
		const seen = new Set<string>();
		for (;;) {
			const state = {top: tops.at(-1) ?? 0};
			for (const line of drawHelp(state, here, plain).lines) seen.add(line);
			const next = press(state, here, ' ');
			if (next.top === state.top) break;
			tops.push(next.top);
		}

		const all = drawHelp({top: 0}, page(columns, 1000), plain).lines;
		assert.deepEqual(
			all.filter(line => !seen.has(line)),
			[],
		);
		assert.deepEqual(press({top: tops.at(-1) ?? 0}, here, ...tops.map(() => 'b')), {top: 0});
	});
}

test('fills a window that grows', () => {
	assert.equal(drawHelp({top: 15}, page(120, 5), plain).lines.length, 5);
	assert.equal(drawHelp({top: 15}, page(120, 10), plain).lines.length, 10);
});

test('shows every word of the help in a narrow window, in lines that fit', () => {
	const {lines, keys} = drawHelp({top: 0}, page(40, 200), plain);
	assert.ok(lines.every(line => width(line) <= 40));
	assert.equal(lines.filter(line => line.includes('Enter')).length, 19);
	assert.match(
		lines
			.slice(1, 5)
			.map(line => line.trim())
			.join(' '),
		/number 0, with .* second line for it/,
	);
	assert.doesNotMatch(keys, /scroll/);
});

test('shows the scroll keys in the key line only if there is more to see', () => {
	const {lines, keys} = drawHelp({top: 0}, page(80, 10), plain);
	assert.equal(lines.length, 10);
	assert.match(keys, /Space/);
	assert.match(drawHelp({top: 19}, page(80, 10), plain).keys, /scroll/);
});

const home = helpSections('home', enabledBindings(homeKeys, {profile: undefined}));

/** The actions that a query finds, by the title of their mode. */
function found(query: string): ReadonlyMap<string, readonly string[]> {
	return new Map(searchHelp(home, query).map(({title, bindings}) => [title, bindings.map(({action}) => action)]));
}

test('finds a binding by any spelling of its key, and by words', () => {
	const rows = keymapSections.browse.title;
	for (const [queries, action] of [
		[['ctrl+s', 'Ctrl+S', '^s', '^S', 'ctrl s', 'C-s', 'save', 'SAVE', 'write', 'sav'], 'save'],
		[['Tab', 'tab', 'next problem', 'problem next'], 'next-problem'],
		[['PgDn', 'pagedown', 'page down'], 'page-down'],
		[['esc', 'Escape'], 'dismiss'],
		[['u', 'undo', 'revert'], 'undo'],
		[['skip', 'delete row', 'm'], 'row-menu'],
		[['?', 'help'], 'help'],
		[[':', 'go to'], 'go-to'],
		[['5'], 'fix-by-number'],
	] as const) {
		for (const query of queries)
			assert.ok(found(query).get(rows)?.includes(action), `${query}: ${found(query).get(rows)}`);
	}

	for (const action of ['save', 'redo', 'exit']) assert.ok(found('ctrl').get(rows)?.includes(action), action);
	assert.deepEqual([...found('no such thing')], []);
	for (const key of ['ctrl+s', '^s']) assert.deepEqual(found(key).get(rows), ['save'], 'a key finds nothing else');
	assert.equal(found('save').has(keymapSections.save.title), true, 'and the title of a mode all of its keys');
});

test('shows the enabled keys of the current mode first, then every key of the other modes', () => {
	assert.equal(home[0]?.title, keymapSections.home.title);
	assert.equal(home.length, Object.keys(keymapSections).length);
	assert.equal(
		home[0]?.bindings.some(({action}) => action === 'preview'),
		false,
		'it needs a profile',
	);
	for (const {title, keymap} of Object.values(keymapSections)) {
		if (title === keymapSections.home.title) continue;
		const shown = home.find(section => section.title === title)?.bindings.map(({action}) => action);
		assert.deepEqual(
			shown,
			keymap.map(({action}) => action),
		);
	}
});

test('filters while the user types; Enter keeps the matches, Esc shows all keys, a second Esc closes the help', () => {
	for (const [columns, rows] of sizes) {
		const here = {sections: home, size: {columns, rows: rows - 3}};
		let state = press({top: 5}, here, '/');
		let before = Number.POSITIVE_INFINITY;
		for (const key of ['u', 'n', 'd', 'o']) {
			state = press(state, here, key);
			const {lines, cursor} = drawHelp(state, here, plain);
			const shown = searchHelp(home, 'undo'.slice(0, 'undo'.indexOf(key) + 1)).flatMap(({bindings}) => bindings).length;
			assert.ok(shown <= before);
			before = shown;
			assert.ok(lines.length <= rows - 3 && lines.every(line => width(line) <= columns));
			assert.equal(lines[0]?.slice(0, cursor?.x).trim(), `› ${'undo'.slice(0, 'undo'.indexOf(key) + 1)}`);
		}

		const kept = press(state, here, 'enter');
		assert.deepEqual(drawHelp(kept, here, plain).lines.slice(1), drawHelp(state, here, plain).lines.slice(1));
		assert.equal(drawHelp(kept, here, plain).cursor, undefined);
		for (const narrowed of [state, kept]) {
			const all = press(narrowed, here, 'escape');
			assert.deepEqual(all, {top: 0});
			assert.equal(helpKey(all, 'escape', here), 'closed');
		}

		assert.deepEqual(press(press({top: 0}, here, '/'), here, 'enter').search, undefined, 'drops an empty search');
		assert.deepEqual(drawHelp(helpPaste({top: 0}, 'no\nsuch '), here, plain).lines.length, 2);
	}
});

test('handles each key of the help, binds none twice, shows no others in the key line, and hints at unbound keys', () => {
	for (const [columns, rows] of sizes) {
		const here = {sections: home, size: {columns, rows: rows - 3}};
		const narrowed = press({top: 0}, here, '/', 's');
		for (const state of [{top: 0}, {top: 7}, narrowed, press(narrowed, here, 'enter')]) {
			const bindings = helpBindings(state, here);
			const bound = bindings.flatMap(({keys}) => keys);
			assert.deepEqual(bound, [...new Set(bound)]);
			for (const key of bound) assert.notEqual(helpKey(state, key, here), undefined, key);
			const enabled = new Set(bindings.map(binding => `${shownKeys(binding)} ${binding.label}`));
			const {keys} = drawHelp(state, here, plain);
			assert.ok(width(keys) <= columns, keys);
			assert.deepEqual(
				keys.split('  ').filter(word => !enabled.has(word)),
				[],
			);
			assert.equal(helpKey(state, unnamedKey, here), undefined);
			assert.notEqual(helpHint(state, unnamedKey, here), undefined);
		}
	}
});

test('no two bindings of a keymap share a key, and each has a help text', () => {
	for (const [id, {keymap}] of Object.entries(keymapSections)) {
		const bound = keymap.flatMap(({keys}) => keys);
		assert.deepEqual(bound, [...new Set(bound)], id);
		for (const {help, action} of keymap) assert.notEqual(help, '', `${id}: ${action}`);
	}
});
