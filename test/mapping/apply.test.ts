import assert from 'node:assert/strict';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import {type Field, fields} from '../../source/kinds/warehouse/field.ts';
import {applyRecipe, type CanonicalRow, RecipeRows, type SourceRow, TableTexts} from '../../source/mapping/apply.ts';
import {planRecipe, type RecipePlan} from '../../source/mapping/plan-recipe.ts';
import type {Recipe} from '../../source/mapping/recipe.ts';

type File = {readonly plan: RecipePlan; readonly rows: readonly SourceRow[]};

function fileOf(text: string, recipe: Recipe): File {
	const [labels = [], ...rows]: string[][] = parse(text, {relax_column_count: true});
	const planned = planRecipe(labels, recipe);
	assert.ok('plan' in planned, JSON.stringify(planned));
	return {plan: planned.plan, rows: rows.map((cells, at) => ({row: at + 2, cells}))};
}

/** Returns the values of some fields in each row, with a space between. */
function valuesOf(rows: Iterable<CanonicalRow>, shown: readonly Field[]): readonly string[] {
	return [...rows].map(({row, cells}) => [row, ...shown.map(field => cells[fields.indexOf(field)] || '-')].join(' '));
}

function apply(text: string, recipe: Recipe, shown: readonly Field[]): readonly string[] {
	const {plan, rows} = fileOf(text, recipe);
	return valuesOf(applyRecipe(plan, rows), shown);
}

test('renames columns, sets constants, and keeps the number of each row', () => {
	const recipe: Recipe = {mapping: {Feld: 'col_name'}, constants: {schema: 's'}};
	assert.deepEqual(apply('table,Feld\nt,a\n,\nu,b\n', recipe, ['name', 'col_name', 'schema', 'database']), [
		'2 t a s -',
		'4 u b s -',
	]);
});

test('an empty cell takes the value above, and a hyphen is empty', () => {
	const recipe: Recipe = {fillDown: ['schema', 'name']};
	assert.deepEqual(apply('schema,table,col_name\ns,t,a\n,,b\n,u,c\nr,-,d\n', recipe, ['schema', 'name', 'col_name']), [
		'2 s t a',
		'3 s t b',
		'4 s u c',
		'5 r u d',
	]);
});

test('a value of a table is filled down only within the table', () => {
	const recipe: Recipe = {fillDown: ['name', 'description']};
	const text = 'table,table_description,col_name\nt,T,a\n,,b\nu,,c\n,U,d\n,,e\n';
	assert.deepEqual(apply(text, recipe, ['name', 'description', 'col_name']), [
		'2 t T a',
		'3 t T b',
		'4 u - c',
		'5 u U d',
		'6 u U e',
	]);
});

test('a value of a table is filled down only within the table, where each row names the table', () => {
	const text = 'table,table_description,col_name\nt,T,a\nt,,b\nu,,c\nt,,d\n';
	assert.deepEqual(apply(text, {fillDown: ['description']}, ['name', 'description', 'col_name']), [
		'2 t T a',
		'3 t T b',
		'4 u - c',
		'5 t - d',
	]);
});

const names: readonly (readonly [name: string, parts: string])[] = [
	['LAKE.HR.EMP', 'LAKE HR EMP'],
	['HR.EMP', '- HR EMP'],
	['EMP', '- - EMP'],
	['x.LAKE.HR.EMP', 'x.LAKE HR EMP'],
	['[LAKE].[HR].[EMP.1]', 'LAKE HR EMP.1'],
	['"LAKE"."HR"."EMP"', 'LAKE HR EMP'],
	['`LAKE`.`HR`.`EMP`', 'LAKE HR EMP'],
	['', '- - -'],
];

for (const [name, parts] of names) {
	test(`${JSON.stringify(name)} has the parts ${parts}`, () => {
		const recipe: Recipe = {split: {OBJECT: ['database', 'schema', 'name']}};
		const text = `OBJECT,col_name\n"${name.replaceAll('"', '""')}",a\n`;
		assert.deepEqual(apply(text, recipe, ['database', 'schema', 'name']), [`2 ${parts}`]);
	});
}

test('replaces whole values, and then changes the case of names alone', () => {
	const recipe: Recipe = {
		values: {schema: {OLD: 'NEW', '': 'NONE'}},
		case: 'lower',
		constants: {database: 'LAKE'},
		mapping: {T: 'col_type'},
	};
	const text = 'schema,table,col_name,T\n OLD ,T1,A,INT\nOLDER,T1,B,INT\n,T1,C,INT\n';
	assert.deepEqual(apply(text, recipe, ['database', 'schema', 'name', 'col_name', 'col_type']), [
		'2 lake new t1 a INT',
		'3 lake older t1 b INT',
		'4 lake none t1 c INT',
	]);
});

