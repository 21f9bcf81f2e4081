import {count, plural} from '../text/format.ts';
import {countIn} from './counts.ts';
import type {Plan} from './plan.ts';

export type GuardResult =
	| {readonly kind: 'clear'}
	/** A safety stop. The id of the plan, given as approval, lets exactly this plan through. */
	| {readonly kind: 'stopped'; readonly reasons: readonly string[]};

/** When a plan is stopped. */
export type GuardLimits = {
	/** Percent of what the catalog shows, or the file holds, that may be hidden. */
	readonly maxHidden: number;
	/** Hiding fewer than this is an minHidden change. */
	readonly minHidden: number;
	/** Rows that the file must have. */
	readonly minRows: number;
	/** Hours since the file was written. */
	readonly maxAge: number;
};

/** @forTests */
export const defaultLimits: GuardLimits = {maxHidden: 10, minHidden: 10, minRows: 0, maxAge: Number.POSITIVE_INFINITY};

/** What a person can set of them. */
export type LimitOverrides = {readonly [Name in 'maxHidden' | 'minRows' | 'maxAge']?: number | undefined};

/** The usual limits, but for those that were set. */
export function limitsFrom({
	maxHidden = defaultLimits.maxHidden,
	minRows = 0,
	maxAge = defaultLimits.maxAge,
}: LimitOverrides = {}): GuardLimits {
	// Who asks for less than usual means small numbers too.
	const minHidden = maxHidden < defaultLimits.maxHidden ? 1 : defaultLimits.minHidden;
	return {maxHidden, minHidden, minRows, maxAge};
}

/** The file that is to be sent. `age` is in hours, where it is known. */
export type FileFacts = {readonly rows: number; readonly age: number | undefined};

/** Decides whether a plan may be carried out without a person's word. */
export function guard(plan: Plan, limits: GuardLimits, {rows, age}: FileFacts): GuardResult {
	const reasons = plan.entities.flatMap(entity => {
		const hidden = countIn(plan.hidden, entity);
		const shown = countIn(plan.catalog, entity);
		// Of what is there, or of what the file is: a large file of something else hides all, and is little of itself.
		const whole = Math.min(countIn(plan.file, entity), shown);
		if (hidden < limits.minHidden || hidden <= (whole * limits.maxHidden) / 100) return [];
		return [
			`${count(hidden)} of the ${count(shown)} ${entity.plural} in the catalog are not in the file and would be hidden`,
		];
	});
	if (rows < limits.minRows)
		reasons.push(`the file has ${plural(rows, 'row')}, and should have ${count(limits.minRows)} at least`);
	if (age !== undefined && age > limits.maxAge)
		reasons.push(
			`the file was written ${plural(Math.floor(age), 'hour')} ago, and may be ${plural(limits.maxAge, 'hour')} old at most`,
		);
	return reasons.length === 0 ? {kind: 'clear'} : {kind: 'stopped', reasons};
}
