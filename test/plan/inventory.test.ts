import assert from 'node:assert/strict';
import {readFile, writeFile} from 'node:fs/promises';
import test from 'node:test';
import {parse} from 'csv-parse/sync';
import fc from 'fast-check';
import {KeyHash, type ResourceKey} from '../../source/kinds/keys/key-hash.ts';
import type {EntityType} from '../../source/kinds/resources.ts';
import {nameFields} from '../../source/kinds/warehouse/field.ts';
import {columnType, tableType, warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {emptyInventory, type Inventory} from '../../source/plan/inventory.ts';
import {Session} from '../../source/session/session.ts';
import {readInventory} from '../../source/snapshot/read-inventory.ts';
import {temporaryFile} from '../support/folder.ts';
import {contentsOf, resourcesOf} from '../support/resources.ts';
import {rounds} from '../support/rounds.ts';
import {header} from '../support/session.ts';

const {signal} = new AbortController();

/** A record by its fields, and whether its cells are quoted without need. */
type Row = {readonly [field: string]: string};

const word = fc.constantFrom(
	'Id',
	'ID',
	'id',
	'Größe',
	'GRÖSSE',
	'größe',
	'İx',
	'i\u0307x',
	'ΟΔΟΣ',
	'οδος',
	'a"b',
	'a,b',
);
const odd = fc.constantFrom('', '\n', '名前', '👩‍💻', 'K', 'é', 'é', '""', 'x\0y', 'x', 'x\r\ny');
const text = fc.oneof(fc.string({unit: 'grapheme', maxLength: 9}), odd, word).filter(value => !/^\s|\s$/.test(value));
const name = fc.oneof({weight: 5, arbitrary: word}, {weight: 1, arbitrary: odd}).map(value => value.trim());
const row: fc.Arbitrary<Row> = fc.record({
	col_name: name,
	col_description: text,
	col_type: text,
	sort_order: fc.constantFrom('0', '1'),
	database: fc.constantFrom('DB', 'db', 'D"B'),
	schema: fc.constantFrom('s', 'S'),
	name,
	description: text,
	is_view: fc.constantFrom('', 'true'),
	last_updated_time: fc.constantFrom('', '1700000000'),
});
const labels = fc.shuffledSubarray(header.split(','), {minLength: 10});

type Rows = readonly Row[];

/** Returns the keys of the resources of each type, in the order of the rows that name them. */
function expectedKeys(rows: Rows, known: readonly string[]): ReadonlyMap<EntityType, readonly ResourceKey[]> {
	const keys = new Map<EntityType, Map<string, ResourceKey>>([
		[tableType, new Map()],
		[columnType, new Map()],
	]);
	for (const values of rows) {
		const [column, database, schema, table] = nameFields.map(field => (known.includes(field) ? values[field] : ''));
		if (!database || !schema || !table || !column) continue;
		for (const {entity, key, name} of resourcesOf({database, schema, table, column})) {
			const text = [...name.slice(0, 3), ...name.slice(3).map(last => last.toLowerCase())].join('\0');
			const known = keys.get(entity);
			if (known?.has(text) === false) known.set(text, key);
		}
	}

	return new Map(Array.from(keys, ([entity, byName]) => [entity, [...byName.values()]]));
}

function encode(value: string, isQuoted: boolean): string {
	return isQuoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function csvOf(rows: Rows, known: readonly string[], isQuoted: boolean): string {
	return [known, ...rows.map(values => known.map(label => values[label] ?? ''))]
		.map(cells => `${cells.map(value => encode(value, isQuoted)).join(',')}\n`)
		.join('');
}

/** Returns the numbers of these keys of each type: 1, 2, 3 and so on in an inventory that has them in this order. */
function numbersIn(inventory: Inventory, keys: ReadonlyMap<EntityType, readonly ResourceKey[]>) {
	return Array.from(keys, ([entity, known]) => [
		inventory.of(entity).count,
		...known.map(key => inventory.find(entity, key)),
	]);
}

function countedUp(keys: ReadonlyMap<EntityType, readonly ResourceKey[]>) {
	return Array.from(keys.values(), known => [known.length, ...known.map((_, at) => at + 1)]);
}

test('reads the resources of the records from a snapshot, in their order', async t => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, {maxLength: 30}),
			labels,
			fc.boolean(),
			fc.constantFrom('description', 'schema', 'none'),
			async (rows, order, isQuoted, absent) => {
				const known = order.filter(label => label !== absent);
				const path = await temporaryFile(t, csvOf(rows, known, isQuoted));
				const inventory = await readInventory([{path, kind: warehouseResources}], signal);
				const keys = expectedKeys(rows, known);
				assert.deepEqual(numbersIn(inventory, keys), countedUp(keys));
				for (const entity of inventory.entities)
					assert.equal(inventory.find(entity, new KeyHash().start().addText('no such key').finish()), 0);
			},
		),
		{numRuns: rounds(30)},
	);
});

/** A row without a missing name, and without NUL, which makes a file binary. */
const namedRow = row.map(values => {
	const clean = Object.entries(values).map(([field, value]) => [field, value.replaceAll('\0', '')] as const);
	const named = new Map(clean);
	for (const field of nameFields) named.set(field, named.get(field) || 'X');
	return Object.fromEntries(named);
});

