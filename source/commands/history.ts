import {parseAddress} from '../catalog/address.ts';
import {folders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import type {Entry} from '../profiles/state/ledger.ts';
import {openState} from '../profiles/state/state.ts';
import {historyLines} from '../report/history.ts';
import type {CommandIo} from './io.ts';
import {existingProfile} from './settings.ts';

export type HistoryOptions = {
	/** A profile; every upload when absent. */
	readonly name?: string | undefined;
	readonly limit: number;
	readonly json: boolean;
	readonly state?: string | undefined;
};

/** `history [profile]`: the last uploads, newest first. */
export async function historyCommand({name, limit, json, state}: HistoryOptions, io: CommandIo): Promise<number> {
	const profile = name === undefined ? undefined : await existingProfile(name, io.env);
	const entries = await readHistory(profile, limit, state ?? folders(io.env).state);
	if (json) io.stdout.write(`${JSON.stringify({uploads: entries})}\n`);
	else io.stdout.write(`${historyLines(entries, Date.now()).join('\n')}\n`);
	return 0;
}

/** The last uploads to a profile's integration, or of all, newest first. */
export async function readHistory(
	profile: Profile | undefined,
	limit: number,
	folder: string,
): Promise<readonly Entry[]> {
	const state = await openState(folder);
	try {
		const place = profile && {host: parseAddress(profile.url).host, integration: profile.integration};
		return state.ledger.list(limit, place);
	} finally {
		state.close();
	}
}
