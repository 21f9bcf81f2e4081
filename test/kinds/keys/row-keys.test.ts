import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import {RowKeys} from '../../../source/kinds/keys/row-keys.ts';
import {RowFacts} from '../../../source/kinds/warehouse/keys/row-facts.ts';
import {rounds} from '../../support/rounds.ts';

const rows = 40;
const change = fc.record({
	row: fc.integer({min: 1, max: rows}),
	table: fc.integer({min: 1, max: 3}),
	name: fc.constantFrom('a', 'b', 'c', undefined),
});

/** Compares groups of rows by table and name with a model; the hash may be weak. */
function check(hashOf: (name: string) => number): void {
	fc.assert(
		fc.property(fc.array(change, {maxLength: 120}), changes => {
			const facts = new RowFacts();
			const model = new Map<number, {table: number; name: string}>();
			const names = new Map<number, string>();
			const keys = new RowKeys(
				facts,
				row => facts.tables[row] ?? 0,
				(one, other) => names.get(one) === names.get(other),
			);
			for (const {row, table, name} of changes) {
				if (model.delete(row)) keys.remove(row);
				if (name === undefined) continue;
				model.set(row, {table, name});
				names.set(row, name);
				facts.tables[row] = table;
				facts.low[row] = hashOf(name);
				keys.add(row);
			}

			for (const [row, {table, name}] of model) {
				const group = [...model]
					.filter(([, other]) => other.table === table && other.name === name)
					.map(([other]) => other)
					.sort((one, other) => one - other);
				assert.equal(keys.first(row), group[0]);
				assert.equal(keys.successor(row), (row === group[0] && group[1]) || 0);
			}
		}),
		{numRuns: rounds(200)},
	);
}

test('after any adds and removals, a group has the rows of one table and name, the smallest first', () => {
	check(name => name.charCodeAt(0));
});

test('finds the groups of a hundred thousand rows, also after half of them were removed and added again', () => {
	const facts = new RowFacts();
	facts.reserve(100_001);
	const nameOf = (row: number) => row % 50_000;
	const keys = new RowKeys(
		facts,
		row => facts.tables[row] ?? 0,
		(one, other) => nameOf(one) === nameOf(other),
	);
	for (let row = 1; row <= 100_000; row++) {
		facts.tables[row] = 1;
		facts.low[row] = Math.imul(nameOf(row), 0x9e3779b1);
		keys.add(row);
	}

	for (let row = 1; row <= 50_000; row++) keys.remove(row);
	for (let row = 50_001; row <= 100_000; row++) assert.equal(keys.first(row), row);
	for (let row = 50_000; row >= 1; row--) keys.add(row);
	for (let row = 1; row <= 100_000; row++) assert.equal(keys.first(row), ((row - 1) % 50_000) + 1);
});

test('separates different names with the same hash', () => {
	const facts = new RowFacts();
	const names = ['', 'one', 'other', 'one', 'other'];
	const keys = new RowKeys(
		facts,
		() => 1,
		(one, other) => names[one] === names[other],
	);
	for (const row of [1, 2, 3, 4]) keys.add(row);
	assert.deepEqual(
		[1, 2, 3, 4].map(row => keys.first(row)),
		[1, 2, 1, 2],
	);
	keys.remove(2);
	assert.deepEqual(
		[1, 3, 4].map(row => keys.first(row)),
		[1, 1, 4],
	);
});
