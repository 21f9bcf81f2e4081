import {join} from 'node:path';
import type {HistoryTarget} from '../../source/state/history.ts';
import type {UploadRecord} from '../../source/state/history-entry.ts';
import {openState} from '../../source/state/state.ts';

/** Returns an upload of one file that begins; `changes` replaces what is usual. */
export function beginning({sha256 = 'abc', ...changes}: Partial<UploadRecord> = {}): UploadRecord {
	const totals = {records: 1, bytes: 2, sha256};
	return {
		host: 'h',
		integration: 'i',
		source: '/w/a.csv',
		kind: 'warehouse',
		...totals,
		parts: [{kind: 'warehouse', part: 'file', name: 'a.csv', contentType: 'text/csv', ...totals}],
		counts: {tables: 1, columns: 1},
		planId: 'p-1',
		approval: undefined,
		baseline: {from: 'catalog', counts: {tables: 0, columns: 0}},
		...changes,
	};
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
	const id = state.history.begin(beginning({...place, sha256}));
	state.history.finish(id, outcome, message);
	state.close();
}
