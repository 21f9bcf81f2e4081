import assert from 'node:assert/strict';
import test from 'node:test';
import {makePlan, type Plan} from '../../source/plan/plan.ts';
import type {PlanTarget} from '../../source/plan/plan-id.ts';
import {side} from '../support/plans.ts';
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
	return makePlan(compare(inventoryWith(inFile), inCatalog), {target: place, side});
}

/** Returns what does not depend on the order of arrival. */
function dataOf({changes, tree: _tree, sides: _sides, ...data}: Plan) {
	return {...data, counts: changes.counts()};
}

const file = columns(0, 20);
const hidden = columns(1000, 1300);
const usual = plan(file, [...file, ...hidden]);

test('the id of a plan does not depend on the order of columns in file and catalog, or on repetitions', () => {
	const orders: ReadonlyArray<readonly [ColumnNames[], ColumnNames[]]> = [
		[file, [...hidden, ...file]],
		[file, [...file, ...hidden].reverse()],
		[[...file].reverse(), [...hidden.slice(150), ...file, ...hidden.slice(0, 150)]],
		[file, [...file, ...hidden, ...hidden.slice(0, 10)]],
	];
	for (const [inFile, inCatalog] of orders) assert.deepEqual(dataOf(plan(inFile, inCatalog)), dataOf(usual));
});

test('each created or hidden resource changes the id', () => {
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

test('another workspace or integration changes the id', () => {
	const ids = [
		usual.id,
		plan(file, [...file, ...hidden], {...target, host: 'other'}).id,
		plan(file, [...file, ...hidden], {...target, integration: 'other'}).id,
	];
	assert.equal(new Set(ids).size, 3);
});

test('the id of a plan stays the same in later versions, so that approvals stay valid', () => {
	const names = (table: string, column: string) => ({database: 'DB', schema: 'Verkäufe', table, column});
	const inFile = [names('orders', 'Id'), names('orders', 'Größe'), names('new', 'a')];
	assert.equal(plan(inFile, [names('orders', 'id'), names('orders', 'gone'), names('old', 'x')]).id, '0158b90cfda5');
});
