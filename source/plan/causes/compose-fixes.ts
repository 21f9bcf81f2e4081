import type {Plan} from '../plan.ts';
import type {ReadingOption} from './cause.ts';

/** Returns options that have the effect of those of a fix beside the options and settings that are given; none if one does not fit. */
export type ComposeFix = (fix: readonly ReadingOption[]) => readonly ReadingOption[];

/** Returns a plan whose fixes can be added to the options and settings that are given. */
export function withComposedFixes(plan: Plan, compose: ComposeFix | undefined): Plan {
	if (compose === undefined) return plan;
	return {...plan, causes: plan.causes.map(cause => ({...cause, fix: compose(cause.fix)}))};
}
