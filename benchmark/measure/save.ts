import {copyFile, open, rm} from 'node:fs/promises';
import {openTable} from '../../source/session/open-table.ts';
import {save} from '../../source/table/save.ts';

/** A durable save after one edit in the middle, against a copy of the file that is forced to the disk. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const table = await openTable(path, {}, signal);
	await table.findRecords({}, signal);
	const row = Math.ceil(table.lastRow / 2);
	table.overlay.apply('edit', [row], () => ({kind: 'cells', cells: new Map([[0, 'edited']])}));
	const copying = await timed(async () => {
		await copyFile(path, `${path}.copy`);
		const handle = await open(`${path}.copy`, 'r+');
		await handle.sync();
		await handle.close();
	});
	const saving = await timed(() => save(table, {kind: 'copy', path: `${path}.saved`, replace: true}, signal));
	await rm(`${path}.copy`);
	await rm(`${path}.saved`);
	await table.close();
	return `save ${saving.toFixed(2)} s, copy + fsync ${copying.toFixed(2)} s: ${(saving / copying).toFixed(2)}`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}
