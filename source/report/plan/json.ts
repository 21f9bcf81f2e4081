import type {Cause} from '../../plan/causes/cause.ts';
import {nameOfChange} from '../../plan/change-names.ts';
import type {ChangeAction} from '../../plan/changes/action.ts';
import type {Change} from '../../plan/changes/change-list.ts';
import {countIn, countKey, type EntityCount} from '../../plan/counts.ts';
import type {GuardResult} from '../../plan/guard.ts';
import {reasonText} from '../../plan/guard-texts.ts';
import type {Plan} from '../../plan/plan.ts';
import type {Rollback} from '../../plan/rollback/rollback-loss.ts';
import {jsonText} from '../../text/json.ts';
import {plannedEdgesJson} from '../edges.ts';
import {causeText} from './cause-texts.ts';
import {earlierName, fieldsOfChange} from './names.ts';
import {peopleJson} from './people.ts';
import {pageCounts, type SkippedPart} from './reported-plan.ts';
import {rollbackJson} from './rollback.ts';

/** A plan as JSON reports it. */
export type JsonPlan = {
	readonly plan: Plan;
	readonly verdict: GuardResult;
	readonly notSent: readonly string[];
	/** Absent for a comparison with the catalog. */
	readonly skipped?: readonly SkippedPart[] | undefined;
	readonly rollback?: Rollback | undefined;
};

/**
Returns a plan as one JSON object, in pieces: it may have millions of changes. If a name or a value cannot be read, the object ends with
the error (`errorOf`), so that the output is still valid JSON, and the error is thrown.
*/
export function* planJson(
	{plan, verdict, notSent, rollback, skipped}: JsonPlan,
	errorOf: (error: unknown) => unknown,
): Generator<string, void, void> {
	const head = jsonText({
		...(rollback === undefined ? {} : {rollback: rollbackJson(rollback)}),
		planId: plan.id,
		counts: {...pageCounts(plan), types: typeCounts(plan)},
		causes: plan.causes.map(causeJson),
		verdict: verdictJson(verdict),
		edges: plan.edges === undefined ? null : plannedEdgesJson(plan.edges),
		...peopleJson(plan),
		notSent,
		...(skipped === undefined ? {} : {skipped}),
	});
	yield `${head.slice(0, -1)},"changes":[`;
	try {
		for (let at = 0; at < plan.changes.length; at++) {
			yield `${at === 0 ? '' : ','}${jsonText(changeJson(plan, plan.changes.at(at)))}`;
		}
	} catch (error) {
		yield `],"error":${jsonText(errorOf(error))}}`;
		throw error;
	}

	yield ']}';
}

/** The effects on edges, which are no pages. */
const edgeActions: Readonly<Partial<Record<ChangeAction, string>>> = {created: 'added', hidden: 'removed'};

function causeJson(cause: Cause): object {
	const {kind, fix, explained} = cause;
	const {problem, hint} = causeText(cause);
	return {
		kind,
		problem,
		hint,
		fix: fix.map(({option, value}) => [option, value]),
		hidden: countsJson(explained.hidden),
		created: countsJson(explained.created),
	};
}

function countsJson(counts: readonly EntityCount[]): object {
	return Object.fromEntries(counts.map(({entity, count}) => [countKey(entity), count]));
}

function verdictJson(verdict: GuardResult): object {
	const reasons = verdict.kind === 'stopped' ? verdict.reasons : [];
	return {
		stopped: verdict.kind === 'stopped',
		reasons: reasons.map(reason => ({code: reason.code, message: reasonText(reason)})),
	};
}

/** Returns the counts of each type: in the file, in the catalog, and of each effect. */
function typeCounts(plan: Plan): object {
	const {changes, file, catalog} = plan;
	return Object.fromEntries(
		changes.entities.map(entity => [
			countKey(entity),
			{file: countIn(file, entity), catalog: countIn(catalog, entity), ...changes.counts(entity)},
		]),
	);
}

function changeJson(plan: Plan, change: Change): object {
	const earlier = earlierName(plan, change);
	const fields = fieldsOfChange(plan, change).map(
		({field, before, after}) => [field, {before: before ?? null, after: after ?? null}] as const,
	);
	const isPage = plan.entities.includes(change.entity);
	return {
		action: isPage ? change.action : (edgeActions[change.action] ?? change.action),
		entity: change.entity.singular,
		key: nameOfChange(plan, change).join(isPage ? '.' : ' -> '),
		...(earlier === undefined ? {} : {earlierKey: earlier.join('.')}),
		fields: Object.fromEntries(fields),
	};
}
