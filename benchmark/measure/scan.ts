import {SourceFile} from '../../source/table/source-file.ts';
import {Table} from '../../source/table/table.ts';

/** The offset of every record. */
export async function measure(path: string): Promise<string> {
	const table = await Table.open(await SourceFile.open(path), ',');
	await table.findRecords({}, new AbortController().signal);
	return `${table.lastRow} rows`;
}
