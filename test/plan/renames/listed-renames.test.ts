import assert from 'node:assert/strict';
import test from 'node:test';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {warehouseResources} from '../../../source/kinds/warehouse/resources.ts';
import {CatalogComparison} from '../../../source/plan/comparison.ts';
import {makePlan, type Plan} from '../../../source/plan/plan.ts';
import {type CanonicalFile, canonicalFile} from '../../support/canonical-file.ts';
import {compareLines, type PageText} from '../../support/listed-lines.ts';

const target = {host: 'h', integration: 'i', kind: 'k'};

function renamesOf({changes, sides}: Plan): readonly string[] {
	return Array.from({length: changes.length}, (_, at) => changes.at(at))
		.filter(({action}) => action === 'renamed')
		.map(({entity, after, before}) =>
			[sides.hidden.nameOf(entity, before), sides.after.nameOf(entity, after)].map(name => name.at(-1)).join(' -> '),
		);
}

/** Columns of one table as text, in the order of their places from 1: `name`, or `name/description`; `-` for a place without one. */
type Columns = string;

const parsed = (columns: Columns) =>
	columns.split(' ').flatMap((column, at) => {
		const [name = '', description = ''] = column.split('/');
		return name === '-' ? [] : [{name, description, place: at + 1}];
	});

function csvFile(columns: Columns): CanonicalFile {
	const labels = ['database', 'schema', 'name', 'col_name', 'col_description', 'sort_order'];
	const rows = parsed(columns).map(({name, description, place}) => `d,s,t,${name},${description},${place}`);
	return canonicalFile(warehouseResources, `${[labels.join(), ...rows].join('\n')}\n`, labels);
}

/** Returns the renamed columns of a file against a catalog that lists other ones, without knowing what was sent last. */
function csvRenames(
	catalog: Columns,
	file: Columns,
	sortOrder: (place: number) => number | undefined = place => place,
) {
	const {inventory, side} = csvFile(file);
	const comparison = new CatalogComparison(inventory, warehouseResources.readBack);
	const [list] = warehouseResources.readBack;
	for (const {name, description, place} of parsed(catalog)) {
		const marks = {description};
		const page = {id: name, database: 'd', schema: 's', table: 't', title: name, archived: false, marks};
		const found = list?.resources({...page, sortOrder: sortOrder(place)}) ?? [];
		comparison.add(0, {id: name, archived: false, resources: found, marks});
	}

	return renamesOf(makePlan(comparison, {target, side}));
}

test('a single column with another name is found by what the catalog lists', () => {
	const found: ReadonlyArray<readonly [catalog: Columns, file: Columns, renames: readonly string[]]> = [
		['a b c d', 'a x c d', ['b -> x']],
		['a b c d', 'x b c d', ['a -> x']],
		['a b c d e f', 'a x c d y f', ['b -> x', 'e -> y']],
		['a b/text c', 'a x/text c', ['b -> x']],
		['a b/text c', 'a x c', ['b -> x']],
		['a b c/text', 'a b x/text', ['c -> x']],
		['a b - d', 'a x - d', ['b -> x']],
	];
	for (const [catalog, file, renames] of found) assert.deepEqual(csvRenames(catalog, file), renames, file);
});

test('columns that may be others are not renamed', () => {
	const others: Readonly<Record<string, readonly [catalog: Columns, file: Columns]>> = {
		'the last one, which may be removed, and another one added': ['a b c', 'a b x'],
		'another place': ['a b c d', 'a c d x'],
		'another description': ['a b/one c', 'a x/two c'],
		'two next to each other': ['a b c d', 'a x y d'],
		'a neighbour is another column': ['a b c d e', 'x z y d e'],
		'a neighbour moved': ['a b c d', 'c x a d'],
		'a column was added before': ['a b c', 'n a x c'],
		'no neighbours': ['a', 'x'],
		'another one removed beside it': ['a b c d', 'a x - d'],
		'another one removed before it': ['a b c d', '- x c d'],
	};
	for (const [what, [catalog, file]] of Object.entries(others)) assert.deepEqual(csvRenames(catalog, file), [], what);
	assert.deepEqual(
		csvRenames('a b c', 'a x c', () => undefined),
		[],
		'the list has no places',
	);
	assert.deepEqual(
		csvRenames('a b c', 'a x c', place => place - 1),
		[],
		'the places are others',
	);
	assert.deepEqual(
		csvRenames('a b c', 'a x c', () => 2),
		[],
		'several have one place',
	);
});

function lineFile(pages: readonly PageText[]): CanonicalFile {
	const lines = pages.map(({type, id, names, marks}) =>
		JSON.stringify({
			entity_type: type,
			databuilder_id: id,
			title: names.at(-1),
			description: marks?.description,
			...(type === 'table' ? {database: names[0], schema: names[1]} : {}),
		}),
	);
	return canonicalFile(resources, `${lines.join('\n')}\n`);
}

function lineRenames(catalog: readonly PageText[], file: readonly PageText[]): readonly string[] {
	const {inventory, side} = lineFile(file);
	return renamesOf(makePlan(compareLines(inventory, catalog), {target, side}));
}

const page = (type: string, id: string, names: string, description?: string): PageText => ({
	type,
	id,
	names: names.split('.'),
	...(description === undefined ? {} : {marks: {description}}),
});

test('a resource of JSON Lines with another id is found by its listed name', () => {
	assert.deepEqual(lineRenames([page('table', '1', 'd.s.orders')], [page('table', 'x', 'd.s.orders')]), [
		'orders -> orders',
	]);
	assert.deepEqual(
		lineRenames([page('dashboard', '1', 'Sales', 'of a day')], [page('dashboard', 'x', 'Sales', 'of a day')]),
		['Sales -> Sales'],
	);
});

test('resources of JSON Lines with similar names are not renamed', () => {
	const others: Readonly<Record<string, readonly [catalog: readonly PageText[], file: readonly PageText[]]>> = {
		'another schema': [[page('table', '1', 'd.s.orders')], [page('table', 'x', 'd.t.orders')]],
		'another type': [[page('dashboard', '1', 'Sales', 'x')], [page('chart', 'x', 'Sales', 'x')]],
		'a title alone': [[page('dashboard', '1', 'Sales')], [page('dashboard', 'x', 'Sales')]],
		'a title with another description': [[page('chart', '1', 'Sales', 'a')], [page('chart', 'x', 'Sales', 'b')]],
		'two candidates': [
			[page('table', '1', 'd.s.orders')],
			[page('table', 'x', 'd.s.orders'), page('table', 'y', 'd.s.orders')],
		],
	};
	for (const [what, [catalog, file]] of Object.entries(others)) assert.deepEqual(lineRenames(catalog, file), [], what);
});
