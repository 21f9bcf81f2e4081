import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {appFolders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import {resultOf} from '../report/history.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import {openState, type State} from '../state/state.ts';
import {isStateError} from '../state/state-error.ts';
import {uploadsOf} from './history.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';

/** The last upload to the integration of a profile. */
export type LastRun = Pick<HistoryEntry, 'id' | 'at' | 'outcome' | 'message'>;

/** How many of the last uploads are searched for a run. */
const searched = 50;

/** Returns the last upload to the integration of a profile from the history. Going back from the preview is no run. @throws StateError */
export function lastRunOf(state: State, profile: Profile): LastRun | undefined {
	const entry = uploadsOf(state, profile, searched).find(({outcome, isSent}) => isSent || outcome !== 'cancelled');
	if (entry === undefined) return undefined;
	const {id, at} = entry;
	return {id, at, ...resultOf(entry)};
}

export type LastRunOptions = {
	/** The state folder; the user's own by default. */
	readonly state?: string | undefined;
};

/** Returns the last run of each profile by name; an empty map if the history cannot be read. */
export async function lastRuns(
	profiles: readonly Profile[],
	{state: folder = undefined}: LastRunOptions,
	io: CommandIo,
): Promise<ReadonlyMap<string, LastRun | undefined>> {
	const stateFolder = folder ?? appFolders(io.env).state;
	// Reading must not create the folder.
	if (!existsSync(join(stateFolder, 'state.db'))) return new Map();
	try {
		const state = await openState(stateFolder);
		try {
			return new Map(profiles.map(profile => [profile.name, lastRunOf(state, profile)] as const));
		} finally {
			state.close();
		}
	} catch (error) {
		if (!isStateError(error)) throw error;
		note(io, messages.runsUnreadable(error.problem));
		return new Map();
	}
}
