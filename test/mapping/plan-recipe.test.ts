import assert from 'node:assert/strict';
import test from 'node:test';
import {planRecipe, type RecipePlan, type RecipeProblem} from '../../source/mapping/plan-recipe.ts';
import type {Recipe} from '../../source/mapping/recipe.ts';

function planOf(labels: readonly string[], recipe: Recipe): RecipePlan {
	const planned = planRecipe(labels, recipe);
	assert.ok('plan' in planned, JSON.stringify(planned));
	return planned.plan;
}

test('finds the columns of a recipe by label, number and known label', () => {
	const {sources, missing} = planOf(['Feld', 'x', 'table_name', 'OBJECT'], {
		mapping: {feld: 'col_name', '#2': 'col_type'},
		split: {object: ['database', 'schema']},
		constants: {description: 'd'},
	});
	assert.deepEqual(Object.fromEntries(sources), {
		col_name: {kind: 'column', column: 0},
		col_type: {kind: 'column', column: 1},
		name: {kind: 'column', column: 2},
		database: {kind: 'part', column: 3, part: 0, parts: 2},
		schema: {kind: 'part', column: 3, part: 1, parts: 2},
		description: {kind: 'constant', value: 'd'},
	});
	assert.deepEqual(missing, []);
});

test('a constant overrides a column, and a part of a split column overrides a known label', () => {
	const {sources} = planOf(['database', 'schema', 'table'], {
		constants: {database: 'LAKE'},
		split: {table: ['schema', 'name']},
	});
	assert.deepEqual(
		['database', 'schema', 'name'].map(field => sources.get(field as 'name')?.kind),
		['constant', 'part', 'part'],
	);
});

test('names the required fields without a source', () => {
	assert.deepEqual(planOf(['Feld'], {mapping: {Feld: 'col_name'}}).missing, ['database', 'schema', 'name']);
});

test('a column that is gone is a problem, with the similar one and all labels', () => {
	const labels = ['Field name', 'Type'];
	assert.deepEqual(
		planRecipe(labels, {
			mapping: {'Field nam': 'col_name', '#9': 'name'},
			split: {OBJECT: ['schema', 'name']},
			skipRows: [{column: 'Group', value: ''}],
		}),
		{
			problems: [
				{code: 'missing-column', part: 'mapping', column: 'Field nam', similar: 'Field name', labels},
				{code: 'missing-column', part: 'mapping', column: '#9', similar: undefined, labels},
				{code: 'missing-column', part: 'split', column: 'OBJECT', similar: undefined, labels},
				{code: 'missing-column', part: 'skipRows', column: 'Group', similar: undefined, labels},
			],
		},
	);
});

const problems: readonly (readonly [
	title: string,
	labels: readonly string[],
	recipe: Recipe,
	problem: RecipeProblem,
])[] = [
	[
		'two columns of the mapping with one field',
		['a', 'b'],
		{mapping: {a: 'name', b: 'name'}},
		{code: 'repeated-field', field: 'name', columns: ['a', 'b']},
	],
	[
		'two known labels of one field',
		['type', 'data_type'],
		{},
		{code: 'repeated-field', field: 'col_type', columns: ['type', 'data_type']},
	],
	[
		'two split columns with one field',
		['a', 'b'],
		{split: {a: ['schema', 'name'], b: ['database', 'schema']}},
		{code: 'repeated-field', field: 'schema', columns: ['a', 'b']},
	],
	[
		'a field that is filled down without a column',
		['a'],
		{mapping: {a: 'name'}, fillDown: ['name', 'schema']},
		{code: 'no-column', field: 'schema'},
	],
	[
		'a constant that is filled down',
		['a'],
		{constants: {schema: 's'}, fillDown: ['schema']},
		{code: 'no-column', field: 'schema'},
	],
];

for (const [title, labels, recipe, problem] of problems) {
	test(`${title} is ${problem.code}`, () => {
		assert.deepEqual(planRecipe(labels, recipe), {problems: [problem]});
	});
}

test('a constant solves two known labels of one field', () => {
	assert.deepEqual(planOf(['type', 'data_type'], {constants: {col_type: 'text'}}).sources.get('col_type'), {
		kind: 'constant',
		value: 'text',
	});
});
