import {once} from 'node:events';
import {createWriteStream} from 'node:fs';

import {columnDescription, columnsPerTable, columnWords, sentence, types} from './texts.ts';

/** `clean` has no problem; in `usual`, one row in a hundred has one. `later` is clean without one row in 1,000, and with other texts in one of 500. */
export type FileVariant = 'clean' | 'usual' | 'later';

const header =
	'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time\n';
/**
Writes a file that looks like an export of a warehouse, the same for the same number: descriptions of 120 characters on
average, two thirds of them quoted with commas, one in ten in Japanese, one in fifty over several lines.
*/
export async function generate(path: string, records: number, variant: FileVariant = 'usual'): Promise<void> {
	const stream = createWriteStream(path);
	stream.write(header);
	for (let record = 0; record < records; record++) {
		if (variant === 'later' && record % 1000 === 7) continue;
		if (!stream.write(lineOf(record, variant))) await once(stream, 'drain');
	}

	stream.end();
	await once(stream, 'close');
}

function lineOf(record: number, variant: FileVariant): string {
	const table = Math.floor(record / columnsPerTable);
	const column = record % columnsPerTable;
	// One in a hundred: a boolean and an integer with a safe fix, a period, a null placeholder, a duplicate.
	const problem = variant === 'usual' ? record % 500 : -1;
	const isView = problem === 99 ? 'no' : 'false';
	const order = problem === 199 ? `${column + 1}.0` : String(column + 1);
	const word = columnWords[(record * 7) % columnWords.length] ?? '';
	const name = problem === 299 ? `${word}.${column}` : `${word}_${problem === 399 ? column - 1 : column}`;
	const description =
		problem === 499
			? 'None'
			: quoted(columnDescription(variant === 'later' && record % 500 === 3 ? record + 1 : record));
	const type = types[record % types.length] ?? '';
	const schema = `schema_${table % 40}`;
	const database = table % 3 === 0 ? 'ANALYTICS' : 'RAW';
	const tableText = quoted(`${sentence(table + 1, 14)}.`);
	const cells = [
		problem === 399 ? duplicateOf(record) : name,
		description,
		quoted(type),
		order,
		database,
		schema,
		`${columnWords[table % columnWords.length]}_${table}`,
		tableText,
		isView,
		String(1_700_000_000 + table),
	];
	return `${cells.join(',')}\n`;
}

/** Returns the name of the row before, in the same table. */
function duplicateOf(record: number): string {
	const column = (record - 1) % columnsPerTable;
	return `${columnWords[((record - 1) * 7) % columnWords.length]}_${column}`;
}

/** Quotes a text where CSV asks for it, as exports do. */
function quoted(text: string): string {
	return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
