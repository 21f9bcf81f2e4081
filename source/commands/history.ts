import {folders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Entry} from '../profiles/state/ledger.ts';
import {openState, type State} from '../profiles/state/state.ts';
import {historyLines} from '../report/history.ts';
import type {CommandIo} from './io.ts';
import {hostOf} from './profile-token.ts';
import {existingProfile} from './settings.ts';

export type HistoryOptions = {
	/** A profile; every upload when absent. */
	readonly name?: string | undefined;
	readonly limit: number;
	readonly json: boolean;
	readonly state?: string | undefined;
};

/** `history [profile]`: the last uploads, newest first. */
export async function historyCommand(
	{name, limit, json, state: folder}: HistoryOptions,
	io: CommandIo,
): Promise<number> {
	const profile = name === undefined ? undefined : await existingProfile(name, io.env);
	const state = await openState(folder ?? folders(io.env).state);
	try {
		const entries = uploadsOf(state, profile, limit);
		if (json) io.stdout.writeJson({uploads: entries});
		else io.stdout.write(`${historyLines(entries, Date.now()).join('\n')}\n`);
		return 0;
	} finally {
		state.close();
	}
}

/** The last uploads to a profile's integration, or of all, newest first. */
export function uploadsOf({ledger}: State, profile: Profile | undefined, limit: number): readonly Entry[] {
	return ledger.list(limit, profile && {host: hostOf(profile.url), integration: profile.integration});
}