test('the inventory of the checked rows equals that of their snapshot', async t => {
	let unreadFiles = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(namedRow, {minLength: 1, maxLength: 30}),
			labels,
			fc.array(fc.record({at: fc.nat(), name: fc.constantFrom('New', 'größe', 'Größe')}), {maxLength: 5}),
			async (rows, order, edits) => {
				const path = await temporaryFile(t, csvOf(rows, order, false));
				const session = await Session.open(path, signal, {purpose: 'upload'});
				for (const {at, name} of edits) {
					const chosen = (at % rows.length) + 2;
					if (at % 3 === 0) session.toggleSkipped(chosen);
					else if (at % 3 === 1) session.setCell(chosen, order.indexOf('name'), name);
					else {
						const cells = session.cells(chosen);
						const records = [cells, cells.map(cell => `${cell}1`)];
						session.splitRow(
							chosen,
							records.map(record => session.records.format.encode(record)),
						);
					}
				}

				const inventory = emptyInventory([session.kind]);
				const snapshot = await temporaryFile(t, '');
				await writeFile(snapshot, session.canonical(session.resources(inventory), signal));
				const unread = session.unread();
				const unreadInventory = emptyInventory([session.kind]);
				unread?.(session.resources(unreadInventory));
				await session.close();
				const keys = expectedKeys(parse(await readFile(snapshot), {columns: true, relax_column_count: true}), order);
				assert.deepEqual(numbersIn(inventory, keys), countedUp(keys));
				const read = await readInventory([{path: snapshot, kind: warehouseResources}], signal);
				assert.deepEqual(numbersIn(read, keys), countedUp(keys));
				assert.deepEqual(contentsOf(inventory), contentsOf(read));
				if (unread === undefined) return;
				unreadFiles++;
				assert.deepEqual(contentsOf(unreadInventory), contentsOf(read));
				assert.deepEqual(await readFile(path), await readFile(snapshot));
			},
		),
		{numRuns: 60},
	);
	assert.ok(unreadFiles > 0);
});

test('a catalog page has the same key as the record that describes it', async t => {
	const record = ['DB', 'Verkäufe', 'Orders', 'GRÖNLAND "netto"'];
	const cells = record.map(value => encode(value, false)).join(',');
	const path = await temporaryFile(t, `database,schema,name,col_name\n${cells}\n`);
	const inventory = await readInventory([{path, kind: warehouseResources}], signal);
	const [database = '', schema = '', table = ''] = record;
	const page = {id: '1', archived: false, database, schema, table, title: 'grönland "NETTO"'};
	for (const list of warehouseResources.readBack) {
		for (const {entity, key} of list.resources(page)) assert.equal(inventory.find(entity, key), 1, entity.plural);
	}
});

test('a resource in two parts is counted once', async t => {
	const line = (column: string) => `database,schema,name,col_name\nd,s,t,${column}\n`;
	const parts = await Promise.all(
		['a', 'b'].map(async column => ({path: await temporaryFile(t, line(column)), kind: warehouseResources})),
	);
	const inventory = await readInventory(
		[parts[0], parts[1], parts[0]].flatMap(part => part ?? []),
		signal,
	);
	assert.deepEqual(
		[tableType, columnType].map(entity => inventory.of(entity).count),
		[1, 2],
	);
});

/** A slice of a file that is read at once. */
const sliceSize = 256 * 1024;
const recordSize = 64;

test('distinguishes tables across slices of the file', async t => {
	const line = (table: string, at: number) =>
		`d,s,${table},c${String(at).padStart(6, '0')},`.padEnd(recordSize - 1, 'x');
	const header = 'database,schema,name,col_name,'.padEnd(recordSize - 1, 'x');
	const perSlice = sliceSize / recordSize;
	const tables = ['first', 'secon', 'third'];
	// The last record of each slice lies where that of the slice before lay.
	const lines = tables.flatMap((table, slice) =>
		Array.from({length: perSlice}, (_, at) => line(table, slice * perSlice + at)),
	);
	const path = await temporaryFile(t, `${[header, ...lines].join('\n')}\n`);
	const inventory = await readInventory([{path, kind: warehouseResources}], signal);
	assert.equal(inventory.of(columnType).count, lines.length);
	for (const [slice, table] of tables.entries()) {
		const first = slice * perSlice;
		const column = `c${String(first).padStart(6, '0')}`;
		const numbers = resourcesOf({database: 'd', schema: 's', table, column}).map(({entity, key}) =>
			inventory.find(entity, key),
		);
		assert.deepEqual(numbers, [first + 1, slice + 1]);
	}
});

test('reads a value that is longer than the limit for quoted cells', async t => {
	const value = 'x, '.repeat(2 * 1024 * 1024);
	const path = await temporaryFile(t, `description,database,schema,name,col_name\n"${value}",d,s,t,c\n,d,s,t,e\n`);
	const inventory = await readInventory([{path, kind: warehouseResources}], signal);
	const numbers = ['c', 'e'].flatMap(column =>
		resourcesOf({database: 'd', schema: 's', table: 't', column}).map(({entity, key}) => inventory.find(entity, key)),
	);
	assert.deepEqual(numbers, [1, 1, 2, 1]);
});

test('a record with too few cells has no resource', async t => {
	const path = await temporaryFile(t, 'database,schema,name,col_name\nd,s,t,c\ne,s\n\n');
	const inventory = await readInventory([{path, kind: warehouseResources}], signal);
	assert.deepEqual(
		[tableType, columnType].map(entity => inventory.of(entity).count),
		[1, 1],
	);
});
