import {join} from 'node:path';
import type {Place} from '../../source/state/history.ts';
import {openState} from '../../source/state/state.ts';

/** Adds a confirmed upload to the history of a home, as an earlier run has left it. */
export async function addToHistory(
	home: string,
	place: Place,
	{outcome, message, sha256}: {readonly outcome: string; readonly message: string; readonly sha256: string} = {
		outcome: 'confirmed',
		message: 'All 2 were found.',
		sha256: 'abc',
	},
): Promise<void> {
	const state = await openState(join(home, 'state'));
	const id = state.history.begin({...place, source: '/w/a.csv', records: 1, bytes: 2, sha256});
	state.history.finish(id, outcome, message);
	state.close();
}
