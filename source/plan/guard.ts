import {count, plural} from '../text/format.ts';
import {countIn} from './counts.ts';
import type {Plan} from './plan.ts';

export type GuardResult =
	| {readonly kind: 'clear'}
	/** A safety stop. An approval with the ID of the plan overrides it for exactly this plan. */
	| {readonly kind: 'stopped'; readonly reasons: readonly string[]};

/** The limits of the safety stop. */
export type GuardLimits = {
	/** Maximum percentage of the resources in the catalog, or in the file, that may be hidden. */
	readonly maxHidden: number;
	/** Hiding fewer resources than this never stops a plan. */
	readonly minHidden: number;
	/** Minimum number of rows in the file. */
	readonly minRows: number;
	/** Maximum age of the file in hours. */
	readonly maxAge: number;
};

/** @forTests */
export const defaultLimits: GuardLimits = {maxHidden: 10, minHidden: 10, minRows: 0, maxAge: Number.POSITIVE_INFINITY};

/** The limits that the user can set. */
export type LimitOverrides = {readonly [Name in 'maxHidden' | 'minRows' | 'maxAge']?: number | undefined};

/** Returns the default limits with those that were set. */
export function limitsFrom({
	maxHidden = defaultLimits.maxHidden,
	minRows = 0,
	maxAge = defaultLimits.maxAge,
}: LimitOverrides = {}): GuardLimits {
	// A stricter limit also drops the 10-item minimum.
	const minHidden = maxHidden < defaultLimits.maxHidden ? 1 : defaultLimits.minHidden;
	return {maxHidden, minHidden, minRows, maxAge};
}

/** The facts about the file to send. */
export type FileFacts = {
	readonly rows: number;
	/** Its age in hours. */
	readonly age: number | undefined;
	/** The file kind of the last upload to the integration, if its pages may be others than those of this one. */
	readonly earlierKind?: string | undefined;
};

/** Decides whether a plan needs an approval. */
export function guard(plan: Plan, limits: GuardLimits, {rows, age, earlierKind}: FileFacts): GuardResult {
	const reasons = plan.entities.flatMap(entity => {
		const hidden = countIn(plan.hidden, entity);
		const shown = countIn(plan.catalog, entity);
		// The smaller of the two: a large unrelated file hides the whole catalog, which is a small share of the file.
		const whole = Math.min(countIn(plan.file, entity), shown);
		if (hidden < limits.minHidden || hidden <= (whole * limits.maxHidden) / 100) return [];
		return [
			`${count(hidden)} of the ${count(shown)} ${entity.plural} in the catalog are not in the file and would be hidden`,
		];
	});
	if (rows < limits.minRows)
		reasons.push(`the file has ${plural(rows, 'row')}, fewer than the minimum of ${count(limits.minRows)}`);
	if (age !== undefined && age > limits.maxAge)
		reasons.push(
			`the file was written ${plural(Math.floor(age), 'hour')} ago, more than the maximum of ${plural(limits.maxAge, 'hour')}`,
		);
	if (earlierKind !== undefined)
		reasons.push(
			`the last upload to this integration was of another kind (${earlierKind}), so Secoda may replace every page by a new one`,
		);
	return reasons.length === 0 ? {kind: 'clear'} : {kind: 'stopped', reasons};
}
