import assert from 'node:assert/strict';
import {readdir} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import test from 'node:test';
import type {Recipe} from '../../source/mapping/recipe.ts';
import {readMappableFile} from '../../source/session/mappable-file.ts';
import {presentRecipe, readingOfRecipe, recipeOfReading} from '../../source/session/recipe-reading.ts';
import {temporaryFile} from '../support/folder.ts';
import {header, recordLine} from '../support/session.ts';

const {signal} = new AbortController();
const ignore = () => undefined;

test('a file in another encoding is read in it, also where a character is cut at the end of the sample', async t => {
	const text = `Tabelle,Spalte,Erklärung\n${'t,größe,Körpergröße\n'.repeat(30_000)}`;
	const latin = await readMappableFile(await temporaryFile(t, Buffer.from(text, 'latin1')), {});
	assert.deepEqual([latin?.sample.encoding, latin?.sample.labels[2]], ['windows-1252', 'Erklärung']);
	// Of two files that differ in one byte, one is cut in a character.
	for (const label of ['Spalte', 'Spalten']) {
		const lines = `Tabelle,${label}\n${`t,${'é'.repeat(200)}\n`.repeat(2000)}`;
		assert.equal((await readMappableFile(await temporaryFile(t, lines), {}))?.sample.encoding, undefined);
	}
});

test('files of other kinds are not mapped', async t => {
	const lines = '{"entity_type":"table","databuilder_id":"a","title":"A"}\n';
	assert.equal(await readMappableFile(await temporaryFile(t, lines), {}), undefined);
});

test('the whole file is counted with a recipe, and a stop leaves nothing behind', async t => {
	const lines = Array.from({length: 3000}, (_, at) => `t${at % 10},c${at}`);
	const path = await temporaryFile(t, ['Tabelle,Spalte', ...lines, 't1,c1', ''].join('\n'));
	const file = await readMappableFile(path, {});
	const recipe: Recipe = {
		mapping: {Tabelle: 'name', Spalte: 'col_name'},
		constants: {database: 'X', schema: 'Y'},
		case: 'upper',
	};
	assert.deepEqual(await file?.count(recipe, signal, ignore), {rows: 3001, tables: 10, errors: 1});
	const before = await readdir(tmpdir());
	await assert.rejects(
		file?.count(recipe, AbortSignal.abort(new Error('stopped')), ignore) ?? Promise.resolve(),
		/stopped/,
	);
	assert.deepEqual(
		(await readdir(tmpdir())).filter(name => name.startsWith('secoda-upload-') && !before.includes(name)),
		[],
	);
});

const recipes: readonly Recipe[] = [
	{},
	{encoding: 'windows-1252', delimiter: ';', headerRow: 3},
	{mapping: {a: 'name'}, constants: {database: 'X'}, split: {b: ['schema', 'name']}},
	{fillDown: ['name'], tableRows: true, skipRows: [{value: 'x'}], values: {is_view: {V: 'true'}}, case: 'lower'},
];

for (const recipe of recipes) {
	test(`options for reading have all of the recipe ${JSON.stringify(recipe)}`, () => {
		assert.deepEqual(recipeOfReading(readingOfRecipe(recipe)), recipe);
	});
}

test('the present recipe has what was taken, and what the options name wins', () => {
	const taken: Recipe = {headerRow: 2, mapping: {a: 'name', b: 'schema'}};
	const reading = {mapping: {b: 'database'}, constants: [{field: 'schema', value: 'S'}]};
	assert.deepEqual(presentRecipe(reading, taken), {
		headerRow: 2,
		mapping: {a: 'name', b: 'database'},
		constants: {schema: 'S'},
	});
	assert.deepEqual(presentRecipe({}), {});
});

test('a file with the documented labels needs no proposal', async t => {
	const file = await readMappableFile(await temporaryFile(t, `${header}\n${recordLine()}\n`), {});
	assert.deepEqual([file?.sample.isDelimiterDetected, file?.sample.isHeaderDetected], [true, true]);
});
