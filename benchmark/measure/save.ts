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
	const ratios: string[] = [];
	// The disk has its own moods: they take turns.
	for (let round = 0; round < 3; round++) {
		const copying = await timed(() => copy(path, `${path}.copy`));
		const saving = await timed(() => save(table, {kind: 'copy', path: `${path}.saved`, replace: true}, signal));
		ratios.push(`${saving.toFixed(2)} s to ${copying.toFixed(2)} s (${(saving / copying).toFixed(2)})`);
	}

	await rm(`${path}.copy`);
	await rm(`${path}.saved`);
	await table.close();
	return `after one edit, to copy + fsync: ${ratios.join(', ')}`;
}

async function copy(from: string, to: string): Promise<void> {
	await copyFile(from, to);
	const handle = await open(to, 'r+');
	await handle.sync();
	await handle.close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const start = performance.now();
	await work();
	return (performance.now() - start) / 1000;
}
