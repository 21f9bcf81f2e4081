import assert from 'node:assert/strict';
import test from 'node:test';
import {enabledBindings, keyOf, keyText, shownKeys, unnamedKey} from '../../source/app/keys.ts';
import {columnsKeys, constantKeys, fieldsKeys} from '../../source/app/screens/mapping/keys.ts';
import {mappingReducer} from '../../source/app/screens/mapping/reducer.ts';
import {withHeader} from '../../source/mapping/mapping-sample.ts';
import {MappingDesk} from '../support/mapping-desk.ts';
import {header, recordLine} from '../support/session.ts';
import {sizes} from '../support/sizes.ts';

const german = [
	'Tabelle;Spalte;Datentyp;Beschreibung;Bemerkung',
	'kunden;kd_nr;INTEGER;Laufende Nummer;neu',
	';name;VARCHAR(40);Name des Kunden;',
	'auftrag;auf_nr;INTEGER;Nummer des Auftrags;alt',
	';kd_nr;INTEGER;Nummer des Kunden;',
	'',
].join('\n');

const columns = {Spalte: 'col_name', Beschreibung: 'col_description', Datentyp: 'col_type', Tabelle: 'name'} as const;

test('nothing is applied before the user accepts, and the count shows what accepting would do', () => {
	const desk = new MappingDesk(german);
	assert.equal(desk.state.draft.sources.size, 0);
	assert.deepEqual(desk.counted(), {
		mapping: columns,
		constants: {database: 'x', schema: 'x'},
		fillDown: ['name'],
	});
	assert.equal(desk.press('s').result(), undefined);
	assert.notEqual(desk.state.notice, undefined);
});

test('Enter accepts, then each missing value is typed in one step, and Enter ends', () => {
	const desk = new MappingDesk(german);
	desk.press('enter').type('LAKE').press('enter').type('core').press('enter', 'enter');
	assert.deepEqual(desk.result(), {
		mapping: columns,
		constants: {database: 'LAKE', schema: 'core'},
		fillDown: ['name'],
	});
});

const possible = 'table,Spalte,xyz\ncage,a,Key of the whole row\ncage,b,Name of the whole row\n';

test('proposals that only values suggest are counted and named before and after all are accepted', () => {
	const desk = new MappingDesk(possible);
	const text = () => desk.lines().join('\n');
	assert.match(text(), /▸ Accept 2 proposals {2}1 only possible/);
	assert.match(text(), /Only values suggest col_description\. Check its line first\./);
	desk.press('down', 'a');
	assert.match(text(), /Accepted 2 proposals, 1 of them only possible\./);
	assert.deepEqual(desk.state.draft.sources.get('col_description'), {kind: 'column', column: 2});
	assert.match(new MappingDesk(german).lines().join('\n'), /▸ Accept 4 proposals\n/);
});

const titles = 'CAGE,,\nField,Type,Meaning\nid,int,Key\nwidth,int,Width\n,,\nBIRD,,\nField,Type,Meaning\nid,int,Key\n';

for (const size of [
	{columns: 80, rows: 24},
	{columns: 60, rows: 16},
]) {
	test(`at ${size.columns}x${size.rows} what no mapping can express is shown with what to do, also when all is mapped`, () => {
		const desk = new MappingDesk(titles, {}, size);
		const text = () => desk.lines().join(' ').replaceAll(/\s+/g, ' ');
		const shown = [
			/▸ Accept \d proposals change the file first/,
			/with its name in a title: "CAGE", "BIRD"\. Add a column with the name of the table to each row, or make a file for each table\. /,
		];
		for (const expected of shown) assert.match(text(), expected);
		desk.press('enter').type('L').press('enter').type('s').press('enter').type('t').press('enter');
		assert.match(text(), /▸ Use this mapping change the file first/);
		assert.match(text(), shown[1] ?? /^$/);
	});
}

test('a accepts everything from any line', () => {
	const desk = new MappingDesk(german);
	desk.press('down', 'down', 'a');
	assert.equal(desk.state.suggestions.size, 0);
	assert.deepEqual([desk.state.mode.name, desk.selected()], ['constant', ' ▸ ✗ database *           required']);
});

