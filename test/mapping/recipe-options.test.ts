import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {mergeValues} from '../../source/mapping/merge-values.ts';
import {nameInCase} from '../../source/mapping/name-case.ts';
import type {OptionProblem, ParsedOption} from '../../source/mapping/options/option.ts';
import {planRecipe} from '../../source/mapping/plan-recipe.ts';
import {changesRows, nameCases, type Recipe} from '../../source/mapping/recipe.ts';
import {
	addOptions,
	composeOptions,
	recipeDifference,
	recipeOptions,
	recipeText,
	recipeWords,
} from '../../source/mapping/recipe-options.ts';
import {valueReader} from '../../source/mapping/row-value.ts';
import {rounds} from '../support/rounds.ts';
import {anyRecipe} from './any-recipe.ts';
import {readRecipe, recipeJson} from './read-recipe.ts';

/** Parses one option, as a command line does. */
function parse(flag: string, text = '', recipe: Recipe = {}): ParsedOption {
	const option = recipeOptions.find(one => one.flag === flag);
	assert.ok(option, flag);
	return option.parse(text, recipe);
}

function parseWords(words: readonly string[]): Recipe {
	let recipe: Recipe = {};
	for (let at = 0; at < words.length; at++) {
		const option = recipeOptions.find(({flag}) => flag === words[at]);
		assert.ok(option, words[at]);
		const parsed = option.parse(option.form === undefined ? '' : (words[++at] ?? ''), recipe);
		assert.ok('recipe' in parsed, JSON.stringify(parsed));
		recipe = parsed.recipe;
	}

	return recipe;
}

const parts: readonly (readonly [flag: string, text: string, recipe: Recipe])[] = [
	['--encoding', 'cp1252', {encoding: 'windows-1252'}],
	['--delimiter', 'semicolon', {delimiter: ';'}],
	['--header-row', '4', {headerRow: 4}],
	['--map', 'Field=col_name', {mapping: {Field: 'col_name'}}],
	['--map', '#3=col_name', {mapping: {'#3': 'col_name'}}],
	['--map', 'a=b=column_name', {mapping: {'a=b': 'col_name'}}],
	['--set', 'database=LAKE', {constants: {database: 'LAKE'}}],
	['--set', 'description=a=b', {constants: {description: 'a=b'}}],
	['--fill-down', 'name', {fillDown: ['name']}],
	['--split', 'OBJECT=schema.name', {split: {OBJECT: ['schema', 'name']}}],
	['--value', 'schema:old=new', {values: {schema: {old: 'new'}}}],
	['--value', 'description::=x=y', {values: {description: {':': 'x=y'}}}],
	['--case', 'lower', {case: 'lower'}],
	['--table-rows', '', {tableRows: true}],
	['--skip-rows', 'Field=', {skipRows: [{column: 'Field', value: ''}]}],
	['--skip-rows', 'Field=a=b', {skipRows: [{column: 'Field', value: 'a=b'}]}],
	['--skip-rows', 'Grupo 1', {skipRows: [{value: 'Grupo 1'}]}],
];

for (const [flag, text, recipe] of parts) {
	test(`${flag} ${text} is ${JSON.stringify(recipe)}`, () => {
		assert.deepEqual(parse(flag, text), {recipe});
	});
}

const wrong: readonly (readonly [flag: string, text: string, code: OptionProblem['code']])[] = [
	['--encoding', 'ebcdic', 'unknown-choice'],
	['--delimiter', 'colon', 'unknown-choice'],
	['--header-row', '0', 'wrong-form'],
	['--header-row', '1.5', 'wrong-form'],
	['--map', 'Field', 'wrong-form'],
	['--map', '=col_name', 'wrong-form'],
	['--map', 'Field=colname', 'unknown-field'],
	['--set', 'database', 'wrong-form'],
	['--set', 'databse=x', 'unknown-field'],
	['--fill-down', 'nam', 'unknown-field'],
	['--split', 'OBJECT=name', 'wrong-form'],
	['--split', 'OBJECT=name.name', 'wrong-form'],
	['--split', 'OBJECT=schema.tabel', 'unknown-field'],
	['--value', 'schema=new', 'wrong-form'],
	['--value', 'scheme:old=new', 'unknown-field'],
	['--case', 'title', 'unknown-choice'],
	['--skip-rows', '', 'wrong-form'],
	['--skip-rows', '=x', 'wrong-form'],
];

for (const [flag, text, code] of wrong) {
	test(`${flag} ${JSON.stringify(text)} is ${code}`, () => {
		const parsed = parse(flag, text);
		assert.equal('problem' in parsed && parsed.problem.code, code);
	});
}

test('a mistyped field has the most similar one', () => {
	assert.deepEqual(parse('--map', 'Field=col_nme'), {
		problem: {code: 'unknown-field', field: 'col_nme', near: 'col_name'},
	});
});

