import assert from 'node:assert/strict';
import test from 'node:test';
import {defaultLimits, guard} from '../../source/plan/guard.ts';
import {reasonText} from '../../source/plan/guard-texts.ts';
import {makePlan} from '../../source/plan/plan.ts';
import {side} from '../support/plans.ts';
import {type ColumnNames, compare, inventoryWith} from '../support/resources.ts';

const target = {host: 'h', integration: 'i', kind: 'warehouse'};
/** Returns columns of a table: `d.s.t 3` has three. */
const columns = (table: string, count: number): readonly ColumnNames[] => {
	const [database = '', schema = '', name = ''] = table.split('.');
	return Array.from({length: count}, (_, at) => ({database, schema, table: name, column: `c${at}`}));
};
const kept = columns('d.s.kept', 200);

function reasons(file: readonly ColumnNames[], catalog: readonly ColumnNames[]): readonly string[] {
	const plan = makePlan(compare(inventoryWith([...kept, ...file]), [...kept, ...catalog]), {target, side});
	const result = guard(plan, defaultLimits, {rows: 200, age: 1});
	return result.kind === 'clear' ? [] : result.reasons.map(reasonText);
}

test('hiding a whole schema or database stops a plan whatever its size, and names it', () => {
	assert.deepEqual(reasons([], columns('d.s.other', 1)), [], 'a table is not a schema');
	assert.deepEqual(reasons([], columns('d.gone.t', 1)), [
		'the file has nothing of the schema "d.gone" (1 table would be hidden)',
	]);
	assert.deepEqual(reasons([], [...columns('e.x.t', 1), ...columns('e.y.t', 1)]), [
		'the file has nothing of the database "e" (2 tables would be hidden)',
	]);
	assert.deepEqual(reasons([], [...columns('d.gone.t', 1), ...columns('e.x.t', 1)]), [
		'the file has nothing of 2 databases and schemas, such as "d.gone" (2 tables would be hidden)',
	]);
	assert.deepEqual(reasons(columns('d.gone.new', 1), columns('d.gone.t', 1)), [], 'the schema has other tables');
});

test('a table that loses over half of its columns stops a plan', () => {
	assert.deepEqual(reasons(columns('d.s.t', 2), columns('d.s.t', 4)), [], 'half of them');
	assert.deepEqual(reasons(columns('d.s.t', 2), columns('d.s.t', 5)), ['the table "d.s.t" would lose 3 of 5 columns']);
	assert.deepEqual(reasons(columns('d.s.t', 3).slice(2), columns('d.s.t', 2)), [
		'the table "d.s.t" would lose 2 of 2 columns',
	]);
	assert.deepEqual(reasons(columns('d.s.t', 2).slice(1), columns('d.s.t', 1)), [], 'one column can be renamed');
	const [two, three] = [columns('d.s.two', 8), columns('d.s.three', 9)];
	assert.match(
		reasons([...two.slice(0, 1), ...three.slice(0, 1)], [...two, ...three])[0] ?? '',
		/^2 tables .*"d\.s\.three" \(8 of 9 columns\)/,
	);
});
