import {once} from 'node:events';
import {createWriteStream} from 'node:fs';

const header =
	'col_name,col_description,col_type,sort_order,database,schema,name,description,is_view,last_updated_time\n';
const columnsInTable = 30;
const words =
	'the customer order value amount date of first last number that was sent paid in shop by which are and not'.split(
		' ',
	);

/** Writes a believable warehouse of `records` columns, some 265 bytes each, the same for the same number. */
export async function generate(path: string, records: number): Promise<void> {
	const stream = createWriteStream(path);
	stream.write(header);
	for (let record = 0; record < records; record++) {
		if (!stream.write(line(record))) await once(stream, 'drain');
	}

	stream.end();
	await once(stream, 'close');
}

function line(record: number): string {
	const table = Math.floor(record / columnsInTable);
	const column = record % columnsInTable;
	// One in a hundred has a problem: a boolean and an integer that safe fixes mend, a period, a null mark, a twin.
	const kind = record % 500;
	const isView = kind === 99 ? 'no' : 'false';
	const order = kind === 199 ? `${column + 1}.0` : String(column + 1);
	const name =
		kind === 299 ? `column.${column}_of_${table}` : `column_${kind === 399 ? column - 1 : column}_of_${table}`;
	const description = kind === 499 ? 'None' : `"${text(record, 18)}, and so on"`;
	return `${name},${description},NUMBER(38 0),${order},WAREHOUSE,schema_${table % 40},table_${table},${text(table, 16)},${isView},${1_700_000_000 + table}\n`;
}

function text(seed: number, length: number): string {
	const chosen: string[] = [];
	let state = seed * 2_654_435_761 + 1;
	for (let word = 0; word < length; word++) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		chosen.push(words[(state >>> 8) % words.length] ?? '');
	}

	return chosen.join(' ');
}
