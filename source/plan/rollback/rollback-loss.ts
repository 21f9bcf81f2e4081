import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import type {EntityCount} from '../counts.ts';
import {countEdges} from '../edge-evidence.ts';
import type {Inventory} from '../inventory.ts';
import {lostNames} from '../loss.ts';
import type {Plan} from '../plan.ts';
import {type EmptiedValues, findEmptied, maxNames} from './emptied.ts';

/** A number of pages, and the names of the first. */
export type NamedPages = {readonly pages: number; readonly names: readonly ResourceName[]};

/** The values and pages that sending an earlier snapshot again cannot bring back, as far as they are known. */
type RollbackLoss = {
	readonly emptied: EmptiedValues;
	/** The pages whose description a person changed in Secoda since: with the Property import Smart, that one stays [doc]. */
	readonly edited: NamedPages;
	/** The pages that people worked on, and that are hidden because they are not in the snapshot. */
	readonly worked: NamedPages;
	/** The pages of the snapshot that are not shown now. Whether an upload shows hidden pages again is [unknown]. */
	readonly gone: NamedPages & {readonly counts: readonly EntityCount[]};
	readonly edges: AddedEdges | undefined;
};

/**
Edges that the snapshot does not have: those that Secoda lists, or those of the last upload if the snapshot has no lineage file. The number
is absent if they are not all read. Whether an upload removes edges is [unknown].
*/
type AddedEdges = {readonly from: 'secoda' | 'last-upload'; readonly count: number | undefined};

/** A rollback to an earlier upload by its number. */
export type Rollback = {readonly to: number; readonly loss: RollbackLoss};

/** Finds what a plan that sends an earlier snapshot again cannot bring back. `sent` is what was sent last. Yields now and then. */
export function* findRollbackLoss(
	plan: Plan,
	sent: Inventory | undefined,
): Generator<undefined, RollbackLoss, undefined> {
	const {loss, edited, filled, sides} = plan;
	const {after, hidden} = sides;
	const emptied = yield* findEmptied(plan);
	// An edited page without a description in the snapshot is one that an empty value does not overwrite.
	const lost = (edited?.pages ?? []).filter(({entity, after: number}) => filled?.has(entity, number) !== true);
	const firstEdited = lost.slice(0, maxNames);
	return {
		emptied,
		edited: {
			pages: (edited?.count ?? 0) - (edited?.pages ?? []).length + lost.length,
			names: firstEdited.map(({entity, after: number}) => after.nameOf(entity, number)),
		},
		worked: loss === undefined ? {pages: 0, names: []} : {pages: loss.pages, names: lostNames(loss, hidden, maxNames)},
		gone: findGone(plan),
		edges: findAddedEdges(plan, sent),
	};
}

/** True if something is known, or must be feared, that a rollback does not bring back. */
export function hasLoss({emptied, edited, worked, gone, edges}: RollbackLoss): boolean {
	return !emptied.isComplete || edges !== undefined || [emptied, edited, worked, gone].some(({pages}) => pages > 0);
}

function findAddedEdges({edges}: Plan, sent: Inventory | undefined): AddedEdges | undefined {
	if (edges !== undefined) {
		const {notInFile: count, problem} = edges;
		return count === 0 || problem !== undefined ? undefined : {from: 'secoda', count};
	}

	const count = sent === undefined ? 0 : countEdges(sent).internal;
	return count === 0 ? undefined : {from: 'last-upload', count};
}

/** Lists often show only pages that are not hidden, so a page that would be created can be a hidden one. */
function findGone({changes, sides}: Plan): RollbackLoss['gone'] {
	const counts = new Map<EntityType, number>();
	const names: ResourceName[] = [];
	let pages = 0;
	for (let at = 0; at < changes.length; at++) {
		const action = changes.actionAt(at);
		if (action !== 'created' && action !== 'revived' && action !== 'renamed') continue;
		const entity = changes.entityAt(at);
		pages++;
		counts.set(entity, (counts.get(entity) ?? 0) + 1);
		if (names.length < maxNames) names.push(sides.after.nameOf(entity, changes.afterAt(at)));
	}

	return {pages, names, counts: Array.from(counts, ([entity, count]) => ({entity, count}))};
}
