import assert from 'node:assert/strict';
import test from 'node:test';
import {resources} from '../../../source/kinds/resources/resources-kind.ts';
import {betweenInventories, diff} from '../../../source/plan/changes/diff.ts';
import {findRenames} from '../../../source/plan/renames/find-renames.ts';
import {type CanonicalFile, canonicalFile, warehouseFile} from '../../support/canonical-file.ts';

/** Returns the changes between two files as sorted texts. */
function changesOf(before: CanonicalFile, after: CanonicalFile): readonly string[] {
	const sides = {after: after.inventory, before: before.inventory, values: before.inventory};
	const changes = findRenames(diff(betweenInventories(after.inventory, before.inventory)), sides);
	return Array.from({length: changes.length}, (_, at) => {
		const {action, entity, after: own, before: earlier} = changes.at(at);
		const name = own > 0 ? after.side.nameOf(entity, own) : before.side.nameOf(entity, earlier);
		const old = action === 'renamed' ? ` from ${before.side.nameOf(entity, earlier).join('.')}` : '';
		return `${action} ${entity.singular} ${name.join('.')}${old}`;
	}).toSorted();
}

function changesOfColumns(before: readonly string[], after: readonly string[]): readonly string[] {
	return changesOf(warehouseFile(before), warehouseFile(after));
}

const orders = ['id/INT', 'customer/INT', 'total/NUM', 'note/TEXT'];
const users = ['id/INT', 'mail/TEXT', 'born/DATE'];
const inTable = (table: string, columns: readonly string[]) => columns.map(column => `${table}.${column}`);
const renamedTable = (from: string, to: string, columns: readonly string[]) => [
	...columns.map(text => {
		const [column] = text.split('/');
		return `renamed column ${to}.${column} from ${from}.${column}`;
	}),
	`renamed table ${to} from ${from}`,
];

test('a table with another name and the same columns is renamed', () => {
	assert.deepEqual(
		changesOfColumns(
			[...inTable('D.s.orders', orders), ...inTable('D.s.users', users)],
			[...inTable('D.s.purchases', orders), ...inTable('D.s.users', users)],
		),
		renamedTable('D.s.orders', 'D.s.purchases', orders).toSorted(),
	);
});

test('tables of a renamed schema or database are renamed, also if several have the same columns', () => {
	const twins = (group: string) => [...inTable(`${group}.a`, users), ...inTable(`${group}.b`, users)];
	const both = (from: string, to: string) =>
		[...renamedTable(`${from}.a`, `${to}.a`, users), ...renamedTable(`${from}.b`, `${to}.b`, users)].toSorted();
	assert.deepEqual(changesOfColumns(twins('D.old'), twins('D.new')), both('D.old', 'D.new'));
	assert.deepEqual(
		changesOfColumns([...twins('D.s'), ...twins('D.t')], [...twins('E.s'), ...twins('E.t')]),
		[...both('D.s', 'E.s'), ...both('D.t', 'E.t')].toSorted(),
	);
});

test('a table is renamed in its schema, also if others of it moved', () => {
	assert.deepEqual(
		changesOfColumns(
			[...inTable('D.s.a', users), ...inTable('D.s.b', users)],
			[...inTable('D.t.a', users), ...inTable('D.s.c', users)],
		),
		[...renamedTable('D.s.a', 'D.t.a', users), ...renamedTable('D.s.b', 'D.s.c', users)].toSorted(),
	);
});

test('names that differ only in case are renamed, whatever their columns', () => {
	assert.deepEqual(changesOfColumns(['d.S.Orders.a/INT'], ['D.s.ORDERS.a/INT']), [
		'renamed column D.s.ORDERS.a from d.S.Orders.a',
		'renamed table D.s.ORDERS from d.S.Orders',
	]);
});