test('an option that is repeated adds to the recipe, and replaces the same key', () => {
	const words = ['--set', 'schema=a', '--set', 'database=b', '--set', 'schema=c', '--fill-down', 'name'];
	assert.deepEqual(parseWords([...words, '--fill-down', 'name', '--fill-down', 'schema']), {
		constants: {schema: 'c', database: 'b'},
		fillDown: ['name', 'schema'],
	});
});

test('prints the options of a recipe as words of a shell', () => {
	const recipe: Recipe = {
		delimiter: ';',
		mapping: {"Nom de l'objet": 'name', Champ: 'col_name'},
		split: {OBJECT: ['schema', 'name']},
		tableRows: true,
		skipRows: [{column: 'Champ', value: ''}],
	};
	assert.equal(
		recipeText(recipe),
		`--delimiter semicolon --map 'Nom de l'\\''objet=name' --map Champ=col_name --split OBJECT=schema.name --table-rows --skip-rows Champ=`,
	);
});

test('the printed options of any recipe are parsed as that recipe', () => {
	fc.assert(
		fc.property(anyRecipe, recipe => {
			assert.deepEqual(parseWords(recipeWords(recipe)), recipe);
		}),
		{numRuns: rounds(300)},
	);
});

test('the JSON of any recipe is read as that recipe', () => {
	fc.assert(
		fc.property(anyRecipe, recipe => {
			assert.deepEqual(readRecipe(JSON.parse(JSON.stringify(recipeJson(recipe)))), recipe);
		}),
		{numRuns: rounds(300)},
	);
});

test('two recipes differ by the options that only one of them has', () => {
	const before: Recipe = {headerRow: 3, mapping: {a: 'name', 'b c': 'schema'}, tableRows: true};
	const after: Recipe = {mapping: {a: 'name', 'b c': 'none'}, constants: {schema: 'S'}, tableRows: true};
	assert.deepEqual(recipeDifference(before, after), {
		added: "--map 'b c=none' --set schema=S",
		removed: "--header-row 3 --map 'b c=schema'",
	});
});

test('only a recipe that renames columns leaves the rows unchanged', () => {
	assert.equal(changesRows({encoding: 'windows-1252', headerRow: 3, mapping: {a: 'name'}, fillDown: []}), false);
	for (const recipe of [
		{constants: {schema: 'x'}},
		{fillDown: ['name']},
		{split: {a: ['schema', 'name']}},
		{values: {schema: {a: 'b'}}},
		{case: 'lower'},
		{tableRows: true},
		{skipRows: [{value: 'x'}]},
	] satisfies readonly Recipe[]) {
		assert.equal(changesRows(recipe), true, JSON.stringify(recipe));
	}
});

test('options that are added replace values as they are sent', () => {
	const added = (recipe: Recipe) => addOptions(recipe, [{option: '--value', value: 'schema:new=old'}])?.values;
	assert.deepEqual(added({}), {schema: {new: 'old'}});
	assert.deepEqual(added({values: {schema: {x: 'new', y: 'z'}, name: {x: 'new'}}}), {
		schema: {x: 'old', y: 'z', new: 'old'},
		name: {x: 'new'},
	});
	assert.deepEqual(added({case: 'lower', values: {schema: {x: 'New'}}}), {schema: {x: 'old', new: 'old'}});
	assert.deepEqual(added({values: {schema: {new: 'x', y: 'new'}}}), {schema: {new: 'x', y: 'old'}});
	assert.equal(addOptions({}, [{option: '--value', value: 'none'}]), undefined);
});

test('options that are composed replace a sent value and no other one, also when they are typed beside the recipe', () => {
	const word = fc.constantFrom('a', 'A', 'b', 'B', 'c');
	const anyValues = fc.dictionary(word, word, {noNullPrototype: true});
	fc.assert(
		fc.property(anyValues, fc.constantFrom(undefined, ...nameCases), word, (values, nameCase, sent) => {
			const recipe: Recipe = {values: {schema: values}, case: nameCase};
			const fix = [{option: '--value', value: `schema:${sent}=z`}];
			const next = addOptions(recipe, fix);
			assert.ok(next);
			const typed = parseWords(composeOptions(recipe, fix).flatMap(({option, value}) => [option, value]));
			assert.deepEqual(mergeValues(recipe.values, typed.values) ?? {}, next.values);
			const [before, after] = [recipe, next].map(schemasOf);
			const fixed = before?.map(schema => (schema === sent ? nameInCase(nameCase)('z') : schema));
			if (before?.includes(sent)) assert.deepEqual(after, fixed);
		}),
		{numRuns: rounds(300)},
	);
});

test('options that do not fit, or change nothing, are composed to none', () => {
	assert.deepEqual(composeOptions({case: 'lower'}, [{option: '--case', value: 'lower'}]), []);
	assert.deepEqual(composeOptions({}, [{option: '--value', value: 'none'}]), []);
});

/** Returns the schemas that a recipe makes of some. */
function schemasOf(recipe: Recipe): readonly string[] {
	const planned = planRecipe(['schema'], recipe);
	assert.ok('plan' in planned);
	const read = valueReader(planned.plan, 'schema');
	return ['a', 'A', 'b', 'B', 'c'].map(schema => read([schema]));
}
