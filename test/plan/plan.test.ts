import assert from 'node:assert/strict';
import test from 'node:test';
import {defaultLimits, type GuardResult, guard, limitsFrom, type UploadFacts} from '../../source/plan/guard.ts';
import {reasonText} from '../../source/plan/guard-texts.ts';
import {makePlan} from '../../source/plan/plan.ts';
import {side} from '../support/plans.ts';
import {type ColumnNames, compare, inventoryWith} from '../support/resources.ts';

const names = (table: number, column: number): ColumnNames => ({
	database: 'd',
	schema: 's',
	table: `t${table}`,
	column: `c${column}`,
});

/** Columns of `tables` tables with `columns` columns each. */
function grid(tables: number, columns: number): ColumnNames[] {
	return Array.from({length: tables * columns}, (_, at) => names(Math.floor(at / columns), at % columns));
}

const planOf = (inFile: readonly ColumnNames[], inCatalog: readonly ColumnNames[]) =>
	makePlan(compare(inventoryWith(inFile), inCatalog), {target, side});

const target = {host: 'h', integration: 'i', kind: 'warehouse'} as const;
const facts = {rows: 100, age: 1};

test('a plan counts what is created, kept and hidden, by kind', () => {
	const plan = planOf([...grid(2, 5), names(9, 0)], [...grid(2, 3), names(7, 0), names(7, 1)]);
	assert.deepEqual(plan.created, {tables: 1, columns: 5});
	assert.deepEqual(plan.kept, {tables: 2, columns: 6});
	assert.deepEqual(plan.hidden, {tables: 1, columns: 2});
	assert.deepEqual(plan.catalog, {tables: 3, columns: 8});
});

test('compares names of columns without case, because Secoda lower-cases them', () => {
	const inventory = inventoryWith([{...names(1, 1), column: 'Amount'}]);
	assert.equal(compare(inventory, [{...names(1, 1), column: 'amount'}]).missing, 0);
});

const guardCases: ReadonlyArray<
	readonly [what: string, inFile: ColumnNames[], inCatalog: ColumnNames[], kind: 'clear' | 'stopped']
> = [
	['a first upload', grid(10, 10), [], 'clear'],
	['nine columns that go', grid(1, 20), [...grid(1, 29)], 'clear'],
	['ten columns of a small file', grid(1, 20), [...grid(1, 30)], 'stopped'],
	['ten per cent of the columns', grid(1, 100), [...grid(1, 110)], 'clear'],
	['more than ten per cent of the columns', grid(1, 100), [...grid(1, 111)], 'stopped'],
	[
		'a large file of something else',
		grid(30, 100).map(column => ({...column, database: 'other'})),
		grid(3, 10),
		'stopped',
	],
	[
		'a file in which everything has another name',
		grid(3, 10),
		grid(3, 10).map(column => ({...column, schema: 'new'})),
		'stopped',
	],
];
for (const [what, inFile, inCatalog, kind] of guardCases) {
	test(`the guard is ${kind} for ${what}`, () => {
		assert.equal(guard(planOf(inFile, inCatalog), defaultLimits, facts).kind, kind);
	});
}

test('a profile can set the limits: hidden pages, minimum rows, maximum age of the file', () => {
	const plan = planOf(grid(1, 100), grid(1, 115));
	const judged = (limits: Partial<typeof defaultLimits>, inFile: UploadFacts = facts) =>
		guard(plan, {...defaultLimits, ...limits}, inFile);
	const text = (result: GuardResult) => (result.kind === 'stopped' ? result.reasons.map(reasonText).join() : '');
	assert.equal(judged({}).kind, 'stopped');
	assert.equal(judged({maxHidden: 20}).kind, 'clear');
	assert.match(text(judged({maxHidden: 20, minRows: 101})), /100 rows, fewer than the minimum of 101/);
	assert.match(text(judged({maxHidden: 20, maxAge: 24}, {rows: 100, age: 25.5})), /25 hours ago/);
	assert.equal(judged({maxHidden: 20, maxAge: 24}, {rows: 100, age: undefined}).kind, 'clear');
});

test('a stricter limit also drops the 10-item minimum', () => {
	const plan = planOf(grid(1, 100), grid(1, 103));
	assert.equal(guard(plan, limitsFrom(), facts).kind, 'clear');
	assert.equal(guard(plan, limitsFrom({maxHidden: 0}), facts).kind, 'stopped');
	assert.equal(guard(plan, limitsFrom({maxHidden: 5}), facts).kind, 'clear');
});
