import type {WatchTarget} from '../job/events.ts';
import type {SyncStatus} from '../job/watch.ts';
import {countIn, type EntityCount, type ResourceCounts} from '../plan/counts.ts';
import {countedNames, pluralNames} from '../plan/entity-names.ts';
import {occurringEntities, type Plan} from '../plan/plan.ts';
import {sentRows} from '../plan/sent-rows.ts';
import {count, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** Returns the upload whose sync is watched again as text. */
export function watchLine({sent, integration, host}: WatchTarget): string {
	return `Watching the sync of ${sentRows(sent)} sent to "${visible(integration)}" at ${visible(host)}.`;
}

/** Formats columns that are not sent: "2 columns that Secoda does not know: "Owner", "Tags"". */
export function columnsText(labels: readonly string[]): string {
	const names = labels.map(label => `"${visible(label)}"`).join(', ');
	return `${plural(labels.length, 'column')} that Secoda does not know: ${names}`;
}

/** Formats counts of a plan: "3 tables, 41 columns". Skips types that are neither in the file nor in the catalog, or not compared. */
export function countsText(plan: Plan, counts: ResourceCounts): string {
	return countedNames(occurringEntities(plan).map(entity => ({entity, count: countIn(counts, entity)})));
}

/** Formats resources that no list of the catalog shows: "3 edges (not listed by Secoda)". */
export function unlistedText(unlisted: readonly EntityCount[]): string {
	return `${countedNames(unlisted)} (not listed by Secoda)`;
}

/** Formats the progress of a sync: "Sync: 3 of 44 tables and columns, 2 of 5 edges found after 0.4 s." */
export function syncLine({counts, entities, edges}: Pick<SyncStatus, 'counts' | 'entities' | 'edges'>): string {
	const {found, expected, seconds} = counts;
	const hasEdges = edges !== undefined && edges.counts.expected > 0;
	const edgesFound = hasEdges ? `, ${count(edges.counts.found)} of ${count(edges.counts.expected)} edges` : '';
	return `Sync: ${count(found)} of ${count(expected)} ${pluralNames(entities)}${edgesFound} found after ${seconds.toFixed(1)} s.`;
}
