import {join} from 'node:path';
import type {HistoryTarget} from '../../source/state/history.ts';
import type {BegunUpload} from '../../source/state/history-entry.ts';
import {openState, type State} from '../../source/state/state.ts';

/** Returns an upload of one file that begins; `changes` replaces what is usual. */
export function beginning({sha256 = 'abc', ...changes}: Partial<BegunUpload> = {}): BegunUpload {
	const totals = {records: 1, bytes: 2, sha256};
	return {
		profile: 'nightly',
		host: 'h',
		integration: 'i',
		source: 'a.csv',
		files: ['/w/a.csv'],
		version: '1.0.0',
		kind: 'warehouse',
		...totals,
		parts: [{kind: 'warehouse', part: 'file', name: 'a.csv', contentType: 'text/csv', ...totals}],
		counts: {tables: 1, columns: 1},
		...changes,
	};
}

/** Stores a snapshot, so that uploads can have it. Returns its SHA-256. */
export async function storeSnapshot({snapshots}: State, content: string): Promise<string> {
	const writer = await snapshots.create();
	await writer.write(Buffer.from(content));
	const {sha256, release} = await writer.commit();
	release();
	return sha256;
}

/** Adds an upload that was sent, and its end. */
export function addSent({history}: State, upload: BegunUpload, outcome = 'confirmed', message = ''): number {
	const id = history.begin(upload);
	history.send(id, undefined);
	history.finish(id, {outcome, message});
	return id;
}

/** Adds a confirmed upload to the history of a home, as an earlier run has left it. */
export async function addToHistory(
	home: string,
	place: HistoryTarget,
	{outcome, message, sha256}: {readonly outcome: string; readonly message: string; readonly sha256: string} = {
		outcome: 'confirmed',
		message: 'All 2 were found.',
		sha256: 'abc',
	},
): Promise<void> {
	const state = await openState(join(home, 'state'));
	addSent(state, beginning({...place, sha256}), outcome, message);
	state.close();
}
