import type {Catalog} from '../catalog/client.ts';
import {type Clock, systemClock, type Timer} from '../clock.ts';
import type {ReadBackList} from '../kinds/resources.ts';
import type {Baseline} from '../plan/baseline.ts';
import {withComposedFixes} from '../plan/causes/compose-fixes.ts';
import {guard, limitsFrom} from '../plan/guard.ts';
import type {Inventory} from '../plan/inventory.ts';
import {makePlan} from '../plan/plan.ts';
import {findRollbackLoss} from '../plan/rollback/rollback-loss.ts';
import {type Snapshot, type TakenSnapshot, totalsOf} from '../plan/snapshot.ts';
import {sortTree} from '../plan/tree/sort-tree.ts';
import {earlierOtherKind} from './earlier-kind.ts';
import type {JobEvent, Preview} from './events.ts';
import {openValues} from './open-values.ts';
import type {JobOptions, JobServices} from './options.ts';
import {readBaseline} from './read-catalog.ts';
import {readEdgesBefore} from './read-edges.ts';
import {storeStopped} from './stopped-plans.ts';

/** An upload that is ready to be sent. */
export type PreparedUpload = {
	readonly preview: Preview;
	readonly inventory: Inventory;
	/** The lists of the catalog that show its resources. */
	readonly lists: readonly ReadBackList[];
	readonly baseline: Baseline;
	readonly snapshot: Snapshot;
	/** The number of descriptions that differ from those that were sent last. Empty ones are not counted. */
	readonly otherTexts: number;
	/** Ends the use of what the plan reads. */
	close(): Promise<void>;
};

/** The options of an upload that its plan needs. */
export type PlanOptions = Pick<JobOptions, 'source' | 'limits' | 'rollbackOf' | 'composeFix'>;

type Integration = Preview['integration'];
type Emit = (event: JobEvent) => void;

/** Finds the integration, which also checks the token. */
export async function findIntegration(
	id: string,
	catalog: Catalog,
	signal: AbortSignal,
	emit: Emit,
): Promise<Integration> {
	emit({type: 'connecting'});
	const integration = await catalog.integration(id, signal);
	emit({type: 'connected', integration: integration.name, host: catalog.address.host});
	return {id, name: integration.name};
}

/** Reads the catalog and plans the upload of a snapshot. Sends nothing. */
export async function preparePlan(
	{integration, taken}: {readonly integration: Integration; readonly taken: TakenSnapshot},
	{source: file, limits, rollbackOf, composeFix}: PlanOptions,
	{catalog, state, timer = systemClock}: JobServices,
	signal: AbortSignal,
	emit: Emit,
): Promise<PreparedUpload> {
	const target = {host: catalog.address.host, integration: integration.id};
	const values = await openValues(taken, target, state, signal);
	try {
		const {snapshot, inventory, readBack: lists} = taken;
		const sent = values.sent?.inventory;
		const source = {catalog, timer, integration: integration.id, inventory, lists, sent};
		const before = await readBaseline(source, signal, emit);
		const {planned: edges, baseline} = await readEdgesBefore(catalog, before, signal, emit);
		const totals = totalsOf(snapshot);
		const earlierKind = earlierOtherKind(state.history, target, snapshot);
		const input = {target: {...target, kind: snapshot.kind}, ...values, earlierKind, edges};
		const drawn = makePlan(before.comparison, input);
		const made = {...drawn, tree: await runSteps(sortTree(drawn), timer, signal)};
		// The cause of the changes is that an earlier upload is sent again.
		const plan = rollbackOf === undefined ? withComposedFixes(made, composeFix) : {...made, causes: []};
		const facts = {
			rows: totals.records,
			age: hoursSince(await file.writtenAt(), timer),
			earlierKind,
			incomplete: before.incomplete,
		};
		const preview = {
			plan,
			warnings: file.warnings,
			notSent: file.notSent,
			guardResult: guard(plan, limitsFrom(limits), facts),
			rollback:
				rollbackOf === undefined
					? undefined
					: {to: rollbackOf, loss: await runSteps(findRollbackLoss(plan, sent), timer, signal)},
			snapshot: totals,
			integration,
			host: target.host,
			link: catalog.syncsPageUrl(integration.id),
		};
		if (preview.guardResult.kind === 'stopped') storeStopped(state, plan);
		const {otherTexts} = before.comparison.marked;
		return {preview, inventory, lists, baseline, snapshot, otherTexts, close: values.close};
	} catch (error) {
		await values.close();
		throw error;
	}
}

/** Runs steps with pauses between them, because a plan can have millions of changes. */
async function runSteps<Result>(
	steps: Generator<undefined, Result, undefined>,
	timer: Timer,
	signal: AbortSignal,
): Promise<Result> {
	for (;;) {
		const step = steps.next();
		if (step.done) return step.value;
		await timer.delay(0, signal);
	}
}

function hoursSince(time: number | undefined, clock: Clock): number | undefined {
	return time === undefined ? undefined : (clock.now() - time) / 3_600_000;
}
