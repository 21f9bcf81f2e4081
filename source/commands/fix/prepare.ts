import {trim} from '../../kinds/values/trim.ts';
import {addColumns, renameLabels} from '../../session/header-changes.ts';
import {type OpenedFile, openRecords, requireColumn} from '../../session/open-records.ts';
import type {InputSource, ReadOptions} from '../../session/read-options.ts';
import {Session} from '../../session/session.ts';
import {visible} from '../../text/visible.ts';
import {usageError} from '../usage-error.ts';
import type {MapOption, SetOption} from './options.ts';

/** Opens a file for fixing: its header mapped, and with a column for each field that gets a value and has none. */
export async function openForFix(
	from: InputSource,
	{map, set, ...reading}: ReadOptions & {readonly map: readonly MapOption[]; readonly set: readonly SetOption[]},
	signal: AbortSignal,
): Promise<Session> {
	const opened = await openRecords(from, reading, signal);
	const {kind} = opened;
	let {records} = opened;
	try {
		mapHeader(opened, map);
		const {mapping} = kind.readHeader(records.labels, reading.mapping ?? {});
		const missing = records.labels !== undefined ? set.filter(({field}) => mapping[field] === undefined) : [];
		if (missing.length > 0) {
			// Of two values for one field the last one counts.
			const values = new Map(missing.map(({field, value}) => [field, value]));
			const columns = [...values].map(([label, value]) => ({label, value}));
			records = await addColumns(records, columns, signal);
		}

		const session = new Session({kind, records}, reading.mapping);
		await session.check(signal);
		return session;
	} catch (error) {
		await records.close();
		throw error;
	}
}

/** Writes the fields' names into the header cells that mean them. */
function mapHeader({kind, records}: OpenedFile, map: readonly MapOption[]): void {
	if (map.length === 0) return;
	const {labels} = records;
	if (labels === undefined)
		throw usageError(
			'The header is too long to be read. Nothing was changed.',
			'Export the file again, or omit --map.',
		);
	const cells = new Map<number, string>();
	for (const {header, field} of map) {
		const column = requireColumn(labels, header);
		// A column without a name may get any, so that it is known to be none of Secoda's.
		if (kind.fieldOfLabel(field) === undefined && trim(labels[column] ?? '') !== '') {
			throw usageError(
				`There is no field "${visible(field)}". Nothing was changed.`,
				`The fields: ${kind.fields.join(', ')}.`,
			);
		}

		cells.set(column, field);
	}

	renameLabels(records, cells);
}
