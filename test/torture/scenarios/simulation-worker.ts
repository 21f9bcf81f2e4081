import {parentPort, workerData} from 'node:worker_threads';
import {type Failure, simulate} from '../../simulation/simulate.ts';

/** The seeds that a thread has simulated since its last message, and the rules that they broke. */
export type SimulatedPart = {readonly seeds: readonly number[]; readonly failures: readonly Failure[]};

/** The runs of one message. */
const perMessage = 500;

/** Simulates the uploads of some seeds in a thread. */
const {seeds, folder}: {readonly seeds: readonly number[]; readonly folder: string} = workerData;
for (let at = 0; at < seeds.length; at += perMessage) {
	const part = seeds.slice(at, at + perMessage);
	const {failures} = await simulate(part, folder);
	parentPort?.postMessage({seeds: part, failures} satisfies SimulatedPart);
}
