import {once} from 'node:events';
import {availableParallelism} from 'node:os';
import {fileURLToPath} from 'node:url';
import {Worker} from 'node:worker_threads';
import {worldOf} from '../../simulation/draw-world.ts';
import {judge} from '../../simulation/oracle.ts';
import {openPlace} from '../../simulation/place.ts';
import type {Rule} from '../../simulation/rules.ts';
import {run} from '../../simulation/run.ts';
import {type Failure, seedsFrom} from '../../simulation/simulate.ts';
import {temporaryFolder} from '../../support/folder.ts';
import {inScope} from '../scenario.ts';
import type {Broken, Kind, Tally} from '../tally.ts';
import type {SimulatedPart} from './simulation-worker.ts';

const name = 'simulation';

/** The seeds to simulate. */
export type SeedRange = {readonly from: number; readonly count: number};

/** How many of the seeds are done, and the broken rules so far. */
export type SimulationProgress = {readonly done: number; readonly count: number; readonly failed: number};

/** The runs of one thread. */
const perThread = 2500;

const kindOf: Readonly<Record<Rule, Kind>> = {
	'false "confirmed"': 'false success',
	'false "accepted"': 'false success',
	'false "unchanged"': 'false success',
	'false "nothing was sent"': 'false "nothing was sent"',
	'false "nothing was accepted"': 'false "nothing was sent"',
	'sent twice': 'sent twice',
	'hidden without approval': 'hidden without approval',
	'page with an owner hidden without approval': 'hidden without approval',
	'wrong exit code': 'wrong exit code',
	'wrong history': 'wrong history',
	bug: 'crash',
};

/** Simulates the uploads of some seeds, on all cores. Calls `onProgress` now and then. */
export async function tormentSimulated(
	tally: Tally,
	{from, count}: SeedRange,
	onProgress: (progress: SimulationProgress) => void = () => undefined,
): Promise<void> {
	const threads = Array.from({length: Math.ceil(count / perThread)}, (_, at) => at * perThread);
	let done = 0;
	let failed = 0;
	const onPart = ({seeds, failures}: SimulatedPart) => {
		for (const seed of seeds) tally.add(name, failures.filter(each => each.seed === seed).map(toBroken));
		done += seeds.length;
		failed += failures.length;
		onProgress({done, count, failed});
	};
	const work = async () => {
		for (let first = threads.shift(); first !== undefined; first = threads.shift())
			await simulateBeside(seedsFrom(from + first, Math.min(perThread, count - first)), onPart);
	};
	await Promise.all(Array.from({length: availableParallelism()}, work));
}

/** Simulates in a thread of its own, which ends afterwards, so that all its memory is released. */
async function simulateBeside(seeds: readonly number[], onPart: (part: SimulatedPart) => void): Promise<void> {
	await inScope(async t => {
		const workerData = {seeds, folder: await temporaryFolder(t)};
		const worker = new Worker(fileURLToPath(new URL('simulation-worker.ts', import.meta.url)), {workerData});
		worker.on('message', onPart);
		await once(worker, 'exit');
	});
}

/** Runs one seed. Returns the world, the ending and the broken rules as text. */
export async function replay(seed: number): Promise<string> {
	return inScope(async t => {
		const place = await openPlace(await temporaryFolder(t));
		const world = worldOf(seed);
		const result = await run(world, place);
		place.close();
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
