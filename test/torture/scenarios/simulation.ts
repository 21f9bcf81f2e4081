import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {worldOf} from '../../simulation/draw-world.ts';
import {judge, type Rule} from '../../simulation/oracle.ts';
import {openPlace, run} from '../../simulation/run.ts';
import {type Failure, seedsFrom} from '../../simulation/simulate.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {inScope} from '../scenario.ts';
import type {Broken, Kind, Tally} from '../tally.ts';

const name = 'simulation';

/** The runs of one message to a worker. */
const perBatch = 500;

const kindOf: Readonly<Record<Rule, Kind>> = {
	'false "confirmed"': 'false success',
	'false "accepted"': 'false success',
	'false "nothing was sent"': 'false "nothing was sent"',
	'false "nothing was accepted"': 'false "nothing was sent"',
	'sent twice': 'sent twice',
	'hidden without approval': 'hidden without approval',
	'page with an owner hidden without approval': 'hidden without approval',
	'wrong exit code': 'wrong exit code',
	'wrong history': 'wrong history',
	bug: 'crash',
};

/** Simulates uploads from seeds, on all cores. */
export async function tormentSimulated(tally: Tally, runs: number): Promise<void> {
	const batches = Array.from({length: Math.ceil(runs / perBatch)}, (_, at) => at * perBatch);
	const work = async () => {
		for (let first = batches.shift(); first !== undefined; first = batches.shift()) {
			const seeds = seedsFrom(first, Math.min(perBatch, runs - first));
			const failures = await simulateBeside(seeds);
			for (const seed of seeds) tally.add(name, failures.filter(each => each.seed === seed).map(toBroken));
		}
	};
	await Promise.all(Array.from({length: availableParallelism()}, work));
}

/** Simulates in a thread of its own, which ends afterwards, so that all its memory is released. */
async function simulateBeside(seeds: readonly number[]): Promise<readonly Failure[]> {
	return inScope(async t => {
		const workerData = {seeds, folder: await temporaryFolder(t)};
		const worker = new Worker(fileURLToPath(new URL('simulation-worker.ts', import.meta.url)), {workerData});
		return new Promise((resolve, reject) => {
			worker.once('message', resolve);
			worker.once('error', reject);
		});
	});
}

/** Runs one seed. Returns the world, the ending and the broken rules as text. */
export async function replay(seed: number): Promise<string> {
	return inScope(async t => {
		const place = await openPlace(await temporaryFolder(t));
		const world = worldOf(seed);
		const result = await run(world, place);
		place.state.close();
		const {violations, notes} = judge(result);
		const uploads = result.secoda.uploads.map(({by, at, pieces, isTaken, sync}) =>
			[`${at} ms: ${by}`, `${pieces} pieces`, isTaken ? `accepted, sync ${sync.status}` : 'not accepted'].join(', '),
		);
		const ends = result.ends.map(({ending: {outcome, message, catalog}}) => `${outcome}: ${message} ${catalog}`);
		const broken = violations.map(({rule, what}) => `BROKEN ${rule}: ${what}`);
		return [JSON.stringify(world, undefined, 1), ...uploads, ...ends, ...notes, ...broken, ''].join('\n');
	});
}

function toBroken({seed, rule, what}: Failure): Broken {
	return {kind: kindOf[rule], what: `npm run torture -- simulation --seed ${seed}: ${rule}: ${what}`};
}
