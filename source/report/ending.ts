import {exitCodes} from '../errors/exit-codes.ts';
import type {Ending, StoppedPlan} from '../job/ending.ts';
import {actionKey, countIn, countKey} from '../plan/counts.ts';
import {comparedEntities, samplesOf} from '../plan/plan.ts';
import {visible} from '../text/visible.ts';
import {edgesJson, plannedEdgesJson} from './edges.ts';
import {resourceName} from './plan.ts';

/**
Returns the outcome of an upload in the documented shape of `upload --json`. A safety stop includes its plan; an outcome with an
exit code other than 0 includes the `error` of a failed command.
*/
export function endingJson(ending: Ending): object {
	const {outcome, sent, sync, edges, message, entry, plan, exitCode} = ending;
	return {
		outcome,
		sent,
		sync,
		edges: edges === undefined ? null : edgesJson(edges),
		message,
		entry: entry ?? null,
		...(plan === undefined ? {} : {plan: planJson(plan)}),
		...(exitCode === exitCodes.done ? {} : {error: errorJson(ending)}),
	};
}

function errorJson({outcome, code, message, next, exitCode}: Ending): object {
	const ofOutcome = exitCode === exitCodes.fileHasErrors ? 'file-has-errors' : outcome;
	return {code: code ?? ofOutcome, problem: message, hint: next, exitCode};
}

function planJson(plan: StoppedPlan): object {
	const {id, reasons, file, catalog, created, kept, hidden, notSent, edges: planned} = plan;
	const edges = planned === undefined ? null : plannedEdgesJson(planned);
	const samples = comparedEntities(plan).map(entity => ({entity, names: samplesOf(plan, entity).map(resourceName)}));
	const names = Object.fromEntries(samples.map(({entity, names}) => [actionKey('hidden', entity), names]));
	const truncated = Object.fromEntries(
		samples.map(({entity, names}) => [countKey(entity), names.length < countIn(hidden, entity)]),
	);
	return {id, reasons, file, catalog, created, kept, hidden, ...names, truncated, notSent, edges};
}

/** Returns the outcome of an upload as text: what happened, the state of the catalog, the next step. */
export function endingLines({message, catalog, next, link}: Ending): string {
	const lines = [message, `Catalog: ${catalog}`, `Next: ${next}`, ...(link === undefined ? [] : [`Syncs: ${link}`])];
	return `${lines.map(line => visible(line)).join('\n')}\n`;
}
