import type {Preview, WatchTarget} from '../job/events.ts';
import type {SyncStatus} from '../job/watch.ts';
import type {EntityType, ResourceName} from '../kinds/resources.ts';
import {countIn, countKey, type ResourceCounts} from '../plan/counts.ts';
import {pluralNames} from '../plan/entity-names.ts';
import {comparedEntities, type Plan, samplesOf} from '../plan/plan.ts';
import {sentRows} from '../plan/sent-rows.ts';
import {bytes, count, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** Returns the changes of an upload as text. */
export function planLines({plan, snapshot, integration, warnings, notSent}: Preview): readonly string[] {
	return [
		`To send: ${sentRows(snapshot)} (${bytes(snapshot.bytes)}) to "${visible(integration.name)}".`,
		...(warnings === 0 ? [] : [`  problems:          no errors, ${plural(warnings, 'warning')}`]),
		`  new pages:         ${countsText(plan, plan.created)}`,
		`  already in Secoda: ${countsText(plan, plan.kept)}`,
		`  hidden (archived): ${countsText(plan, plan.hidden)}`,
		...hiddenLines(plan),
		...(notSent.length === 0 ? [] : [`  not sent:          ${columnsText(notSent)}`]),
	];
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

/** Formats counts: "3 tables, 41 columns". Skips types with an unknown count. */
export function countsText({entities}: Pick<Plan, 'entities'>, counts: ResourceCounts): string {
	return entities
		.filter(entity => countKey(entity) in counts)
		.map(entity => plural(countIn(counts, entity), entity.singular, entity.plural))
		.join(', ');
}

/** Formats the progress of a sync: "Sync: 3 of 44 tables and columns found after 0.4 s." */
export function syncLine({counts, entities}: Pick<SyncStatus, 'counts' | 'entities'>): string {
	const {found, expected, seconds} = counts;
	return `Sync: ${count(found)} of ${count(expected)} ${pluralNames(entities)} found after ${seconds.toFixed(1)} s.`;
}
