import assert from 'node:assert/strict';
import test from 'node:test';
import Conf from 'conf';
import fc from 'fast-check';
import {fields} from '../../source/kinds/warehouse/field.ts';
import {recipeRules} from '../../source/mapping/recipe-json.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {readRecipe, recipeJson} from './read-recipe.ts';

test('reads the parts of a recipe, aliases of fields in the mapping, and ignores other settings', () => {
	assert.deepEqual(
		readRecipe({
			url: 'eu',
			encoding: 'latin1',
			delimiter: 'semicolon',
			headerRow: 4,
			mapping: {Objekt: 'Table Name'},
			constants: {database: 'LAKE'},
			skipRows: [{column: 'Feld', value: ''}, {value: 'Gruppe 1'}],
		}),
		{
			encoding: 'windows-1252',
			delimiter: ';',
			headerRow: 4,
			mapping: {Objekt: 'name'},
			constants: {database: 'LAKE'},
			skipRows: [{column: 'Feld', value: ''}, {value: 'Gruppe 1'}],
		},
	);
});

test('writes the separator by its name', () => {
	assert.deepEqual(recipeJson({delimiter: '\t', headerRow: undefined}), {delimiter: 'tab'});
});

const wrong: readonly (readonly [part: string, value: unknown])[] = [
	['encoding', 'ebcdic'],
	['delimiter', 5],
	['headerRow', 0],
	['headerRow', '4'],
	['mapping', {Feld: 'colname'}],
	['mapping', {'': 'name'}],
	['constants', {'Table Name': 'x'}],
	['fillDown', 'name'],
	['fillDown', ['name', 'name']],
	['split', {OBJECT: ['name']}],
	['values', {schema: {'a=b': 'c'}}],
	['case', 'title'],
	['tableRows', 'yes'],
	['skipRows', [{column: 'a=b', value: ''}]],
	['skipRows', [{value: ''}]],
	['skipRows', [{column: 'a'}]],
];

for (const [part, value] of wrong) {
	test(`rejects ${JSON.stringify({[part]: value})}, and names the part`, () => {
		const read = readRecipe({[part]: value});
		assert.equal(typeof read === 'string' && read.startsWith(`"${part}" must be `), true, JSON.stringify(read));
	});
}

/** The parts whose names have aliases, which no schema can list. */
const withAliases = new Set(['encoding', 'delimiter', 'mapping']);

const word = fc.constantFrom(...fields.slice(0, 3), '', 'a', 'a=b', 'column', 'value', 'lower');
const leaf = fc.oneof(
	word,
	fc.double({min: -2, max: 2, noNaN: true}),
	fc.integer({min: -1, max: 3}),
	fc.boolean(),
	fc.constant(null),
);
const list = fc.array(word, {maxLength: 3});
const conditions = fc.array(fc.dictionary(fc.constantFrom('column', 'value', 'other'), word), {maxLength: 2});
const value = fc.oneof(
	leaf,
	list,
	conditions,
	fc.dictionary(word, fc.oneof(leaf, list, fc.dictionary(word, leaf, {maxKeys: 2})), {maxKeys: 2}),
);

test('the schema of each part accepts exactly the values that the reader accepts', async t => {
	const rules = Object.entries(recipeRules).filter(([part]) => !withAliases.has(part));
	const conf = new Conf<Record<string, unknown>>({
		cwd: await temporaryFolder(t),
		schema: Object.fromEntries(rules.map(([part, {schema}]) => [part, schema])),
	});
	const seen = {valid: 0, invalid: 0};
	fc.assert(
		fc.property(fc.constantFrom(...rules), value, ([part, {read}], item) => {
			const json: Record<string, unknown> = JSON.parse(JSON.stringify({[part]: item}));
			const isValid = read(json[part]) !== undefined;
			seen[isValid ? 'valid' : 'invalid']++;
			assert.equal(accepts(conf, json), isValid, JSON.stringify(json));
		}),
		{numRuns: rounds(600)},
	);
	assert.ok(seen.valid > 1 && seen.invalid > 1, JSON.stringify(seen));
});

function accepts(conf: Conf<Record<string, unknown>>, json: Record<string, unknown>): boolean {
	try {
		conf.store = json;
		return true;
	} catch {
		return false;
	}
}
