import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import {catalogTexts} from '../../source/job/messages.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {judge} from './oracle.ts';
import {openPlace} from './place.ts';
import {run} from './run.ts';
import {seedsFrom, simulate} from './simulate.ts';
import {quietWorld, type World} from './world.ts';

const runs = rounds(2000);
/** Each part has the time limit of a test. */
const perTest = 250;

/** The least shares of runs in which these must occur: a simulation in which nothing happens keeps every rule. */
const leastShares = {
	confirmed: 0.05,
	accepted: 0.05,
	unseen: 0.03,
	unknown: 0.1,
	stopped: 0.05,
	failed: 0.03,
	refused: 0.03,
	cancelled: 0.01,
	unchanged: 0.004,
	'jsonl: confirmed': 0.01,
	'jsonl: unknown': 0.02,
	'edges complete': 0.01,
	'edges incomplete': 0.001,
	'edges not-listed': 0.003,
	'confirmed by texts': 0.001,
	'rollback confirmed': 0.003,
	'forced and confirmed': 0.003,
	'older plan approved': 0.01,
	'older plan refused': 0.002,
	'edited descriptions': 0.05,
	'stop: loss': 0.03,
	'stop: many-hidden': 0.02,
	'stop: tables-shrunk': 0.01,
};

/** Runs a quiet world with single changes. Returns its first ending. */
async function runWith(t: TestContext, changes: Partial<World>) {
	const place = await openPlace(await temporaryFolder(t));
	t.after(() => place.close());
	const result = await run({...quietWorld, ...changes}, place);
	const [first] = result.ends;
	if (first === undefined) throw new Error('no ending');
	return {result, ...first};
}

const allNotes = new Map<string, number>();

for (let first = 0; first < runs; first += perTest)
	test(`no simulated upload ends with a wrong report, is sent twice, or hides more than was approved: from ${first} on`, async t => {
		const seeds = seedsFrom(first, Math.min(perTest, runs - first));
		const {failures, notes} = await simulate(seeds, await temporaryFolder(t));
		for (const [note, count] of notes) allNotes.set(note, (allNotes.get(note) ?? 0) + count);
		const broken = failures.map(
			({seed, rule, what}) => `npm run torture -- simulation --seed ${seed}: ${rule}: ${what}`,
		);
		assert.deepEqual(broken.slice(0, 10), []);
	});

test('every ending occurs often enough in the simulated uploads', {
	skip: runs < 500 ? 'few seeds' : false,
}, t => {
	t.diagnostic([...allNotes].map(([note, count]) => `${note} ${count}`).join(', '));
	for (const [note, share] of Object.entries(leastShares))
		assert.ok((allNotes.get(note) ?? 0) >= runs * share, `${note}: ${allNotes.get(note)}`);
});

test('an upload in a quiet world is confirmed', async t => {
	const {ending, result} = await runWith(t, {});
	assert.equal(ending.outcome, 'confirmed');
	assert.deepEqual(judge(result), {violations: [], notes: ['confirmed', 'csv: confirmed']});
});

test('a table with an owner is not hidden without approval, also if all its columns are archived already', async t => {
	const {ending} = await runWith(t, {archived: ['u.a'], owned: ['u']});
	assert.equal(ending.outcome, 'stopped');
});

test('a file is sent again once another upload has changed its descriptions', async t => {
	const {before, reads} = quietWorld;
	const sync = {startMs: 0, stepMs: 0, failsAt: undefined};
	const others = [{at: 0, content: {...before, text: 'others'}, sync}];
	const {ending} = await runWith(t, {history: 'confirmed', file: before, reads: {...reads, latencyMs: 20}, others});
	assert.equal(ending.outcome, 'accepted');
	assert.equal((await runWith(t, {history: 'confirmed', file: before})).ending.outcome, 'unchanged');
});

test('descriptions do not confirm an upload without a response while the catalog shows pages of another one', async t => {
	const file = {...quietWorld.before, text: 'ours'};
	const sync = {startMs: 0, stepMs: 0, failsAt: undefined};
	const others = [{at: 2000, content: {...file, pages: [...file.pages, 't.c']}, sync}];
	const lost = {kind: 'lost', reason: 'broken', pieces: 3, isTaken: false, answerMs: 0} as const;
	assert.equal((await runWith(t, {file, fates: [lost], others})).ending.outcome, 'unknown');
	const taken = await runWith(t, {file, fates: [{...lost, isTaken: true}]});
	assert.equal(taken.ending.outcome, 'confirmed');
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
