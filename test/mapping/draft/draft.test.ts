import assert from 'node:assert/strict';
import test from 'node:test';
import type {Field} from '../../../source/kinds/warehouse/field.ts';
import {choicesFor} from '../../../source/mapping/draft/choices.ts';
import {
	draftOfRecipe,
	missingFields,
	recipeOf,
	type Source,
	unsentColumns,
	withoutSource,
	withSource,
} from '../../../source/mapping/draft/draft.ts';
import {hasSuggestions, isIncomplete} from '../../../source/mapping/draft/needs-mapping.ts';
import {acceptAll, suggest} from '../../../source/mapping/draft/suggestions.ts';
import type {Recipe} from '../../../source/mapping/recipe.ts';
import {makesSameRows} from '../../../source/mapping/same-rows.ts';
import {sampleText} from '../../support/mapping-desk.ts';

const known = sampleText(
	'database,schema,table_name,column_name,comment,note\nDB,s,t,a,About a,x\nDB,s,t,b,About b,y\n',
);
const foreign = sampleText('object,Feld,Feld,"a=b"\nHR.EMP,a,b,c\nFIN.ACC,d,e,f\n');

const recipes: readonly Recipe[] = [
	{},
	{mapping: {'#2': 'col_name', '#4': 'col_type'}},
	{split: {object: ['schema', 'name']}, mapping: {'#3': 'col_name'}, constants: {database: 'X'}},
	{mapping: {object: 'name'}, fillDown: ['name'], constants: {is_view: 'false'}},
	{tableRows: true, skipRows: [{column: '#2', value: ''}], values: {is_view: {V: 'true'}}, case: 'lower'},
];

for (const recipe of recipes) {
	test(`a draft has all of the recipe ${JSON.stringify(recipe)}`, () => {
		assert.deepEqual(recipeOf(draftOfRecipe(recipe, foreign), foreign), recipe);
	});
}

test('labels that name a field need no word in the recipe, unless two name the same', () => {
	assert.deepEqual(recipeOf(draftOfRecipe({}, known), known), {});
	const twice = sampleText('database,schema,name,col_name,type,data_type\n');
	assert.deepEqual(recipeOf(draftOfRecipe({}, twice), twice), {mapping: {type: 'col_type'}});
});

const column = (number: number): Source => ({kind: 'column', column: number});

test('a field that loses its column gets the free one that is labelled so', () => {
	const twice = sampleText('database,schema,name,col_name,type,data_type\n');
	const draft = withSource(draftOfRecipe({}, twice), 'description', column(4), twice);
	assert.deepEqual(draft.sources.get('col_type'), column(5));
	const without = withoutSource(draft, 'description', twice);
	assert.deepEqual([without.sources.has('description'), without.sources.get('col_type')], [false, column(5)]);
});

test('a field whose label names it can be removed, and is given back by its column', () => {
	const start = draftOfRecipe({}, known);
	const without = withoutSource(start, 'col_description', known);
	const recipe: Recipe = {mapping: {comment: 'none'}};
	assert.deepEqual(recipeOf(without, known), recipe);
	assert.deepEqual(draftOfRecipe(recipe, known), without);
	assert.deepEqual(unsentColumns(without, known), [4, 5]);
	assert.deepEqual(suggest(recipe, known).suggestions, new Map());
	const other = withSource(without, 'col_type', column(5), known);
	assert.deepEqual(recipeOf(other, known), {mapping: {note: 'col_type', comment: 'none'}});
	assert.deepEqual(withSource(without, 'col_description', column(4), known).sources, start.sources);
});

test('a field that several labels name is removed with all of them', () => {
	const twice = sampleText('database,schema,name,col_name,type,data_type\n');
	const without = withoutSource(draftOfRecipe({}, twice), 'col_type', twice);
	assert.deepEqual(recipeOf(without, twice), {mapping: {type: 'none', data_type: 'none'}});
});

test('one source of a split replaces all of its fields', () => {
	const recipe: Recipe = {split: {object: ['schema', 'name']}};
	const draft = withSource(draftOfRecipe(recipe, foreign), 'schema', {kind: 'constant', value: 'HR'}, foreign);
	assert.deepEqual(recipeOf(draft, foreign), {constants: {schema: 'HR'}});
	assert.deepEqual(missingFields(draft), ['col_name', 'database', 'name']);
});

test('the columns that are not sent are those without a field, if they have a label or a value', () => {
	assert.deepEqual(unsentColumns(draftOfRecipe({}, known), known), [5]);
	const blank = sampleText('col_name,database,schema,name,,\na,DB,s,t,,x\n');
	assert.deepEqual(unsentColumns(draftOfRecipe({}, blank), blank), [5]);
});

