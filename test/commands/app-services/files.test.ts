import assert from 'node:assert/strict';
import test from 'node:test';
import {fileServices} from '../../../source/commands/app-services/files.ts';
import type {Recipe} from '../../../source/mapping/recipe.ts';
import {openState} from '../../../source/state/state.ts';
import {temporaryFile, temporaryFolder} from '../../support/folder.ts';

const text = 'Größe,database,schema,name\n';
const files: ReadonlyArray<readonly [encoding: string | undefined, content: Buffer]> = [
	[undefined, Buffer.from(text)],
	['windows-1252', Buffer.from(text, 'latin1')],
	['utf-16le', Buffer.from(`\uFEFF${text}`, 'utf16le')],
];

for (const [encoding, content] of files) {
	test(`the labels of a file in ${encoding ?? 'UTF-8'} are read before the user maps them`, async t => {
		const state = await openState(await temporaryFolder(t));
		t.after(() => state.close());
		const path = await temporaryFile(t, content);
		const found = await fileServices(state, {}).inspect(path, new AbortController().signal);
		assert.deepEqual([found.mappable?.sample.labels[0], found.encoding], ['Größe', encoding]);
	});
}

test('the encoding of a file is recognized by its rows where the header is ASCII', async t => {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	const path = await temporaryFile(t, Buffer.from('Tabelle,Spalte\nkunden,gr\u00f6\u00dfe\n', 'latin1'));
	const {encoding} = await fileServices(state, {}).inspect(path, new AbortController().signal);
	assert.equal(encoding, 'windows-1252');
});

test('a file is read with the header row, the separator and the encoding of its recipe', async t => {
	const state = await openState(await temporaryFolder(t));
	t.after(() => state.close());
	// Without the recipe, the header is found in row 1.
	const path = await temporaryFile(
		t,
		Buffer.from('col_name,database,schema,name\nx;y,,,\nGr\u00f6\u00dfe;Tabelle\na;t\n', 'latin1'),
	);
	const inspect = async (recipe: Recipe) => {
		const {mappable, encoding} = await fileServices(state, {}).inspect(path, new AbortController().signal, recipe);
		return [mappable?.sample.labels, mappable?.sample.isHeaderDetected, encoding];
	};
	assert.deepEqual(await inspect({encoding: 'windows-1252', delimiter: ';', headerRow: 3}), [
		['Größe', 'Tabelle'],
		false,
		'windows-1252',
	]);
	const found = [['col_name', 'database', 'schema', 'name'], true, 'windows-1252'];
	assert.deepEqual(await inspect({headerRow: 9}), found);
	assert.deepEqual(await inspect({}), found);
});
