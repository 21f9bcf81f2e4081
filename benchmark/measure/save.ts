import {copyFile, open, rm} from 'node:fs/promises';
import {save} from '../../source/records/save/save.ts';
import {openRecords} from '../../source/session/open-records.ts';
import {type Figures, secondsOf} from '../figures.ts';

/** Saves durably after one edit in the middle, and copies the file with an fsync for comparison. */
export async function measure(path: string): Promise<Figures> {
	const {signal} = new AbortController();
	const {records} = await openRecords(path, {}, signal);
	await records.findRecords({}, signal);
	const row = Math.ceil(records.lastRow / 2);
	records.overlay.apply('edit', [row], () => ({kind: 'cells', cells: new Map([[0, 'edited']])}));
	const copying = await secondsOf(() => copy(path, `${path}.copy`));
	const saving = await secondsOf(() => save(records, {kind: 'copy', path: `${path}.saved`, replace: true}, signal));
	await rm(`${path}.copy`);
	await rm(`${path}.saved`);
	await records.close();
	return {'save after one edit, s': saving, 'save, share of copy + fsync': saving / copying};
}

async function copy(from: string, to: string): Promise<void> {
	await copyFile(from, to);
	const handle = await open(to, 'r+');
	await handle.sync();
	await handle.close();
}
