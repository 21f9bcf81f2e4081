import {copyFile, open, rm} from 'node:fs/promises';
import {save} from '../../source/records/save/save.ts';
import {openRecords} from '../../source/session/open-records.ts';

/** A durable save after one edit in the middle, against a copy of the file that is forced to the disk. */
export async function measure(path: string): Promise<string> {
	const {signal} = new AbortController();
	const {records} = await openRecords(path, {}, signal);
	await records.findRecords({}, signal);
	const row = Math.ceil(records.lastRow / 2);
	records.overlay.apply('edit', [row], () => ({kind: 'cells', cells: new Map([[0, 'edited']])}));
	const ratios: string[] = [];
	// The disk has its own moods: they take turns.
	for (let round = 0; round < 3; round++) {
		const copying = await timed(() => copy(path, `${path}.copy`));
		const saving = await timed(() => save(records, {kind: 'copy', path: `${path}.saved`, replace: true}, signal));
		ratios.push(`${saving.toFixed(2)} s to ${copying.toFixed(2)} s (${(saving / copying).toFixed(2)})`);
	}

	await rm(`${path}.copy`);
	await rm(`${path}.saved`);
	await records.close();
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
