import type {Preview, WatchTarget} from '../job/events.ts';
import type {SyncStatus} from '../job/watch.ts';
import type {EntityType, ResourceName} from '../kinds/resources.ts';
import {countIn, type EntityCount, type ResourceCounts} from '../plan/counts.ts';
import {countedNames, pluralNames} from '../plan/entity-names.ts';
import {comparedEntities, occurringEntities, type Plan, samplesOf, unlistedResources} from '../plan/plan.ts';
import {sentRows} from '../plan/sent-rows.ts';
import {bytes, count, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {plannedEdgeLines} from './edges.ts';

/** Returns the changes of an upload as text. */
export function planLines({plan, snapshot, integration, warnings, notSent}: Preview): readonly string[] {
	const unlisted = unlistedResources(plan);
	return [
		`To send: ${sentRows(snapshot)} (${bytes(snapshot.bytes)}) to "${visible(integration.name)}".`,
		...(warnings === 0 ? [] : [`  problems:          no errors, ${plural(warnings, 'warning')}`]),
		`  new pages:         ${countsText(plan, plan.created)}`,
		`  already in Secoda: ${countsText(plan, plan.kept)}`,
		`  hidden (archived): ${countsText(plan, plan.hidden)}`,
		...hiddenLines(plan),
		...(plan.edges === undefined ? [] : plannedEdgeLines(plan.edges).map(edgeLine)),
		...(unlisted.length === 0 ? [] : [`  not compared:      ${unlistedText(unlisted)}`]),
		...(notSent.length === 0 ? [] : [`  not sent:          ${columnsText(notSent)}`]),
	];
}

function edgeLine(text: string, at: number): string {
	return `  ${(at === 0 ? 'edges:' : '').padEnd(18)} ${visible(text)}`;
}

/** Returns the upload whose sync is watched again as text. */
export function watchLine({sent, integration, host}: WatchTarget): string {
	return `Watching the sync of ${sentRows(sent)} sent to "${visible(integration)}" at ${visible(host)}.`;
}

/** Maximum number of hidden resources of each type to list. */
const maxNames = 20;

function hiddenLines(plan: Plan): readonly string[] {
	return comparedEntities(plan).flatMap(entity =>
		namesListed(
			samplesOf(plan, entity).map(name => sampleText(entity, name)),
			countIn(plan.hidden, entity),
			`other ${entity.singular}`,
			`other ${entity.plural}`,
		),
	);
}

/** Returns the first names, one per line, and the number of others. */
function namesListed(names: readonly string[], total: number, other: string, others: string): readonly string[] {
	const shown = names.slice(0, maxNames);
	const more = total - shown.length;
	return [
		...shown.map(name => `    ${visible(name)}`),
		...(more > 0 ? [`    and ${plural(more, other, others)}`] : []),
	];
}

/** Formats a name: "DB.sales.orders". */
export function resourceName(name: ResourceName): string {
	return name.join('.');
}

/** Formats a name with its type, unless the name is clear without it: "table DB.sales.orders", "DB.sales.orders.id". */
export function sampleText({singular, isPlain}: EntityType, name: ResourceName): string {
	return isPlain ? resourceName(name) : `${singular} ${resourceName(name)}`;
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
