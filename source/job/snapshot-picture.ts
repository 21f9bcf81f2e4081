import {type ColumnNames, Picture} from '../plan/picture.ts';
import {delimiters} from '../records/csv/dialect.ts';
import {openRecords} from '../session/open-records.ts';
import {Session} from '../session/session.ts';

/** Returns the names of the column that a record describes. */
export function columnNamesOf([database = '', schema = '', table = '', column = '']: readonly string[]): ColumnNames {
	return {database, schema, table, column};
}

/** Reads which columns a snapshot holds, in the order in which it was written. @throws FileError, FormatError */
export async function pictureOfSnapshot(path: string, signal: AbortSignal): Promise<Picture> {
	const file = await openRecords(path, {encoding: 'utf-8', delimiter: delimiters.comma}, signal);
	const {records} = file;
	try {
		const picture = new Picture();
		const session = new Session(file);
		await records.findRecords({}, signal);
		// A canonical file is written as it is read; only its records are of interest here.
		for await (const _piece of session.canonical(names => picture.add(columnNamesOf(names)), signal));
		return picture;
	} finally {
		await records.close();
	}
}
