import type {Preview} from '../job/events.ts';
import type {Counts} from '../plan/plan.ts';
import {bytes, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** What an upload would change, for people. */
export function planLines({plan, snapshot, integration, warnings}: Preview): readonly string[] {
	return [
		`To send: ${plural(snapshot.records, 'row')} (${bytes(snapshot.bytes)}) to "${visible(integration.name)}".`,
		...(warnings === 0 ? [] : [`  to look at:      ${plural(warnings, 'warning')} in the file`]),
		`  new pages:       ${countsText(plan.created)}`,
		`  there already:   ${countsText(plan.kept)}`,
		`  hidden in Secoda (archived): ${countsText(plan.hidden)}`,
	];
}

/** "3 tables, 41 columns". */
export function countsText({tables, columns}: Counts): string {
	return `${plural(tables, 'table')}, ${plural(columns, 'column')}`;
}