test('replaces a name as the file has it, or else as it is sent', () => {
	const recipe: Recipe = {values: {schema: {sales: 'shop', Old: 'new'}}, case: 'lower'};
	const text = 'schema,table,col_name\nSales,t,a\nOLD,t,b\nOld,t,c\n';
	assert.deepEqual(apply(text, recipe, ['schema']), ['2 shop', '3 old', '4 new']);
});

test('a row without a column describes its table, wherever it is', () => {
	const text = 'table,col_name,comment\nt,,About t\nt,a,x\nu,b,\nt,c,\nu,-,About u\nu,,Ignored\n';
	assert.deepEqual(apply(text, {tableRows: true}, ['name', 'col_name', 'col_description', 'description']), [
		'3 t a x About t',
		'4 u b - About u',
		'5 t c - About t',
	]);
});

test('the row of a table gives its own description before that of a column, and names the table below it', () => {
	const text = 'table,table_description,col_name,comment\nt,About t,,ignored\n,,a,x\n';
	const recipe: Recipe = {tableRows: true, fillDown: ['name']};
	assert.deepEqual(apply(text, recipe, ['name', 'col_name', 'description']), ['3 t a About t']);
});

test('without rows for tables, a row without a column is kept, so that it is reported', () => {
	assert.deepEqual(apply('table,col_name\nt,\nt,a\n', {}, ['name', 'col_name']), ['2 t -', '3 t a']);
});

test('skips rows by a value, by an empty cell, and by their only cell', () => {
	const text = 'table,col_name,comment\nt,a,x\nSection 1,,\nt,TOTAL,x\nt,b,\n,,note\nSection 1,c,x\n';
	const shown = ['name', 'col_name'] as const;
	const skip = (skipRows: Recipe['skipRows']) => apply(text, {skipRows}, shown).map(row => Number(row.split(' ')[0]));
	assert.deepEqual(skip([{column: 'col_name', value: ' TOTAL '}]), [2, 3, 5, 6, 7]);
	assert.deepEqual(skip([{column: 'comment', value: ''}]), [2, 4, 6, 7]);
	assert.deepEqual(skip([{value: 'Section 1'}, {value: 'note'}]), [2, 4, 5, 7]);
});

test('rows that describe tables are not skipped for their empty column', () => {
	const text = 'table,col_name,comment\nt,,About t\nt,a,x\n,,continued\n';
	const recipe: Recipe = {tableRows: true, skipRows: [{column: 'col_name', value: ''}]};
	assert.deepEqual(apply(text, recipe, ['col_name', 'description']), ['3 a About t']);
});

test('a skipped row fills nothing down', () => {
	const recipe: Recipe = {fillDown: ['name'], skipRows: [{column: 'table', value: 'Group 1'}]};
	assert.deepEqual(apply('table,col_name\nt,a\nGroup 1,\n,b\n', recipe, ['name', 'col_name']), ['2 t a', '4 t b']);
});

test('skips blank rows, rulers and the header where it is repeated', () => {
	const text = 'Table,Col_Name\n-----,--------\nt,a\n,\nTABLE,col name\nt,b\n';
	assert.deepEqual(apply(text, {}, ['name', 'col_name']), ['3 t a', '6 t b']);
});

test('marks rows with another number of cells than the header', () => {
	const {plan, rows} = fileOf('table,col_name\nt\nt,a\nt,b,c\n', {});
	assert.deepEqual(
		[...applyRecipe(plan, rows)].map(({width}) => width),
		['short', 'exact', 'long'],
	);
});

test('batches of a file lead to the same rows as the whole', () => {
	const text = 'table,col_name,comment\nt,,About t\n,a,x\n,b,\nu,c,\n,d,y\nu,,About u\n';
	const {plan, rows} = fileOf(text, {tableRows: true, fillDown: ['name']});
	const whole = [...applyRecipe(plan, rows)];
	assert.equal(whole.length, 4);
	for (let size = 1; size < rows.length; size++) {
		const batches = rows.flatMap((_, at) => (at % size === 0 ? [rows.slice(at, at + size)] : []));
		const texts = new TableTexts(plan);
		for (const batch of batches) texts.add(batch);
		const made = new RecipeRows(plan, texts);
		assert.deepEqual(
			batches.flatMap(batch => [...made.apply(batch)]),
			whole,
		);
	}
});