test('one proposal is accepted by taking its column, and another is rejected', () => {
	const desk = new MappingDesk(german);
	desk.press('down', 'enter', 'enter');
	assert.deepEqual(desk.state.draft.sources.get('col_name'), {kind: 'column', column: 1});
	desk.press('down', 'x');
	assert.ok(!desk.state.suggestions.has('col_description') && !desk.state.draft.sources.has('col_description'));
	assert.equal(desk.state.suggestions.size, 2);
});

test('a column that another field takes leaves the field that had it, and is named', () => {
	const desk = new MappingDesk(german);
	desk.press('a', 'escape', 'home', 'down', 'down', 'enter').type('spalte').press('enter');
	assert.deepEqual(desk.state.draft.sources.get('col_description'), {kind: 'column', column: 1});
	assert.ok(!desk.state.draft.sources.has('col_name'));
	assert.match(desk.state.notice ?? '', /col_name/);
	assert.equal(desk.effects.at(-1)?.type, 'stop-count');
});

test('a suggestion is dropped when the user takes its column for another field', () => {
	const desk = new MappingDesk(german);
	desk.press('down', 'down', 'enter').type('spalte').press('enter');
	assert.ok(!desk.state.suggestions.has('col_name'));
});

test('a value must have a text, and a name has no period', () => {
	const desk = new MappingDesk(german).press('a');
	for (const typed of ['', ' ', 'a.b']) {
		desk.press('ctrl+u').type(typed).press('enter');
		assert.ok(desk.state.mode.name === 'constant' && desk.state.mode.error !== undefined, typed);
		assert.ok(!desk.state.draft.sources.has('database'));
	}

	desk.press('left');
	assert.ok(desk.state.mode.name === 'constant' && desk.state.mode.error === undefined);
});

test('pasted text becomes one line, in values and in searches', () => {
	const desk = new MappingDesk(german).press('a');
	desk.store.dispatch({type: 'paste', text: 'LA\nKE\n'});
	desk.press('enter');
	assert.deepEqual(desk.state.draft.sources.get('database'), {kind: 'constant', value: 'LA KE'});
	desk.press('tab');
	desk.store.dispatch({type: 'paste', text: 'bemerk'});
	assert.equal(desk.press('enter').selected(), ' ▸ Use this mapping');
	assert.deepEqual(desk.state.draft.sources.get('schema'), {kind: 'column', column: 4});
});

test('d fills a field down or not, and accepts its proposal', () => {
	const desk = new MappingDesk(german);
	desk.press(...Array.from({length: 7}, () => 'down'));
	assert.match(desk.selected(), /name .*fill down/);
	desk.press('d');
	assert.deepEqual([desk.state.draft.sources.has('name'), desk.state.draft.fillDown.has('name')], [true, false]);
	desk.press('d');
	assert.deepEqual([...desk.state.draft.fillDown], ['name']);
	desk.press('up', 'd');
	assert.notEqual(desk.state.notice, undefined);
});

test('lines about rows are turned on and off', () => {
	const desk = new MappingDesk('table,field,text\nt,,About t\nt,a,About a\nt,b,About b\n');
	assert.equal(desk.counted()?.tableRows, true);
	desk.press('end', 'x');
	assert.equal(desk.counted()?.tableRows, undefined);
	desk.press('enter');
	assert.equal(desk.counted()?.tableRows, true);
	assert.deepEqual(
		desk.state.draft.parts.map(({status}) => status),
		['on'],
	);
});

test('a split gives and takes all of its fields', () => {
	const desk = new MappingDesk('object,field\nHR.EMP,a\nFIN.ACC,b\nFIN.ACC,c\n').press('a', 'escape');
	assert.deepEqual(desk.state.draft.sources.get('schema'), {kind: 'split', column: 0, fields: ['schema', 'name']});
	desk.press('home', ...Array.from({length: 7}, () => 'down'), 'x');
	assert.deepEqual([...desk.state.draft.sources.keys()], ['col_name']);
	desk.press('enter').type('into').press('enter');
	assert.deepEqual(desk.state.draft.sources.get('name')?.kind, 'split');
});

test('another header row gives other labels and proposals, and keeps typed values', () => {
	const desk = new MappingDesk(german).press('a').type('LAKE').press('enter', 'escape', 'end', 'enter');
	assert.equal(desk.state.mode.name, 'header');
	desk.press('down', 'enter');
	assert.deepEqual(desk.effects.at(-1), {type: 'read-header', headerRow: 2});
});

