import {Table} from '../../source/table/table.ts';

/** The offset of every record. */
export async function measure(path: string): Promise<string> {
	const table = await Table.open(path, new AbortController().signal);
	return `${table.lastRow} rows`;
}
