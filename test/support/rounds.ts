/** How many times as often random tests repeat; TEST_ROUNDS=10 looks for rare failures. */
const factor = Number(process.env['TEST_ROUNDS'] ?? 1);

/** Returns how often a random test repeats, for the number of a usual run. */
export function rounds(usual: number): number {
	return Math.max(1, Math.round(usual * factor));
}
