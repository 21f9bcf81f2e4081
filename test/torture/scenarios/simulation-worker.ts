import {parentPort, workerData} from 'node:worker_threads';
import {simulate} from '../../simulation/simulate.ts';

/** Simulates the uploads of some seeds in a thread. */
const {seeds, folder}: {readonly seeds: readonly number[]; readonly folder: string} = workerData;
const {failures} = await simulate(seeds, folder);
parentPort?.postMessage(failures);
