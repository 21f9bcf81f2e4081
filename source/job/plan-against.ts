import {type ComposeFix, withComposedFixes} from '../plan/causes/compose-fixes.ts';
import {type GuardResult, guard, type LimitOverrides, limitsFrom} from '../plan/guard.ts';
import type {Plan} from '../plan/plan.ts';
import {planBetween} from '../plan/plan-between.ts';
import {type SnapshotTotals, type TakenSnapshot, totalsOf} from '../plan/snapshot.ts';

/** The plan from one file to another. */
export type PlanAgainst = {
	readonly plan: Plan;
	readonly guardResult: GuardResult;
	readonly totals: SnapshotTotals;
	readonly otherTotals: SnapshotTotals;
};

/** Two snapshots of the same kind: the file, and the one that it is compared with. */
export type SnapshotPair = {readonly after: TakenSnapshot; readonly before: TakenSnapshot};

/** Plans a file against another one, as if the catalog showed that. The plan can be read until `use` has ended. */
export async function planAgainst<Result>(
	{after, before}: SnapshotPair,
	{limits, composeFix}: {readonly limits: LimitOverrides | undefined; readonly composeFix: ComposeFix},
	signal: AbortSignal,
	use: (against: PlanAgainst) => Promise<Result>,
): Promise<Result> {
	const side = await after.openSide(signal);
	try {
		const otherSide = await before.openSide(signal);
		try {
			const [later, earlier] = [
				{inventory: after.inventory, side},
				{inventory: before.inventory, side: otherSide},
			];
			const plan = withComposedFixes(planBetween(later, earlier, after.snapshot.kind), composeFix);
			const totals = totalsOf(after.snapshot);
			const guardResult = guard(plan, limitsFrom(limits), {rows: totals.records, age: undefined});
			return await use({plan, guardResult, totals, otherTotals: totalsOf(before.snapshot)});
		} finally {
			await otherSide.close();
		}
	} finally {
		await side.close();
	}
}
