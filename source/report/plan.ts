import type {Preview} from '../job/events.ts';
import type {ColumnNames, TableNames} from '../plan/picture.ts';
import type {Counts, Plan} from '../plan/plan.ts';
import {bytes, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';

/** What an upload would change, for people. */
export function planLines({plan, snapshot, integration, warnings, notSent}: Preview): readonly string[] {
	return [
		`To send: ${plural(snapshot.records, 'row')} (${bytes(snapshot.bytes)}) to "${visible(integration.name)}".`,
		...(warnings === 0 ? [] : [`  to look at:      ${plural(warnings, 'warning')} in the file`]),
		`  new pages:       ${countsText(plan.created)}`,
		`  there already:   ${countsText(plan.kept)}`,
		`  hidden in Secoda (archived): ${countsText(plan.hidden)}`,
		...hiddenLines(plan),
		...(notSent.length === 0 ? [] : [`  not sent:        ${columnsText(notSent)}`]),
	];
}

/** How many hidden tables, and how many hidden columns, are listed by name. */
const mostNames = 20;

function hiddenLines({hidden, hiddenSamples, hiddenTableSamples}: Plan): readonly string[] {
	return [
		...listed(
			hiddenTableSamples.map(names => `table ${tableName(names)}`),
			hidden.tables,
			'other table',
		),
		...listed(hiddenSamples.map(columnName), hidden.columns, 'other column'),
	];
}

/** Returns the first names, a line each, and how many others there are. */
function listed(names: readonly string[], total: number, other: string): readonly string[] {
	const shown = names.slice(0, mostNames);
	const others = total - shown.length;
	return [...shown.map(name => `    ${visible(name)}`), ...(others > 0 ? [`    and ${plural(others, other)}`] : [])];
}

/** "DB.sales.orders". */
export function tableName({database, schema, table}: TableNames): string {
	return [database, schema, table].join('.');
}

/** "DB.sales.orders.id". */
export function columnName({database, schema, table, column}: ColumnNames): string {
	return [database, schema, table, column].join('.');
}

/** "2 columns of the file that Secoda does not know: "Owner", "Tags"". */
export function columnsText(labels: readonly string[]): string {
	const names = labels.map(label => `"${visible(label)}"`).join(', ');
	return `${plural(labels.length, 'column')} of the file that Secoda does not know: ${names}`;
}

/** "3 tables, 41 columns". */
export function countsText({tables, columns}: Counts): string {
	return `${plural(tables, 'table')}, ${plural(columns, 'column')}`;
}