test('a column whose label names its field can be removed, and is then not sent', () => {
	const desk = new MappingDesk([header, recordLine(), ''].join('\n')).press('down', 'x');
	assert.match(desk.lines().join('\n'), /^ Not sent: col_description$/m);
	desk.press('s');
	assert.deepEqual(desk.result(), {mapping: {col_description: 'none'}});
	desk.press('enter').type('col_desc').press('enter', 's');
	assert.deepEqual(desk.result(), {});
});

test('each change of the recipe counts again, and a move does not', () => {
	const desk = new MappingDesk(german);
	const counts = () => desk.effects.filter(({type}) => type === 'count').length;
	const before = counts();
	desk.press('down', 'up', 'end', 'home', '?', 'escape', 'a', 'escape');
	assert.equal(counts(), before);
	desk.press('v').type('LAKE').press('enter');
	assert.equal(counts(), before + 1);
});

test('counts are shown while they are made, and after', () => {
	const desk = new MappingDesk(german).press('a', 'escape');
	const shows = (text: RegExp) => desk.lines().some(line => text.test(line));
	assert.ok(shows(/Counting…$/));
	desk.store.dispatch({type: 'progress', part: 0.5});
	assert.ok(shows(/Counting… 50 %/));
	desk.store.dispatch({type: 'counted', counted: {rows: 1204, tables: 2, errors: 1}});
	assert.ok(shows(/1,204 rows, 2 tables, 1 error left, once database, schema are given$/));
	desk.store.dispatch({type: 'count-failed', message: 'The disk is full.'});
	assert.ok(shows(/The disk is full\./));
});

test('Esc goes back without a change, and Ctrl+C quits from every mode', () => {
	assert.equal(new MappingDesk(german).press('escape').effects.at(-1)?.type, 'back');
	for (const keys of [[], ['a'], ['a', 'tab'], ['end', 'enter']])
		assert.equal(new MappingDesk(german).press(...keys, 'ctrl+c').effects.at(-1)?.type, 'quit', keys.join(' '));
});

test('labels and values cannot draw outside of their line', () => {
	const desk = new MappingDesk('Ta\u001B[31mbelle,Sp\u202Ealte\n"a\nb",c\u0007\n');
	for (const keys of [[], ['end'], ['home', 'down', 'enter'], ['escape', 'end', 'enter']])
		for (const line of desk.press(...keys).lines()) assert.doesNotMatch(line, /[\u0000-\u001F\u202E]/);
});

const modes = [
	['fields', []],
	['fields', ['down', 'a', 'escape']],
	['fields', ['end']],
	['columns', ['down', 'enter']],
	['constant', ['a']],
	['header', ['end', 'enter']],
	['help', ['?']],
] as const;

for (const [name, keys] of modes) {
	test(`${name} after ${keys.join(' ') || 'opening'}: the lines fit, and the key line has only enabled keys`, () => {
		for (const [columns, rows] of [...sizes, [40, 10] as const]) {
			const desk = new MappingDesk(german, {}, {columns, rows}).press(...keys);
			assert.equal(desk.state.mode.name, name);
			const lines = desk.lines();
			assert.ok(lines.length <= rows, `${lines.length} lines at ${columns}x${rows}`);
			if (name === 'help') continue;
			const now = {state: desk.state, context: desk.context};
			const bindings = {
				fields: enabledBindings(fieldsKeys, now),
				columns: enabledBindings(columnsKeys, undefined),
				header: enabledBindings(columnsKeys, undefined),
				constant: enabledBindings(constantKeys, undefined),
			}[name];
			const known = new Set(
				bindings.flatMap(each => [each.label, each.short].map(label => `${shownKeys(each)} ${label}`)),
			);
			const shown = lines.at(-1) ?? '';
			assert.deepEqual(
				shown.split('  ').filter(word => !known.has(word)),
				[],
			);
		}
	});
}

