import {fieldOfLabel, fields, trim} from '../../rules/field.ts';
import {headerOf} from '../../session/header-of.ts';
import {namedColumn, openTable, type Reading, type Source} from '../../session/open-table.ts';
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
		const {mapping} = headerOf(table, reading.mapping);
		const missing = table.isEditable(1) ? set.filter(({field}) => mapping[field] === undefined) : [];
		if (missing.length > 0) {
			await table.findRecords({}, signal);
			// Of two values for one field the last one counts.
			const values = new Map(missing.map(({field, value}) => [field, value]));
			const columns = [...values].map(([label, value]) => ({label, value}));
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
	if (map.length > 0 && !table.isEditable(1))
		throw usageError(
			'The header is too long to be read. Nothing was changed.',
			'Export the file again, or omit --map.',
		);
	const labels = table.cells(1);
	const cells = new Map<number, string>();
	for (const {header, field} of map) {
		const column = namedColumn(labels, header);
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
