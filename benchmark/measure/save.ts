import {rm} from 'node:fs/promises';
import {save} from '../../source/table/save.ts';
import {SourceFile} from '../../source/table/source-file.ts';
import {Table} from '../../source/table/table.ts';

/** The scan, one edit in the middle, and a durable copy. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const table = await Table.open(await SourceFile.open(path), ',');
	await table.findRecords({}, signal);
	const row = Math.ceil(table.lastRow / 2);
	table.overlay.apply('edit', [row], () => ({kind: 'cells', cells: new Map([[0, 'edited']])}));
	await save(table, {kind: 'copy', path: `${path}.saved`, replace: true}, signal);
	await rm(`${path}.saved`);
	return 'one edit';
}