test('a table that is moved and gets another column is renamed', () => {
	assert.deepEqual(
		changesOfColumns(inTable('D.s.orders', orders), inTable('D.t.orders', [...orders.slice(1), 'paid/DATE'])),
		[
			'created column D.t.orders.paid',
			'hidden column D.s.orders.id',
			...renamedTable('D.s.orders', 'D.t.orders', orders.slice(1)),
		].toSorted(),
	);
});

test('equal candidates, small tables and tables with other columns are not renamed', () => {
	const cases: ReadonlyArray<readonly [readonly string[], readonly string[]]> = [
		[inTable('D.s.orders', orders), [...inTable('D.s.a', orders), ...inTable('D.s.b', orders)]],
		[[...inTable('D.s.a', orders), ...inTable('D.s.b', orders)], inTable('D.s.orders', orders)],
		[inTable('D.s.a', orders.slice(0, 2)), inTable('D.s.b', orders.slice(0, 2))],
		[inTable('D.s.a', orders), inTable('D.s.b', [...orders.slice(0, 2), 'x/INT', 'y/INT'])],
	];
	for (const [before, after] of cases) {
		assert.deepEqual(
			changesOfColumns(before, after).filter(text => text.startsWith('renamed')),
			[],
		);
	}
});

test('a column with the same values at the same place is renamed', () => {
	const before = inTable('D.s.t', ['id/INT', 'a/TEXT/x', 'b/TEXT', 'c/TEXT']);
	const cases: ReadonlyArray<readonly [readonly string[], readonly string[]]> = [
		[['id/INT', 'z/TEXT/x', 'b/TEXT', 'c/TEXT'], ['renamed column D.s.t.z from D.s.t.a']],
		[
			['id/INT', 'a/TEXT/x', 'b/TEXT', 'c/TEXT', 'd/TEXT'].with(2, 'z/TEXT'),
			['created column D.s.t.d', 'renamed column D.s.t.z from D.s.t.b'],
		],
		// Another type, another place, two equal candidates.
		[
			['id/INT', 'z/INT/x', 'b/TEXT', 'c/TEXT'],
			['created column D.s.t.z', 'hidden column D.s.t.a'],
		],
		[
			['id/INT', 'b/TEXT', 'c/TEXT', 'z/TEXT/x'],
			['created column D.s.t.z', 'hidden column D.s.t.a'],
		],
		[
			['id/INT', 'a/TEXT/x', 'y/TEXT', 'z/TEXT'],
			['created column D.s.t.y', 'created column D.s.t.z', 'hidden column D.s.t.b', 'hidden column D.s.t.c'],
		],
	];
	for (const [after, expected] of cases) assert.deepEqual(changesOfColumns(before, inTable('D.s.t', after)), expected);
});

test('a column of a renamed table is renamed too', () => {
	assert.deepEqual(
		changesOfColumns(inTable('D.s.orders', orders), inTable('D.t.orders', orders.with(2, 'sum/NUM'))),
		[
			'renamed column D.t.orders.sum from D.s.orders.total',
			...renamedTable('D.s.orders', 'D.t.orders', orders.toSpliced(2, 1)),
		].toSorted(),
	);
});

const line = (id: string, values: Readonly<Record<string, string>>) =>
	`${JSON.stringify({entity_type: 'table', databuilder_id: id, ...values})}\n`;

test('a resource with another id and the same title, parent and values is renamed, if there is only one', () => {
	const read = (...lines: readonly string[]) => canonicalFile(resources, lines.join(''));
	const table = {title: 'Orders', parent_databuilder_id: 's', description: 'x'};
	const other = {...table, parent_databuilder_id: 'other'};
	assert.deepEqual(changesOf(read(line('old', table)), read(line('new', table))), ['renamed table Orders from Orders']);
	assert.deepEqual(changesOf(read(line('old', table)), read(line('new', other))), [
		'created table Orders',
		'hidden table Orders',
	]);
	assert.equal(changesOf(read(line('old', table)), read(line('a', table), line('b', table))).length, 3);
});
