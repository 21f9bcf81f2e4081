import type {Cause} from '../plan/causes/cause.ts';
import {changeActions} from '../plan/changes/action.ts';
import {countKey, countsOf, type EntityCount, type ResourceCounts} from '../plan/counts.ts';
import type {GuardResult} from '../plan/guard.ts';
import {reasonText} from '../plan/guard-texts.ts';
import type {Plan} from '../plan/plan.ts';
import type {StoredJson} from '../state/history-entry.ts';

/** Returns a plan in short, as the history stores it. Another shape needs another version. */
export function shortPlan({changes, kept, causes}: Plan, guardResult: GuardResult): StoredJson {
	const actions = changeActions.map(action => [
		action,
		withoutZeros(countsOf(changes.entities, entity => changes.counts(entity)[action])),
	]);
	const counts = {...Object.fromEntries(actions), kept};
	const reasons = guardResult.kind === 'stopped' ? guardResult.reasons.map(reasonText) : [];
	return {version: 1, counts, causes: causes.map(shortCause), reasons};
}

function shortCause({kind, explained, fix}: Cause): object {
	const {hidden, created} = explained;
	return {
		kind,
		hidden: countsByKey(hidden),
		created: countsByKey(created),
		fix: fix.map(({option, value}) => `${option} ${value}`),
	};
}

function countsByKey(counts: readonly EntityCount[]): ResourceCounts {
	return Object.fromEntries(counts.map(({entity, count}) => [countKey(entity), count]));
}

function withoutZeros(counts: ResourceCounts): ResourceCounts {
	return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
