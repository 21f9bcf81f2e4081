import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {ContentHash} from '../../source/kinds/keys/content-hash.ts';
import type {EntityType} from '../../source/kinds/resources.ts';
import {columnType, tableType, warehouseResources} from '../../source/kinds/warehouse/resources.ts';
import {type InventoryPart, readInventory, readResourceName} from '../../source/snapshot/read-inventory.ts';
import {temporaryFile} from '../support/folder.ts';
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

/** The expected data of a resource: its fields, its name, and where its first record is. */
type Expected = {readonly fields: readonly string[]; readonly name: readonly string[]; readonly offset: number};

function expect(rows: readonly Row[], offsets: readonly number[], known: readonly string[]) {
	const tables = new Map<string, Expected>();
	const columns = new Map<string, Expected>();
	for (const [at, values] of rows.entries()) {
		const value = (field: string) => (known.includes(field) ? (values[field] ?? '') : '');
		const table = ['database', 'schema', 'name'].map(value);
		const column = value('col_name');
		if ([...table, column].includes('')) continue;
		const add = (map: Map<string, Expected>, name: readonly string[], key: string, fields: readonly string[]) => {
			if (!map.has(key)) map.set(key, {fields: fields.map(value), name, offset: offsets[at] ?? -1});
		};
		add(tables, table, table.join('\0'), ['description', 'is_view', 'last_updated_time']);
		const key = [...table, column.toLowerCase()].join('\0');
		add(columns, [...table, column], key, ['col_description', 'col_type', 'sort_order']);
	}

	return new Map<EntityType, Map<string, Expected>>([
		[tableType, tables],
		[columnType, columns],
	]);
}

function encode(value: string, isQuoted: boolean): string {
	return isQuoted || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

test('an inventory holds what a map of names holds: keys, contents, places, and names that are read back', async t => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(row, {maxLength: 30}),
			labels,
			fc.boolean(),
			fc.constantFrom('description', 'col_type', 'none'),
			async (rows, order, isQuoted, absent) => {
				const known = order.filter(label => label !== absent);
				const lines = [known, ...rows.map(values => known.map(label => values[label] ?? ''))].map(
					cells => `${cells.map(value => encode(value, isQuoted)).join(',')}\n`,
				);
				const ends: number[] = [];
				for (const line of lines) ends.push((ends.at(-1) ?? 0) + Buffer.byteLength(line));
				const path = await temporaryFile(t, lines.join(''));
				const parts: readonly InventoryPart[] = [{path, kind: warehouseResources}];
				const inventory = await readInventory(parts, signal);
				for (const [entity, expected] of expect(rows, ends, known)) {
					const index = inventory.of(entity);
					assert.equal(index.count, expected.size, entity.plural);
					const numbers = new Set<number>();
					for (const [key, {fields, name, offset}] of expected) {
						const number = inventory.find(entity, key);
						numbers.add(number);
						assert.deepEqual(index.place(number), {part: 0, offset});
						assert.ok(index.hasContent(number, contentOf(fields)), `the fields of ${name.join('.')}`);
						assert.ok(!index.hasContent(number, contentOf([...fields.slice(1), 'other'])));
						assert.deepEqual(await readResourceName(parts, index.place(number), entity, signal), name);
					}

					assert.ok(!numbers.has(0));
					assert.equal(numbers.size, expected.size);
					assert.equal(inventory.find(entity, 'no such key'), 0);
				}
			},
		),
		{numRuns: 60},
	);
});

function contentOf(fields: readonly string[]): ContentHash {
	const hash = new ContentHash().start();
	for (const field of fields) hash.addField(Buffer.from(field), 0, Buffer.byteLength(field));
	return hash.finish();
}

test('a page of the catalog has the key of the record that describes it', async t => {
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

test('a resource that is named in two parts is known by the first', async t => {
	const line = (column: string) => `database,schema,name,col_name\nd,s,t,${column}\n`;
	const parts = await Promise.all(
		['a', 'b'].map(async column => ({path: await temporaryFile(t, line(column)), kind: warehouseResources})),
	);
	const inventory = await readInventory(
		[parts[0], parts[1], parts[0]].flatMap(part => part ?? []),
		signal,
	);
	const placeOf = (entity: EntityType, key: string) => inventory.of(entity).place(inventory.find(entity, key));
	assert.deepEqual(
		[tableType, columnType].map(entity => inventory.of(entity).count),
		[1, 2],
	);
	assert.equal(placeOf(tableType, 'd\0s\0t').part, 0);
	assert.equal(placeOf(columnType, 'd\0s\0t\0b').part, 1);
});

/** A slice of a file that is read at once. */
const sliceSize = 256 * 1024;
const recordSize = 64;

test('distinguishes tables across slices of the file, with the offsets of a large file', async t => {
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
	const placeOf = (entity: EntityType, key: string) => inventory.of(entity).place(inventory.find(entity, key)).offset;
	assert.equal(inventory.of(columnType).count, lines.length);
	for (const [slice, table] of tables.entries()) {
		const first = slice * perSlice;
		assert.equal(placeOf(tableType, `d\0s\0${table}`), recordSize * (first + 1));
		const column = `c${String(first).padStart(6, '0')}`;
		assert.equal(placeOf(columnType, `d\0s\0${table}\0${column}`), recordSize * (first + 1));
	}
});

test('a value that is longer than a quoted one of a file may be is read', async t => {
	const value = 'x, '.repeat(2 * 1024 * 1024);
	const path = await temporaryFile(t, `description,database,schema,name,col_name\n"${value}",d,s,t,c\n,d,s,t,e\n`);
	const parts = [{path, kind: warehouseResources}];
	const inventory = await readInventory(parts, signal);
	const index = inventory.of(columnType);
	assert.equal(index.count, 2);
	const {offset} = index.place(2);
	assert.equal(offset, 'description,database,schema,name,col_name\n'.length + value.length + '"",d,s,t,c\n'.length);
	assert.deepEqual(await readResourceName(parts, index.place(1), columnType, signal), ['d', 's', 't', 'c']);
});

test('a record with too few cells names nothing', async t => {
	const path = await temporaryFile(t, 'database,schema,name,col_name\nd,s,t,c\ne,s\n\n');
	const inventory = await readInventory([{path, kind: warehouseResources}], signal);
	assert.deepEqual(
		[tableType, columnType].map(entity => inventory.of(entity).count),
		[1, 1],
	);
});
