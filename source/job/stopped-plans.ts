import {UserError} from '../errors/user-error.ts';
import type {Plan} from '../plan/plan.ts';
import {differencesOf, namedChanges, type PlanDifference} from '../plan/plan-difference.ts';
import type {State} from '../state/state.ts';

/** The number of changes that are compared. */
const maxChanges = 200_000;

/** Stores a plan that the guard stops, so that a refused approval can be explained later. A plan that cannot be stored only lacks that. */
export function storeStopped({plans}: State, plan: Plan): void {
	try {
		// One more than the store keeps shows that some are missing.
		plans.save(plan.id, {entry: undefined, changes: namedChanges(plan, maxChanges + 1)});
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
	}
}

/** Returns how a plan differs from the approved one; `undefined` if that is not stored as a whole. */
export function differencesSince({plans}: State, approval: string, plan: Plan): readonly PlanDifference[] | undefined {
	const approved = plans.find(approval);
	if (approved === undefined || !approved.isComplete) return undefined;
	const changes = namedChanges(plan, maxChanges + 1);
	return changes.length > maxChanges ? undefined : differencesOf(plan.entities, approved.changes, changes);
}
