import {type Field, fieldOfLabel, fields, trim} from '../../rules/field.ts';
import {openTable, type Reading, type Source} from '../../session/open-table.ts';
import {Session} from '../../session/session.ts';
import {withColumns} from '../../table/add-columns.ts';
import {openPrivateCopy} from '../../table/private-copy.ts';
import {Table} from '../../table/table.ts';
import {visible} from '../../text/visible.ts';
import {usageError} from '../usage-error.ts';
import type {MapOption, SetOption} from './options.ts';

/** Opens a file for fixing: its header mapped, and with a column for each field that gets a value and has none. */
export async function openForFix(
	from: Source,
	{map, set, ...reading}: Reading & {readonly map: readonly MapOption[]; readonly set: readonly SetOption[]},
	signal: AbortSignal,
): Promise<Session> {
	let table = await openTable(from, reading, signal);
	try {
		mapHeader(table, map);
		const missing = set.filter(({field}) => !hasColumn(table, field));
		if (missing.length > 0) {
			await table.findRecords({}, signal);
			const columns = missing.map(({field, value}) => ({label: field, value}));
			const wider = await openPrivateCopy(table.file.path, withColumns(table, columns, signal), signal);
			await table.close();
			table = await Table.open(wider, table.delimiter);
		}

		const session = new Session(table, reading.mapping);
		await session.check(signal);
		return session;
	} catch (error) {
		await table.close();
		throw error;
	}
}

/** Writes the fields' names into the header cells that mean them. */
function mapHeader(table: Table, map: readonly MapOption[]): void {
	const labels = table.cells(1);
	const cells = new Map<number, string>();
	for (const {header, field} of map) {
		const column = columnOf(labels, header);
		if (column === undefined) {
			const known = labels.map(label => `"${visible(label)}"`).join(', ');
			throw usageError(
				`The file has no column "${visible(header)}". Nothing was changed.`,
				`Its columns are ${known}; a number names one too (#1 is the first).`,
			);
		}

		// A column without a name may get any, so that it is known to be none of Secoda's.
		if (fieldOfLabel(field) === undefined && trim(labels[column] ?? '') !== '') {
			throw usageError(
				`There is no field "${visible(field)}". Nothing was changed.`,
				`The fields: ${fields.join(', ')}.`,
			);
		}

		cells.set(column, field);
	}

	if (cells.size > 0) table.overlay.apply('map the header', [1], () => ({kind: 'cells', cells}));
}

function columnOf(labels: readonly string[], header: string): number | undefined {
	const wanted = trim(header).toLowerCase();
	const at = labels.findIndex(label => trim(label).toLowerCase() === wanted);
	if (at !== -1) return at;
	const number = Number(/^#(\d+)$/.exec(wanted)?.[1] ?? Number.NaN);
	return number >= 1 && number <= labels.length ? number - 1 : undefined;
}

function hasColumn(table: Table, field: Field): boolean {
	return table.cells(1).some(label => fieldOfLabel(label) === field);
}
