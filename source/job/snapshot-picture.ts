import {trim} from '../kinds/warehouse/field.ts';
import type {RowView} from '../kinds/warehouse/row-view.ts';
import {type ColumnNames, Picture} from '../plan/picture.ts';
import {delimiters} from '../records/csv/dialect.ts';
import {openTable} from '../session/open-table.ts';
import {Session} from '../session/session.ts';
import {canonicalCsv} from './canonical-csv.ts';

/** Returns the names of the column that a record describes. */
export function columnNamesOf(row: RowView): ColumnNames {
	return {
		database: trim(row.value('database')),
		schema: trim(row.value('schema')),
		table: trim(row.value('name')),
		column: trim(row.value('col_name')),
	};
}

/** Reads which columns a snapshot holds, in the order in which it was written. @throws FileError, FormatError */
export async function pictureOfSnapshot(path: string, signal: AbortSignal): Promise<Picture> {
	const records = await openTable(path, {encoding: 'utf-8', delimiter: delimiters.comma}, signal);
	try {
		const picture = new Picture();
		const session = new Session(records);
		await records.findRecords({}, signal);
		// A canonical file is written as it is read; only its records are of interest here.
		for await (const _piece of canonicalCsv(session, row => picture.add(columnNamesOf(row)), signal));
		return picture;
	} finally {
		await records.close();
	}
}