test('every bound key is handled, none is bound twice, and another key names one', () => {
	for (const keys of [[], ['down'], ['end'], ['a', 'escape']]) {
		const desk = new MappingDesk(german).press(...keys);
		const now = {state: desk.state, context: desk.context};
		const bound = enabledBindings(fieldsKeys, now).flatMap(binding => binding.keys);
		assert.deepEqual(bound, [...new Set(bound)]);
		for (const key of bound) {
			const action = {type: 'key', key, size: desk.size} as const;
			const [{notice}] = mappingReducer(desk.state, action, desk.context);
			assert.ok(notice === undefined || !notice.includes(`${keyText(keyOf(fieldsKeys, 'help'))} shows`), key);
		}

		const hint = desk.press(unnamedKey).state.notice ?? '';
		assert.ok(hint.startsWith(`${keyOf(fieldsKeys, 'help')} `), hint);
	}
});

test('the count says which values it counts as given', () => {
	const counted = {rows: 4, tables: 2, errors: 1};
	const desk = new MappingDesk(german);
	const count = () => {
		desk.store.dispatch({type: 'counted', counted});
		return desk.lines().find(line => line.includes('4 rows')) ?? '';
	};
	assert.equal(count(), ' 4 rows, 2 tables, 1 error left if you accept and give database, schema');
	desk.press('enter');
	assert.equal(count(), ' 4 rows, 2 tables, 1 error left, once database, schema are given');
	desk.type('LAKE').press('enter');
	assert.equal(count(), ' 4 rows, 2 tables, 1 error left, once schema is given');
	desk.type('core').press('enter');
	assert.equal(count(), ' 4 rows, 2 tables, 1 error left');
});

test('Esc after a change must be pressed twice, and another key in between starts over', () => {
	const desk = new MappingDesk(german).press('down', 'x', 'escape');
	assert.notEqual(desk.effects.at(-1)?.type, 'back');
	assert.match(desk.state.notice ?? '', /^Esc again discards/);
	desk.press('down', 'escape');
	assert.notEqual(desk.effects.at(-1)?.type, 'back');
	desk.press('escape');
	assert.equal(desk.effects.at(-1)?.type, 'back');
	const header = new MappingDesk(german);
	header.store.dispatch({type: 'sampled', sample: withHeader(header.state.sample, 2, {isHeaderDetected: false})});
	assert.match(header.press('escape').state.notice ?? '', /^Esc again discards/);
});

test('the parts of a split column are shown, and a table without a column of descriptions has them in its rows', () => {
	const desk = new MappingDesk('object,column,text\nHR.EMP,,Staff\nHR.EMP,ID,Key\nFIN.ACC,,Sums\nFIN.ACC,NO,Number\n');
	const lines = desk.lines().map(line => line.replaceAll(/ {2,}/g, ' '));
	assert.ok(lines.some(line => line.includes('? schema * object (1/2) HR, FIN')));
	assert.ok(lines.some(line => line.includes('? name * object (2/2) EMP, ACC')));
	assert.ok(
		lines.some(line => line.includes('description table row')),
		lines.join('\n'),
	);
});

test('a field names the one to which a proposal would move its column', () => {
	const desk = new MappingDesk('table,description,field\nt,First of all,a\nt,Second of all,b\n');
	desk.press('end', 'up', 'up', 'up');
	assert.match(desk.selected(), /\? description +-$/);
	assert.match(desk.lines().join('\n'), /If you accept, description is the column of col_description/);
});

test('names of columns are never filled down, although some are missing', () => {
	const desk = new MappingDesk(`${header}\n${recordLine()}\n${recordLine({col_name: ''})}\n`).press(
		'home',
		'down',
		'd',
	);
	assert.ok(!desk.state.draft.fillDown.has('col_name'));
	assert.match(desk.state.notice ?? '', /own col_name/);
});

test('of many columns that are not sent, the number is shown, and keys are answered at once', () => {
	const labels = Array.from({length: 1000}, (_, at) => `Label ${at}`);
	const desk = new MappingDesk(`${labels.join()}\n${labels.map((_, at) => `${at}.5`).join()}\n`);
	assert.match(desk.lines().join('\n'), /^ 1,000 columns not sent: Label 0, Label 1,/m);
	const start = performance.now();
	for (let times = 0; times < 20; times++) desk.press('down', 'enter', 'escape').lines();
	assert.ok(performance.now() - start < 4000);
});
