import type {Preview} from '../job/events.ts';
import type {SyncStatus} from '../job/watch.ts';
import type {EntityType, ResourceName} from '../kinds/resources.ts';
import {countIn, countKey, type ResourceCounts} from '../plan/counts.ts';
import {pluralNames} from '../plan/entity-names.ts';
import {comparedEntities, type Plan, samplesOf} from '../plan/plan.ts';
import {bytes, count, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** What an upload would change, for people. */
export function planLines({plan, snapshot, integration, warnings, notSent}: Preview): readonly string[] {
	return [
		`To send: ${plural(snapshot.records, 'row')} (${bytes(snapshot.bytes)}) to "${visible(integration.name)}".`,
		...(warnings === 0 ? [] : [`  to look at:      ${plural(warnings, 'warning')} in the file`]),
		`  new pages:       ${countsText(plan, plan.created)}`,
		`  there already:   ${countsText(plan, plan.kept)}`,
		`  hidden in Secoda (archived): ${countsText(plan, plan.hidden)}`,
		...hiddenLines(plan),
		...(notSent.length === 0 ? [] : [`  not sent:        ${columnsText(notSent)}`]),
	];
}

/** How many hidden resources of each type are listed by name. */
const mostNames = 20;

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

/** Returns the first names, a line each, and how many others there are. */
function namesListed(names: readonly string[], total: number, other: string, others: string): readonly string[] {
	const shown = names.slice(0, mostNames);
	const more = total - shown.length;
	return [
		...shown.map(name => `    ${visible(name)}`),
		...(more > 0 ? [`    and ${plural(more, other, others)}`] : []),
	];
}

/** "DB.sales.orders". */
export function resourceName(name: ResourceName): string {
	return name.join('.');
}

/** "table DB.sales.orders", or "DB.sales.orders.id" where the name alone is plain. */
export function sampleText({singular, isPlain}: EntityType, name: ResourceName): string {
	return isPlain ? resourceName(name) : `${singular} ${resourceName(name)}`;
}

/** "2 columns of the file that Secoda does not know: "Owner", "Tags"". */
export function columnsText(labels: readonly string[]): string {
	const names = labels.map(label => `"${visible(label)}"`).join(', ');
	return `${plural(labels.length, 'column')} of the file that Secoda does not know: ${names}`;
}

/** "3 tables, 41 columns"; types of which the number is not known are left out. */
export function countsText({entities}: Pick<Plan, 'entities'>, counts: ResourceCounts): string {
	return entities
		.filter(entity => countKey(entity) in counts)
		.map(entity => plural(countIn(counts, entity), entity.singular, entity.plural))
		.join(', ');
}

/** "Sync: 3 of 44 tables and columns found after 0.4 s." */
export function syncLine({counts, entities}: Pick<SyncStatus, 'counts' | 'entities'>): string {
	const {found, expected, seconds} = counts;
	return `Sync: ${count(found)} of ${count(expected)} ${pluralNames(entities)} found after ${seconds.toFixed(1)} s.`;
}
