/** Measured values by label; the label ends with the unit. */
export type Figures = Readonly<Record<string, number>>;

/** Returns the milliseconds that work takes. */
export function milliseconds(work: () => unknown): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** Returns the seconds that asynchronous work takes. */
export async function secondsOf(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}

/** The values of one label over several rounds. */
export type Spread = {readonly median: number; readonly least: number; readonly most: number};

export function spreadOf(values: readonly number[]): Spread {
	const sorted = values.toSorted((one, other) => one - other);
	const at = (index: number) => sorted[index] ?? Number.NaN;
	const middle = (sorted.length - 1) / 2;
	return {median: (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2, least: at(0), most: at(sorted.length - 1)};
}

/** Returns the values of each label over several rounds. */
export function collect(rounds: readonly Figures[]): ReadonlyMap<string, readonly number[]> {
	const collected = new Map<string, number[]>();
	for (const figures of rounds) {
		for (const [label, value] of Object.entries(figures))
			collected.set(label, [...(collected.get(label) ?? []), value]);
	}

	return collected;
}

/** Returns the quotients of values by those of the same round, so that a busy machine slows both. */
export function ratios(values: readonly number[], others: readonly number[]): readonly number[] {
	return values.map((value, round) => value / (others[round] ?? Number.NaN));
}
