import {worldOf} from './draw-world.ts';
import {judge} from './oracle.ts';
import {openPlace} from './place.ts';
import type {Violation} from './rules.ts';
import {run} from './run.ts';

const atATime = 4;

/** A rule that a run broke, with its seed. */
export type Failure = Violation & {readonly seed: number};

/** Returns so many seeds. */
export function seedsFrom(first: number, count: number): readonly number[] {
	return Array.from({length: count}, (_, at) => first + at);
}

/** Runs the worlds of some seeds, with states in a folder. Counts their endings. */
export async function simulate(
	seeds: Iterable<number>,
	folder: string,
): Promise<{readonly failures: readonly Failure[]; readonly notes: ReadonlyMap<string, number>}> {
	const failures: Failure[] = [];
	const notes = new Map<string, number>();
	const left = seeds[Symbol.iterator]();
	// Some at a time, because a run often waits for a file.
	const worker = async () => {
		const place = await openPlace(folder);
		for (let next = left.next(); !next.done; next = left.next()) {
			const seed = next.value;
			const judged = await run(worldOf(seed), place).then(judge, crash);
			failures.push(...judged.violations.map(violation => ({seed, ...violation})));
			for (const note of judged.notes) notes.set(note, (notes.get(note) ?? 0) + 1);
		}

		place.close();
	};
	await Promise.all(Array.from({length: atATime}, worker));
	return {failures, notes};
}

function crash(error: unknown): {readonly violations: readonly Violation[]; readonly notes: readonly string[]} {
	return {
		violations: [{rule: 'bug', what: error instanceof Error ? (error.stack ?? error.message) : String(error)}],
		notes: [],
	};
}
