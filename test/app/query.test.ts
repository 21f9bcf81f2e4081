import assert from 'node:assert/strict';
import test from 'node:test';
import {QueryAnswers} from '../../source/app/flows/query/answers.ts';
import {optionFields} from '../../source/app/flows/query/option-fields.ts';
import {warehouses} from '../../source/sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../source/sql/query-options.ts';
import type {Warehouse} from '../../source/sql/warehouse.ts';
import {capture} from './scenes/capture.ts';
import {homeStart} from './scenes/home.ts';
import type {Player} from './scenes/scene.ts';

/** Plays a first start in a small window. */
async function play(keys: (player: Player) => Promise<void>): Promise<void> {
	await capture({name: 'query', start: homeStart({profiles: []}), play: keys}, [60, 16], 'none');
}

test('Esc goes back page by page, and every answer is proposed again', async () => {
	await play(async player => {
		await player.shows('What would you like to do?');
		await player.press('end enter', 'Which warehouse');
		await player.type('duck', '▸ DuckDB');
		await player.press('enter', 'Show the query');
		await player.press('down enter', 'The databases to read');
		await player.type('shop_*', '› shop_*');
		await player.press('enter', /▸ Database +shop_\*/);
		await player.press('home enter', '-- DuckDB');
		await player.press('enter', 'Save the query as');
		await player.press('ctrl+u', '›');
		await player.type('my.sql', '› my.sql');
		await player.press('enter', 'Saved to my.sql');
		await player.press('enter', '› warehouse.csv');

		await player.press('escape', 'Saved to my.sql');
		await player.press('escape', '-- DuckDB');
		await player.press('enter', '› my.sql');
		await player.press('escape', '< my.sql > warehouse.csv');
		await player.press('escape', /Database +shop_\*/);
		await player.press('escape', '▸ DuckDB');
		await player.press('escape', '▸ I have no file yet');
	});
});

test('the typed path is kept while the user looks at queries, and after going back through all pages', async () => {
	await play(async player => {
		await player.shows('What would you like to do?');
		await player.press('enter', 'Which file?');
		await player.type('data/x', '› data/x');
		await player.press('up enter', 'Which warehouse');
		await player.press('escape', '› data/x');
		await player.press('up enter', 'Which warehouse');
		await player.press('enter', 'Show the query');
		await player.press('enter', '-- Snowflake');
		await player.press('c', "terminal's clipboard");
		await player.press('enter', '› warehouse.csv');
		await player.press('escape', "terminal's clipboard");
		for (const page of ['-- Snowflake', 'Show the query', '▸ Snowflake', '› data/x'])
			await player.press('escape', page);
		await player.press('escape', '▸ Check a file');
	});
});

test('an existing file is replaced only if the user confirms it', async () => {
	await play(async player => {
		await player.shows('What would you like to do?');
		await player.press('end enter', 'Which warehouse');
		await player.press('enter', 'Show the query');
		await player.press('enter', '-- Snowflake');
		await player.press('enter', 'Save the query as');
		await player.press('ctrl+u', '›');
		await player.type('/home/ada/taken.sql', 'taken.sql');
		await player.press('enter', 'Replace taken.sql?');
		await player.press('escape', '› /home/ada/taken.sql');
		await player.press('enter', 'Replace taken.sql?');
		await player.press('r', 'Saved to /home/ada/taken.sql');
	});
});

test('a CSV gets a name that no file has, and keeps it when the file exists', async () => {
	const existing = new Set(['warehouse.csv', 'warehouse-2.csv']);
	const files = {exists: async (name: string) => existing.has(name)};
	const answers = new QueryAnswers();
	assert.equal(await answers.csvName('warehouse.csv', files), 'warehouse-3.csv');
	existing.add('warehouse-3.csv');
	assert.equal(await answers.csvName('warehouse.csv', files), 'warehouse-3.csv');
});

const typed: ReadonlyArray<
	readonly [id: keyof QueryOptions, text: string, wanted: QueryOptions[keyof QueryOptions] | 'unusable']
> = [
	['database', ' SHOP ', 'SHOP'],
	['database', '', undefined],
	['region', 'eu', 'eu'],
	['schemas', 'a, b*,c', ['a', 'b*', 'c']],
	['schemas', ' ', []],
	['schemas', 'a,,b', 'unusable'],
	['excludedSchemas', 'a\u0007', 'unusable'],
	['excludedColumns', 'dw_*', ['dw_*']],
];
for (const [id, text, wanted] of typed) {
	test(`the option ${id}, typed as ${JSON.stringify(text)}`, () => {
		const field = optionFields.find(other => other.id === id);
		const parsed = field?.parse(text, {...defaultOptions, [id]: ['before']});
		assert.deepEqual(parsed, wanted === 'unusable' ? undefined : {...defaultOptions, [id]: wanted});
	});
}

test('the options of a warehouse are those that its query has', () => {
	const optionsOf = (warehouse: Warehouse) => optionFields.filter(field => field.isNeeded(warehouse)).map(({id}) => id);
	const all = ['database', 'schemas', 'excludedSchemas', 'excludedColumns'];
	assert.deepEqual(optionsOf(warehouses.snowflake), all);
	assert.deepEqual(optionsOf(warehouses.bigquery), all.toSpliced(1, 0, 'region'));
	assert.deepEqual(optionsOf(warehouses.sqlite), all.toSpliced(2, 1));
});