const needs: ReadonlyArray<readonly [what: string, text: string, recipe: Recipe, incomplete: boolean, more: boolean]> =
	[
		['the documented labels', 'col_name,database,schema,name\na,DB,s,t\n', {}, false, false],
		['a missing field', 'col_name,schema,name\na,s,t\n', {}, true, false],
		['a missing field with a constant', 'col_name,schema,name\na,s,t\n', {constants: {database: 'X'}}, false, false],
		['two labels of one field', 'col_name,database,schema,name,table\na,DB,s,t,t\n', {}, true, true],
		[
			'an unknown column that means a field',
			'col_name,database,schema,name,Erklärung\na,DB,s,t,Der erste\n',
			{},
			false,
			true,
		],
		['an unknown column that means nothing', 'col_name,database,schema,name,Owner\na,DB,s,t,Ada\n', {}, false, false],
		[
			'one that a recipe does not use',
			'Feld,database,schema,name,Erklärung\na,DB,s,t,Der erste\n',
			{mapping: {Feld: 'col_name'}},
			false,
			true,
		],
		[
			'an unknown column that only its values show',
			'col_name,database,schema,name,xyz\na,DB,s,t,The number of the order\nb,DB,s,t,The name of the person\n',
			{},
			false,
			false,
		],
		['merged cells', 'database,schema,name,col_name\nDB,s,t,a\n,,,b\nDB,s,u,a\n,,,b\n', {}, false, true],
	];

for (const [what, text, recipe, incomplete, more] of needs) {
	test(`${what}: the mapping is ${incomplete ? '' : 'not '}incomplete, and ${more ? 'something' : 'nothing'} is suggested`, () => {
		const sample = sampleText(text);
		assert.deepEqual([isIncomplete(recipe, sample), hasSuggestions(recipe, sample)], [incomplete, more]);
	});
}

test('suggestions fill the gaps of a recipe, and change nothing that it names', () => {
	const sample = sampleText('name,table_name,cluster,schema,owner\na,t,gold,s,x\nb,t,gold,s,y\n');
	const accepted = (recipe: Recipe) => recipeOf(acceptAll(suggest(recipe, sample), sample).draft, sample);
	assert.deepEqual(accepted({}).mapping, {name: 'col_name', table_name: 'name', cluster: 'database'});
	assert.deepEqual(accepted({mapping: {cluster: 'schema', name: 'col_name'}}).mapping, {
		name: 'col_name',
		table_name: 'name',
		cluster: 'schema',
	});
});

const kinds = (field: Field, recipe: Recipe = {}) =>
	choicesFor(field, suggest(recipe, foreign), foreign).map(choice =>
		choice.kind === 'source' && choice.source.kind === 'split' ? choice.source.fields.join('.') : choice.kind,
	);

test('a field can be a column, part of one, or one value; the name of a column has no one value', () => {
	const columns = ['source', 'source', 'source', 'source'];
	assert.deepEqual(kinds('schema', {mapping: {'#2': 'col_name'}}), [
		...columns,
		'database.schema',
		'schema.name',
		'type-constant',
		'nothing',
	]);
	assert.deepEqual(kinds('col_name', {mapping: {'#2': 'col_name'}}), [...columns, 'name.col_name', 'nothing']);
	assert.deepEqual(kinds('description', {mapping: {'#2': 'col_name'}}), [...columns, 'type-constant']);
});

const same: ReadonlyArray<readonly [Recipe, Recipe, boolean]> = [
	[{}, {mapping: {a: 'name'}}, true],
	[{mapping: {a: 'schema'}}, {mapping: {a: 'name'}, encoding: 'utf-8', headerRow: 1}, true],
	[{}, {headerRow: 2}, false],
	[{}, {delimiter: ';'}, false],
	[{}, {encoding: 'windows-1252'}, false],
	[{}, {constants: {database: 'X'}}, false],
	[{constants: {database: 'X'}}, {constants: {database: 'Y'}}, false],
	[{constants: {database: 'X'}}, {constants: {database: 'X'}, mapping: {a: 'name'}}, false],
	[{fillDown: ['name']}, {fillDown: ['name']}, true],
];

for (const [one, other, wanted] of same) {
	test(`${JSON.stringify(one)} and ${JSON.stringify(other)} make ${wanted ? 'the same' : 'other'} rows`, () => {
		assert.equal(makesSameRows(one, other), wanted);
		assert.equal(makesSameRows(other, one), wanted);
	});
}
