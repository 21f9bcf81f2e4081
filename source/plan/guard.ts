import type {EntityType, ResourceName} from '../kinds/resources.ts';
import {countIn} from './counts.ts';
import type {IncompleteList} from './listings.ts';
import {type Loss, lostNames} from './loss.ts';
import type {Plan} from './plan.ts';
import type {GoneGroup, ShrunkTable} from './shape.ts';

/** A reason of a safety stop. Its text is in `guard-texts.ts`. */
export type GuardReason =
	/** A list of the catalog could not be read completely, so it is unknown what the upload hides. */
	| ({readonly code: 'incomplete-baseline'} & IncompleteList)
	| {readonly code: 'many-hidden'; readonly entity: EntityType; readonly hidden: number; readonly shown: number}
	/** Whole databases or schemas would be hidden. */
	| {readonly code: 'groups-gone'; readonly groups: readonly GoneGroup[]}
	/** Tables would lose over half of their columns. */
	| {readonly code: 'tables-shrunk'; readonly tables: readonly ShrunkTable[]}
	/** Pages that people worked on would be hidden. */
	| {readonly code: 'loss'; readonly loss: Loss; readonly names: readonly ResourceName[]}
	| {readonly code: 'few-rows'; readonly rows: number; readonly minRows: number}
	/** The file is too old; in hours. */
	| {readonly code: 'old-file'; readonly age: number; readonly maxAge: number}
	/** The last upload was of another file kind, so Secoda may replace every page by a new one. */
	| {readonly code: 'other-kind'; readonly earlier: string};

export type GuardResult =
	| {readonly kind: 'clear'}
	/** A safety stop. An approval with the ID of the plan overrides it for exactly this plan. */
	| {readonly kind: 'stopped'; readonly reasons: readonly GuardReason[]};

/** The limits of the safety stop. */
export type GuardLimits = {
	/** Maximum percentage of the resources in the catalog, or in the file, that may be hidden. */
	readonly maxHidden: number;
	/** Hiding fewer resources than this never stops a plan by its share. */
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

/** The facts about an upload that are not in its plan. */
export type UploadFacts = {
	/** The rows of the file. */
	readonly rows: number;
	/** The age of the file in hours. */
	readonly age: number | undefined;
	/** The file kind of the last upload to the integration, if its pages may be others than those of this one. */
	readonly earlierKind?: string | undefined;
	/** The lists of the catalog that could not be read completely. */
	readonly incomplete?: readonly IncompleteList[];
};

/** Decides whether a plan needs an approval. */
export function guard(plan: Plan, limits: GuardLimits, facts: UploadFacts): GuardResult {
	const reasons = [
		...(facts.incomplete ?? []).map(list => ({code: 'incomplete-baseline', ...list}) as const),
		...reasonsOfLoss(plan),
		...reasonsOfShape(plan),
		...reasonsOfShare(plan, limits),
		...reasonsOfFile(limits, facts),
	];
	return reasons.length === 0 ? {kind: 'clear'} : {kind: 'stopped', reasons};
}

/** The number of names of pages that people worked on. */
const maxNames = 5;

/** Hiding a page that people worked on needs an approval whatever the share. */
function reasonsOfLoss({loss, sides}: Plan): readonly GuardReason[] {
	if (loss === undefined || loss.pages === 0) return [];
	return [{code: 'loss', loss, names: lostNames(loss, sides.hidden, maxNames)}];
}

function reasonsOfShape({shape}: Plan): readonly GuardReason[] {
	const {groups = [], tables = []} = shape ?? {};
	return [
		...(groups.length === 0 ? [] : [{code: 'groups-gone', groups} as const]),
		...(tables.length === 0 ? [] : [{code: 'tables-shrunk', tables} as const]),
	];
}

function reasonsOfShare(plan: Plan, {minHidden, maxHidden}: GuardLimits): readonly GuardReason[] {
	return plan.entities.flatMap(entity => {
		const hidden = countIn(plan.hidden, entity);
		const shown = countIn(plan.catalog, entity);
		// The smaller of the two: a large unrelated file hides the whole catalog, which is a small share of the file.
		const whole = Math.min(countIn(plan.file, entity), shown);
		if (hidden < minHidden || hidden <= (whole * maxHidden) / 100) return [];
		return [{code: 'many-hidden', entity, hidden, shown}];
	});
}

function reasonsOfFile({minRows, maxAge}: GuardLimits, {rows, age, earlierKind}: UploadFacts): readonly GuardReason[] {
	const reasons: GuardReason[] = [];
	if (rows < minRows) reasons.push({code: 'few-rows', rows, minRows});
	if (age !== undefined && age > maxAge) reasons.push({code: 'old-file', age, maxAge});
	if (earlierKind !== undefined) reasons.push({code: 'other-kind', earlier: earlierKind});
	return reasons;
}
