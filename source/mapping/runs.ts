/** How the values of a column are distributed over runs of rows, each of one table. */
export type RunFacts = {
	/** The share of the filled cells whose value is the first of its kind in the run. */
	readonly unique: number;
	/** The number of runs with several filled cells. */
	readonly comparable: number;
	/** The share of these runs that have one value. */
	readonly constant: number;
	/** The share of these runs whose integers ascend. */
	readonly ascending: number;
	/** The number of runs whose first integer is lower than the last one of the run before. */
	readonly restarts: number;
};

/** Numbers the runs of rows with the same values in some columns; an empty cell takes the value above. */
export function runsOf(rows: readonly (readonly string[])[], columns: readonly number[]): readonly number[] {
	const last = columns.map(() => '');
	const runs = new Map<string, number>();
	return rows.map(row => {
		for (const [at, column] of columns.entries()) last[at] = row[column] || (last[at] ?? '');
		const key = JSON.stringify(last);
		const run = runs.get(key) ?? runs.size;
		runs.set(key, run);
		return run;
	});
}

/** Returns how the values of a column are distributed over the runs. */
export function readRuns(cells: readonly string[], runs: readonly number[]): RunFacts {
	const values = new Map<number, string[]>();
	for (const [at, cell] of cells.entries()) {
		if (cell === '') continue;
		const run = runs[at] ?? 0;
		const known = values.get(run);
		if (known === undefined) values.set(run, [cell]);
		else known.push(cell);
	}

	const all = [...values.values()];
	const filled = all.reduce((sum, run) => sum + run.length, 0);
	const distinct = all.reduce((sum, run) => sum + new Set(run).size, 0);
	const several = all.filter(run => run.length > 1);
	const share = (matching: number) => (several.length === 0 ? 0 : matching / several.length);
	return {
		unique: filled === 0 ? 0 : distinct / filled,
		comparable: several.length,
		constant: share(several.filter(run => new Set(run).size === 1).length),
		ascending: share(
			several.filter(run => run.every((cell, at) => at === 0 || Number(cell) > Number(run[at - 1]))).length,
		),
		restarts: all.filter((run, at) => at > 0 && Number(run[0]) < Number(all[at - 1]?.at(-1))).length,
	};
}

/** The facts of a column before the runs are known. */
export const noRuns: RunFacts = {unique: 1, comparable: 0, constant: 0, ascending: 0, restarts: 0};
