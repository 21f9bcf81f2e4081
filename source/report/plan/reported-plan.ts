import type {Preview} from '../../job/events.ts';
import type {EntityType} from '../../kinds/resources.ts';
import {type ActionCounts, changeActions} from '../../plan/changes/action.ts';
import type {GuardResult} from '../../plan/guard.ts';
import type {Plan} from '../../plan/plan.ts';
import type {Rollback} from '../../plan/rollback/rollback-loss.ts';
import type {SnapshotTotals} from '../../plan/snapshot.ts';

/** A file, or two, as one side of a comparison. */
export type ComparedFile = {readonly name: string; readonly totals: SnapshotTotals};

/** The part of a file that is not compared with another one, because an upload would not have sent it. */
export type SkippedPart = {
	readonly file: string;
	/** The number of rows that are skipped. */
	readonly rows: number;
	/** Why nothing of the file can be sent; absent if only these rows have errors. */
	readonly problem?: string | undefined;
};

/** The catalog, or a file in its place. */
export type ComparedWith =
	| {readonly kind: 'catalog'; readonly integration: string}
	/** Another file, in place of the catalog. */
	| {
			readonly kind: 'file';
			readonly file: ComparedFile;
			readonly other: ComparedFile & {readonly skipped: readonly SkippedPart[]};
	  };

/** The decision of the guard, and the command that sends the file all the same; absent without one. */
export type ReportedVerdict = {readonly result: GuardResult; readonly approve?: string | undefined};

/** A plan with what is known beside it, as texts need it. */
export type ReportedPlan = {
	readonly plan: Plan;
	/** The size of the upload. */
	readonly totals: SnapshotTotals;
	readonly comparedWith: ComparedWith;
	readonly warnings: number;
	/** Labels of the columns that are not sent: Secoda does not know them. */
	readonly notSent: readonly string[];
	/** The rollback that is planned; absent for another upload. */
	readonly rollback?: Rollback | undefined;
	/** Absent where an ending follows that has it. */
	readonly verdict?: ReportedVerdict | undefined;
};

/** Returns the plan of an upload for a text. */
export function reportedPreview({plan, snapshot, integration, warnings, notSent, rollback}: Preview): ReportedPlan {
	return {
		plan,
		totals: snapshot,
		comparedWith: {kind: 'catalog', integration: integration.name},
		warnings,
		notSent,
		rollback,
	};
}

/** The parts of a plan that are counted. */
type CountedPlan = Pick<Plan, 'entities' | 'changes' | 'edges'>;

/** Counts the changes of pages. */
export function pageCounts({changes, entities}: CountedPlan): ActionCounts {
	const counts = {...changes.counts()};
	for (const edge of edgeTypes({changes, entities})) {
		const ofEdges = changes.counts(edge);
		for (const action of changeActions) counts[action] -= ofEdges[action];
	}

	return counts;
}

/** Numbers of edges that are added and removed. */
export type EdgeChanges = {readonly added: number; readonly removed: number};

/** Counts the edges that a plan adds and removes: all between two files; those that are certain between a file and the catalog. */
export function edgeCounts({changes, entities, edges}: CountedPlan): EdgeChanges {
	const ofTypes = edgeTypes({changes, entities}).map(type => changes.counts(type));
	const removed = ofTypes.reduce((sum, {hidden}) => sum + hidden, 0);
	const added = ofTypes.reduce((sum, {created}) => sum + created, 0);
	// Of many edges only a sample is compared. Whether Secoda removes edges is [unknown].
	const isCompared = edges !== undefined && edges.problem === undefined && edges.sample === edges.file - edges.external;
	return {added: isCompared ? added + edges.unlisted : added, removed};
}

function edgeTypes({changes, entities}: Pick<Plan, 'entities' | 'changes'>): readonly EntityType[] {
	return changes.entities.filter(entity => !entities.includes(entity));
}

/** True if the upload changes more than timestamps, as far as that is known: exports often have new ones each time. */
export function hasChanges(plan: CountedPlan): boolean {
	const {changes} = plan;
	return changes.length > changes.counts().retimed || edgeCounts(plan).added > 0;
}
