import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {catalogTexts} from '../../source/job/messages.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {isGuardedByLoss, judge, rules} from './oracle.ts';
import {openPlace} from './place.ts';
import {run} from './run.ts';
import {seedsFrom, simulate} from './simulate.ts';
import {quietWorld, type World} from './world.ts';

const runs = rounds(2000);

/** Runs a quiet world with single changes. Returns its first ending. */
async function runWith(t: TestContext, changes: Partial<World>) {
	const place = await openPlace(await temporaryFolder(t));
	t.after(() => place.close());
	const result = await run({...quietWorld, ...changes}, place);
	const [first] = result.ends;
	if (first === undefined) throw new Error('no ending');
	return {result, ...first};
}

test('no simulated upload ends with a wrong report, is sent twice, or hides more than was approved', async t => {
	const {failures, notes} = await simulate(seedsFrom(0, runs), await temporaryFolder(t));
	t.diagnostic([...notes].map(([note, count]) => `${note} ${count}`).join(', '));
	const broken = failures.map(({seed, rule, what}) => `npm run torture -- simulation --seed ${seed}: ${rule}: ${what}`);
	assert.deepEqual(broken.slice(0, 10), []);
	if (runs < 500) return;
	// A simulation in which nothing happens keeps every rule.
	for (const outcome of ['confirmed', 'accepted', 'unseen', 'unknown', 'stopped', 'failed', 'refused', 'cancelled'])
		assert.ok((notes.get(outcome) ?? 0) >= runs / 100, `${outcome}: ${notes.get(outcome)}`);
});

test('a page with an owner is never hidden without approval', {
	skip: isGuardedByLoss ? false : 'the guard does not know owners yet',
}, () => {
	assert.ok(rules.includes('page with an owner hidden without approval'));
});

test('the rule about owners is on once the guard stops such an upload', async t => {
	const {ending} = await runWith(t, {owned: ['t.b'], file: ['t.a', 't.c']});
	assert.equal(ending.outcome === 'stopped', isGuardedByLoss, 'set isGuardedByLoss in oracle.ts');
});

test('an upload in a quiet world is confirmed', async t => {
	const {ending, result} = await runWith(t, {});
	assert.equal(ending.outcome, 'confirmed');
	assert.deepEqual(judge(result), {violations: [], notes: ['confirmed']});
});

test('a cancel before the program has counted the bytes that left never claims that nothing was sent', async t => {
	const {ending, hasLeft} = await runWith(t, {isProgressLate: true, cancelAt: 95});
	assert.equal(hasLeft, true);
	assert.deepEqual([ending.outcome, ending.catalog], ['cancelled', catalogTexts.nothingTaken]);
});

test('a run is the same each time', async t => {
	const message = async () => {
		const {result} = await runWith(t, {reads: {...quietWorld.reads, skips: 3, faults: 5}});
		return [result.ends.map(({ending}) => ending.message), result.requests];
	};
	assert.deepEqual(await message(), await message());
});
