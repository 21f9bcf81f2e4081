import assert from 'node:assert/strict';
import test from 'node:test';
import {makePlan, type Plan} from '../../source/plan/plan.ts';
import type {PlanTarget} from '../../source/plan/plan-id.ts';
import {type ColumnNames, compare, inventoryWith} from '../support/resources.ts';

const column = (number: number, table = 't'): ColumnNames => ({
	database: 'd',
	schema: 's',
	table,
	column: `c${String(number).padStart(4, '0')}`,
});

const columns = (from: number, to: number): ColumnNames[] =>
	Array.from({length: to - from}, (_, at) => column(from + at));

const target: PlanTarget = {host: 'h', integration: 'i', kind: 'warehouse'};

function plan(inFile: readonly ColumnNames[], inCatalog: readonly ColumnNames[], place = target): Plan {
	return makePlan(compare(inventoryWith(inFile), inCatalog), place);
}

const file = columns(0, 20);
const hidden = columns(1000, 1300);
const usual = plan(file, [...file, ...hidden]);

test('the same plan has the same id in whatever order file and catalog list their columns, and however often', () => {
	const orders: ReadonlyArray<readonly [ColumnNames[], ColumnNames[]]> = [
		[file, [...hidden, ...file]],
		[file, [...file, ...hidden].reverse()],
		[[...file].reverse(), [...hidden.slice(150), ...file, ...hidden.slice(0, 150)]],
		[file, [...file, ...hidden, ...hidden.slice(0, 10)]],
	];
	for (const [inFile, inCatalog] of orders) assert.deepEqual(plan(inFile, inCatalog), usual);
});

test('any other resource that is created or hidden makes another plan, also beyond those that are shown', () => {
	const swapped = [...hidden.slice(0, 200), ...columns(2000, 2100)];
	const others = [
		plan(file, [...file, ...swapped]),
		plan(file, [...file, ...hidden.slice(0, -1)]),
		plan(file, [...file, ...hidden, column(3000)]),
		plan(file, [...file, ...hidden.slice(0, -1), column(1299, 'other')]),
		plan([...file, column(500)], [...file, ...hidden]),
		plan([...file, column(501)], [...file, ...hidden]),
		plan(file, [...file.slice(1), ...hidden]),
		plan([...file, ...hidden], file),
	];
	assert.deepEqual(others[0]?.hidden, usual.hidden, 'as many as before');
	assert.equal(new Set([usual, ...others].map(({id}) => id)).size, others.length + 1);
});

test('a plan for another workspace or integration is another one', () => {
	const ids = [
		usual.id,
		plan(file, [...file, ...hidden], {...target, host: 'other'}).id,
		plan(file, [...file, ...hidden], {...target, integration: 'other'}).id,
	];
	assert.equal(new Set(ids).size, 3);
});

test('the columns that are shown are the first by name, in whatever order they come', () => {
	const first = hidden.slice(0, 200).map(({database, schema, table, column}) => [database, schema, table, column]);
	assert.deepEqual(usual.hiddenSamples, {tables: [], columns: first});
});

test('the ID of a plan is the same in all later versions, so that an approval holds', () => {
	const names = (table: string, column: string) => ({database: 'DB', schema: 'Verkäufe', table, column});
	const inFile = [names('orders', 'Id'), names('orders', 'Größe'), names('new', 'a')];
	assert.equal(plan(inFile, [names('orders', 'id'), names('orders', 'gone'), names('old', 'x')]).id, '0158b90cfda5');
});
