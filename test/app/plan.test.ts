import assert from 'node:assert/strict';
import test from 'node:test';
import {enabledBindings, keyText, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {drawPlan} from '../../source/app/screens/plan/draw.ts';
import {fieldLine} from '../../source/app/screens/plan/field-line.ts';
import {planKeyContext} from '../../source/app/screens/plan/help.ts';
import {planKeys} from '../../source/app/screens/plan/keys.ts';
import type {Preview} from '../../source/job/events.ts';
import type {Cause} from '../../source/plan/causes/cause.ts';
import {width} from '../../source/text/width.ts';
import {PlanDesk, type PlannedColumns, previewOf} from '../support/plan-desk.ts';
import {sizes} from '../support/sizes.ts';

const columns: PlannedColumns = {
	before: {'A/s/t/a': 'old', 'A/s/t/b': '', 'A/s/gone/x': '', 'A/s/gone/y': '', 'B/u/v/w': ''},
	after: {'A/s/t/a': 'new text', 'A/s/t/c': 'created', 'B/u/v/z': '', 'C/k/l/m': ''},
	renamed: [['B/u/v/w', 'B/u/v/z']],
};
const clear = previewOf(columns);
const stopped: Preview = {...clear, guardResult: {kind: 'stopped', reasons: [{code: 'few-rows', rows: 0, minRows: 1}]}};
const cause: Cause = {
	kind: 'container-renamed',
	container: 'schema',
	before: 'old',
	after: 'new',
	explained: {hidden: [], created: []},
	fix: [{option: '--value', value: 'schema:new=old'}],
};
const withCause: Preview = {...stopped, plan: {...stopped.plan, causes: [{...cause, fix: []}, cause]}};

/** Returns the rows of the tree. */
const tree = (desk: PlanDesk) =>
	desk
		.rows()
		.slice(desk.context.head.length)
		.map(row => row.slice(3));

const wholeTree = [
	'  ▾ A  -4 +1 ~1',
	'    ▾ s  -4 +1 ~1',
	'      ▾ t  -1 +1 ~1',
	'~         a  col_description: "old" -> "new text"',
	'+         c',
	'-         b',
	'-     ▾ gone  -3',
	'-         x',
	'-         y',
	'  ▾ B  >1',
	'    ▾ u  >1',
	'      ▾ v  >1',
	'>         z  was B.u.v.w',
	'  ▾ C  +2',
	'    ▾ k  +2',
	'+     ▾ l  +2',
	'+         m',
];

const tall = {columns: 80, rows: 50};

test('draws changes with their signs, counts and fields', () => {
	const desk = new PlanDesk(clear, tall);
	assert.deepEqual(tree(desk), wholeTree);
	assert.equal(desk.lines()[1], ' -4 to hide  >1 to rename  +3 to create  ~1 to update');
});

test('opens a row down to its changed fields, and closes it', () => {
	const desk = new PlanDesk(clear, tall);
	desk.enter('/text').press('enter', 'down');
	assert.equal(desk.selected(), '          col_description: "old" -> "new text"');
	desk.press('left');
	assert.match(desk.selected(), /^~ +▾ a$/);
	desk.press('left', 'left', 'left');
	assert.match(desk.selected(), /^ +▹ t {2}-1 \+1 ~1$/);
	desk.press('left', 'left');
	assert.equal(desk.selected(), '    ▹ s  -4 +1 ~1');
	desk.press('right', 'right');
	assert.equal(tree(desk).filter(row => row.includes('▹')).length, 2);
	const before = desk.state.rows;
	desk.enter('/gone').press('enter', 'down', 'enter');
	assert.match(desk.selected(), /^- +x$/);
	assert.notEqual(desk.state.notice, undefined);
	assert.equal(desk.state.rows.length, before.length + 2);
});

test('opens and closes all rows of a level', () => {
	const desk = new PlanDesk(clear, tall);
	desk.press('G', 'left', 'left', 'left', 'left', 'left', 'left');
	desk.press('-');
	assert.deepEqual(tree(desk), ['  ▹ A  -4 +1 ~1', '  ▹ B  >1', '  ▹ C  +2']);
	desk.press('+');
	assert.deepEqual(tree(desk), [
		'  ▾ A  -4 +1 ~1',
		'    ▹ s  -4 +1 ~1',
		'  ▾ B  >1',
		'    ▹ u  >1',
		'  ▾ C  +2',
		'    ▹ k  +2',
	]);
	assert.equal(desk.selected(), '  ▾ C  +2');
	desk.enter('/text').press('+');
	assert.deepEqual(
		tree(desk).filter(row => row.includes('col_description')),
		['          col_description: "old" -> "new text"', '          col_description: "created"'],
	);
});

test('searches names and changed fields in both directions, also in closed rows', () => {
	const desk = new PlanDesk(clear, tall);
	desk.enter('/y');
	assert.match(desk.selected(), /^- +y$/);
	desk.press('-').enter('/Old');
	assert.equal(desk.state.notice, 'No matches for "Old".');
	desk.enter('/old');
	assert.match(desk.selected(), /^~ +a /);
	desk.enter('/v').press('n');
	assert.match(desk.selected(), /z {2}was B\.u\.v\.w$/);
	desk.press('N');
	assert.match(desk.selected(), / v {2}>1$/);
	desk.enter('/');
	assert.equal(desk.state.search, 'v');
	desk.press('escape');
	assert.deepEqual(desk.effects.at(-1), {type: 'decide', decision: {kind: 'stop'}});
});

test('filters by action and text, and Esc shows all changes again', () => {
	const desk = new PlanDesk(clear, tall);
	desk.enter('&hidden gone');
	assert.deepEqual(tree(desk), ['  ▾ A  3 of 6', '    ▾ s  3 of 6', '-     ▾ gone  -3', '-         x', '-         y']);
	assert.equal(desk.state.filter?.changes, 3);
	desk.enter('/y');
	desk.press('&', 'ctrl+u').enter('~ >');
	assert.deepEqual(
		tree(desk)
			.map(row => row.charAt(0))
			.join('')
			.trim(),
		'~   >',
	);
	desk.press('&', 'ctrl+u').enter('nothing like it');
	assert.equal(desk.state.filter?.text, '~ >');
	assert.notEqual(desk.state.notice, undefined);
	desk.press('escape');
	assert.equal(desk.state.filter, undefined);
	assert.equal(tree(desk).length, wholeTree.length);
	desk.enter('&new').press('&', 'ctrl+u', 'enter');
	assert.equal(tree(desk).length, wholeTree.length);
});

test('Tab goes to each safety stop and cause, then to the first change of each kind; Shift+Tab goes back', () => {
	const desk = new PlanDesk(withCause, tall);
	assert.match(desk.selected(), /^\? The schema/);
	const seen = Array.from({length: 8}, () => desk.press('tab').selected());
	assert.deepEqual(
		seen.map(row => row.slice(0, 2)),
		['- ', '> ', '+ ', '~ ', '! ', '? ', '? ', '- '],
	);
	assert.deepEqual(
		Array.from({length: 4}, () => desk.press('shift+tab').selected().slice(0, 2)),
		['? ', '? ', '! ', '~ '],
	);
});

test('f and Enter use the fix of the selected cause, which is selected first', () => {
	const fix = {type: 'take-fix', fix: [{option: '--value', value: 'schema:new=old'}]};
	for (const keys of [['f'], ['enter'], ['down', 'f']])
		assert.deepEqual(new PlanDesk(withCause).press(...keys).effects, [fix]);
	const desk = new PlanDesk(withCause).press('up', 'up', 'f', 'enter');
	assert.deepEqual(desk.effects, []);
	desk.press('f');
	assert.notEqual(desk.state.notice, undefined);
});

test('s sends a plan once; Enter does not, and Esc goes back', () => {
	const send = {type: 'decide', decision: {kind: 'send', approval: undefined}};
	assert.deepEqual(new PlanDesk(clear).press('s', 's', 'escape').effects, [send]);
	for (const key of ['escape', 'q', 'ctrl+c'])
		assert.deepEqual(new PlanDesk(clear).press(key, 's').effects, [{type: 'decide', decision: {kind: 'stop'}}]);
	const desk = new PlanDesk(clear).press('y', 'p', 'enter', '4');
	assert.deepEqual(desk.effects, []);
});

test('a plan with a safety stop is sent only after the number of hidden pages is typed', () => {
	const send = {type: 'decide', decision: {kind: 'send', approval: 'plan-id'}};
	assert.deepEqual(new PlanDesk(stopped).press('s', 'enter').effects, []);
	assert.deepEqual(new PlanDesk(stopped).press('3', 'enter').effects, []);
	assert.deepEqual(new PlanDesk(stopped).press('s', '4', 'enter').effects, [send]);
	assert.deepEqual(new PlanDesk(stopped).press('4', 'enter', 'enter').effects, [send]);
	const desk = new PlanDesk(stopped).press('4', 'escape', 'enter');
	assert.deepEqual([desk.effects, desk.state.mode.name], [[], 'browse']);
});

test('pasted text never sends a plan, and can be the requested number', () => {
	const paste = (preview: Preview, text: string) => new PlanDesk(preview).dispatch({type: 'paste', text});
	const none = paste(clear, 'sss\n');
	assert.deepEqual([none.effects, none.state.mode.name], [[], 'browse']);
	const desk = paste(stopped, '4\n');
	assert.deepEqual(desk.effects, []);
	assert.equal(desk.press('enter').effects.length, 1);
});

test('keys that are pressed while a jump or a search runs are taken in their order', () => {
	const after = (keys: readonly string[], work: 'at-once' | 'late') => {
		const desk = new PlanDesk(withCause);
		desk.work = work;
		return desk.press(...keys).selected();
	};
	const tabs = Array.from({length: 6}, (_, at) => Array.from({length: at + 1}, () => 'tab'));
	const searches = [['n'], ['n', 'n'], ['n', 'n', 'N'], ['n', 'n', 'n', 'N']].map(keys => ['/', 'o', 'enter', ...keys]);
	for (const keys of [...tabs, ...tabs.map(each => [...each, 'shift+tab']), ...searches])
		assert.equal(after(keys, 'late'), after(keys, 'at-once'), keys.join(' '));
	assert.equal(new Set(tabs.map(keys => after(keys, 'late'))).size > 2, true);
});

test('Esc stops work in the background first', () => {
	const desk = new PlanDesk(clear);
	desk.state = {...desk.state, work: {kind: 'search', part: 0.5, queued: []}, search: 'x'};
	assert.ok(desk.lines().some(line => line.includes('50 %')));
	desk.press('escape');
	assert.deepEqual(desk.effects, [{type: 'stop-work'}]);
	assert.equal(desk.state.work, undefined);
});

test('every enabled key of a plan has an effect, every other one a hint, and the key line has no others', () => {
	for (const preview of [clear, stopped, withCause]) {
		const desk = new PlanDesk(preview);
		const {context} = desk;
		desk.state = {...desk.state, selected: context.head.length + 1, search: 'a'};
		const {state} = desk;
		const bindings = enabledBindings(planKeys, planKeyContext(state, context));
		for (const key of bindings.flatMap(({keys}) => keys)) {
			const other = new PlanDesk(preview);
			other.state = state;
			other.press(key);
			assert.ok(other.state !== state || other.effects.length > 0, `${key} does nothing`);
		}

		desk.press(unnamedKey);
		assert.ok(bindings.some(({keys: [key = '']}) => desk.state.notice?.startsWith(`${keyText(key)} `)));
		const held = desk.state;
		assert.equal(desk.press(unnamedKey).state, held, 'a key that is held down');
		const enabled = new Set(
			bindings.flatMap(binding => [`${shownKeys(binding)} ${binding.label}`, `${shownKeys(binding)} ${binding.short}`]),
		);
		for (const [columns, rows] of sizes) {
			const {keys, lines} = drawPlan(state, context, {columns, rows}, (_style, text) => text);
			assert.deepEqual(
				keys.split('  ').filter(word => !enabled.has(word)),
				[],
			);
			assert.equal(lines.length, rows - 1);
			assert.deepEqual(
				lines.filter(line => width(line) > columns),
				[],
			);
		}
	}
});

test('long values are drawn from their first difference on, without control characters', () => {
	const long = (end: string) => `${'The value of the order '.repeat(20)}${end}`;
	const line = fieldLine({field: 'description', before: long('in euros'), after: long('in cents\u001B[2J')}, 70);
	assert.ok(width(line) <= 70, line);
	assert.match(line, /^description: "….*in euros" -> "….*in cents␛\[2J"$/);
	assert.equal(fieldLine({field: 'f', before: '', after: 'x'}, 40), 'f: (empty) -> "x"');
	assert.equal(fieldLine({field: 'f', before: undefined, after: '😀'.repeat(30)}, 12), 'f: "😀😀😀…"');
});

test('shows what people did: marks on hidden pages, which a filter finds, and edited descriptions', () => {
	const {plan} = clear;
	const at = (name: string) => {
		for (let index = 0; index < plan.changes.length; index++) {
			const {entity, after, before} = plan.changes.at(index);
			const own = after > 0 ? plan.sides.after.nameOf(entity, after) : plan.sides.hidden.nameOf(entity, before);
			if (own.join('/') === name) return {entity, after, before};
		}

		throw new Error(name);
	};
	const lost = {...at('A/s/gone/y'), marks: ['owner', 'tag'] as const};
	const desk = new PlanDesk(
		{
			...clear,
			plan: {
				...plan,
				loss: {hidden: [], pages: 1, counts: [], unknown: [], ranked: [lost]},
				edited: {count: 5, pages: [{...at('A/s/t/a'), text: 'written in Secoda'}]},
			},
		},
		{columns: 140, rows: 50},
	);
	assert.ok(
		desk.rows().some(row => row.includes('changed 5 descriptions in Secoda since the last upload: A.s.t.a, …')),
	);
	desk.enter('&owner');
	assert.equal(desk.state.filter?.changes, 1);
	assert.match(desk.press('G').selected(), /^- +y \[owner, tag\]$/);
	desk.press('escape').enter('/old').press('enter', 'down');
	assert.deepEqual(
		desk.lines().filter(line => /^ (?:in|last) /.test(line)),
		[' in Secoda: "written in Secoda"', ' in the file: "new text"', ' last sent: "old"'],
	);
});
