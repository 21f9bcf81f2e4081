import {exitCodes} from '../errors/exit-codes.ts';
import {appFolders} from '../profiles/folders.ts';
import type {Profile} from '../profiles/profile.ts';
import {historyJson, historyLines} from '../report/history.ts';
import {historyFacts, historyTitle} from '../report/history-facts.ts';
import type {HistoryTarget} from '../state/history.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import {openState, type State} from '../state/state.ts';
import {visible} from '../text/visible.ts';
import {type CommandIo, note} from './io.ts';
import {messages} from './messages.ts';
import {hostOf} from './profile-token.ts';
import {repeatCommand} from './rollback/command-text.ts';
import {canRepeat} from './rollback/find-upload.ts';
import {runAndClose} from './run-and-close.ts';
import {profileStore, requireProfile} from './settings.ts';
import {usageErrors} from './usage-errors.ts';
import {watchCommandFor} from './watch-command.ts';
import {findEntry, parseEntryNumber, type WatchOptions, watchUpload} from './watch-upload.ts';

export type HistoryCommandOptions = {
	/** A profile or the number of an upload; all uploads by default. */
	readonly name?: string | undefined;
	readonly limit: number;
	readonly json: boolean;
	readonly state?: string | undefined;
	/** Set to watch the sync of the upload (default: the last one) again. */
	readonly watch?: Omit<WatchOptions, 'json' | 'folder'> | undefined;
};

/** `history [profile|number]`: lists the last uploads, newest first, shows one upload, or watches its sync again. */
export async function historyCommand(
	{name, limit, json, state: folder, watch}: HistoryCommandOptions,
	io: CommandIo,
): Promise<number> {
	const profile = await findProfile(name, io);
	const state = await openState(folder ?? appFolders(io.env).state);
	return runAndClose(state, async () => {
		const entry = name === undefined || profile !== undefined ? undefined : findEntry(name, state);
		if (watch !== undefined) {
			const last = entry ?? state.history.lastSent(profile && targetOf(profile));
			if (last === undefined) throw usageErrors.noUploads();
			return watchUpload(last, {...watch, json, folder}, state, io);
		}

		const entries = entry === undefined ? uploadsOf(state, profile, limit) : [entry];
		const unseen = entries.find(({id, outcome}) => outcome === 'unseen' && state.watches.has(id));
		if (json) io.stdout.writeJson(historyJson(entries));
		else io.stdout.write(`${(await historyText(entries, entry, {state, folder, io})).map(visible).join('\n')}\n`);
		if (entry === undefined && unseen !== undefined)
			note(io, messages.watchAgain(watchCommandFor({state: folder})(unseen.id)));
		return exitCodes.done;
	});
}

type HistoryPlace = {readonly state: State; readonly folder: string | undefined; readonly io: CommandIo};

async function historyText(
	entries: readonly HistoryEntry[],
	entry: HistoryEntry | undefined,
	place: HistoryPlace,
): Promise<readonly string[]> {
	if (entry === undefined) return historyLines(entries, Date.now());
	return [historyTitle(entry), ...historyFacts(entry, await nextCommandsOf(entry, place))];
}

/** Returns the commands that continue an upload, or send it again. */
async function nextCommandsOf(entry: HistoryEntry, {state, folder, io}: HistoryPlace): Promise<readonly string[]> {
	const {id, isRunning} = entry;
	const canWatch = state.watches.has(id) && !isRunning;
	return [
		...(canWatch ? [watchCommandFor({state: folder})(id)] : []),
		...(canRepeat(entry, state) ? [await repeatCommand(entry, {state: folder}, io)] : []),
	];
}

/** Returns the profile with a name; `undefined` for the number of an upload. @throws SettingsError */
async function findProfile(name: string | undefined, {env}: CommandIo): Promise<Profile | undefined> {
	if (name === undefined) return undefined;
	// 12 may be a profile; #12 is always an upload.
	if (parseEntryNumber(name) === undefined) return requireProfile(name, env);
	return name.startsWith('#') ? undefined : profileStore(env).get(name);
}

/** Returns the last uploads, to the integration of a profile if given, newest first. */
export function uploadsOf({history}: State, profile: Profile | undefined, limit: number): readonly HistoryEntry[] {
	return history.list(limit, profile && targetOf(profile));
}

function targetOf({url, integration}: Profile): HistoryTarget {
	return {host: hostOf(url), integration};
}
