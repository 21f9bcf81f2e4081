import assert from 'node:assert/strict';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import {loadSqlite} from '../../source/sqlite/load.ts';
import {PlanStore, type StoredPlanChange} from '../../source/state/plans.ts';
import {openState} from '../../source/state/state.ts';
import {temporaryFolder} from '../support/folder.ts';

const change = (action: string, entity: string, ...name: readonly string[]): StoredPlanChange => ({
	action,
	entity,
	name,
});

/** Returns a store with small limits on a new database. */
async function small(t: TestContext, limits: ConstructorParameters<typeof PlanStore>[2]): Promise<PlanStore> {
	const folder = await temporaryFolder(t);
	(await openState(folder)).close();
	const {DatabaseSync} = await loadSqlite();
	const database = new DatabaseSync(join(folder, 'state.db'));
	t.after(() => database.close());
	return new PlanStore(database, folder, limits);
}

test('a plan is found again with all its changes, sorted, also by another process', async t => {
	const folder = await temporaryFolder(t);
	const state = await openState(folder);
	const changes = [
		change('hidden', 'table', 'DB', 's', 'b'),
		change('hidden', 'table', 'DB', 's', 'a"\u0000\n倉'),
		change('created', 'column', 'DB', 's', 'a', 'id'),
	];
	state.plans.save('p-1', {entry: 7, changes});
	state.close();
	const other = await openState(folder);
	t.after(() => other.close());
	assert.deepEqual(other.plans.find('p-1'), {
		entry: 7,
		changes: [changes[2], changes[1], changes[0]],
		isComplete: true,
	});
	assert.equal(other.plans.find('p-2'), undefined);
});

test('a plan that is stored again is the newest, with its new changes', async t => {
	const plans = await small(t, {changes: 9, plans: 2, bytes: 10_000});
	for (const id of ['one', 'two', 'one', 'three'])
		plans.save(id, {entry: undefined, changes: [change('hidden', id, id)]});
	assert.equal(plans.find('two'), undefined);
	assert.deepEqual(plans.find('one'), {entry: undefined, changes: [change('hidden', 'one', 'one')], isComplete: true});
	assert.ok(plans.find('three'));
});

test('a plan with too many changes keeps the first ones and reports that', async t => {
	const plans = await small(t, {changes: 3, plans: 2, bytes: 10_000});
	const changes = ['d', 'c', 'b', 'a'].map(name => change('hidden', 'table', name));
	plans.save('p', {entry: 1, changes});
	assert.deepEqual(plans.find('p'), {entry: 1, changes: changes.slice(0, 3).reverse(), isComplete: false});
});

test('the plans together are not larger than the limit; the newest is kept, if need be in part', async t => {
	const plans = await small(t, {changes: 1000, plans: 50, bytes: 400});
	const named = (from: string) =>
		Array.from({length: 40}, (_, at) => change('hidden', 'table', `${from}-${(at * 7919) % 104_729}`));
	plans.save('one', {entry: 1, changes: named('one')});
	plans.save('two', {entry: 2, changes: named('two')});
	plans.save('three', {entry: 3, changes: named('three').slice(0, 2)});
	assert.equal(plans.find('one'), undefined);
	assert.ok(plans.find('two'));
	assert.ok(plans.find('three'));
	plans.save('large', {entry: 4, changes: Array.from({length: 20}, (_, at) => named(`large ${at}`)).flat()});
	const large = plans.find('large');
	assert.equal(large?.isComplete, false);
	assert.ok(large.changes.length > 20);
	assert.equal(plans.find('three'), undefined);
});
