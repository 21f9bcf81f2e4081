import {findResumable, resumeWatch} from '../job/resume.ts';
import type {Profile} from '../profiles/profile.ts';
import {endingJson, endingLines} from '../report/ending.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import type {State} from '../state/state.ts';
import {type ConnectionOptions, openCatalog} from './connection.ts';
import type {CommandIo} from './io.ts';
import {JobLog} from './job-log.ts';
import {hostOf} from './profile-token.ts';
import {profileStore} from './settings.ts';
import {type UsageError, usageError} from './usage-error.ts';
import {watchCommandFor} from './watch-command.ts';

export type WatchOptions = ConnectionOptions & {
	readonly waitMs: number;
	readonly json: boolean;
	/** The state folder, where it is not the user's own. */
	readonly folder: string | undefined;
};

/** `history <entry> --watch`: watches the sync of an earlier upload again. Returns the exit code. */
export async function watchUpload(
	entry: HistoryEntry,
	{json, waitMs, folder, ...connection}: WatchOptions,
	state: State,
	io: CommandIo,
): Promise<number> {
	const upload = findResumable(state, entry.id);
	if (upload === undefined) throw notWatchable(entry.id);
	const services = {
		openCatalog: async () =>
			openCatalog({url: upload.address, profile: await findSendingProfile(entry, io)}, connection, io),
		state,
	};
	const watchCommand = watchCommandFor({state: folder, tokenFile: connection.tokenFile});
	const lines = new JobLog(io);
	for await (const event of resumeWatch({upload, waitMs, watchCommand}, services, io.signal)) {
		lines.print(event);
		if (event.type !== 'ended') continue;
		if (json) io.stdout.writeJson(endingJson(event.ending));
		(json ? io.stderr : io.stdout).write(endingLines(event.ending));
		return event.ending.exitCode;
	}

	throw new Error('the watch ended without an ending');
}

/** Returns the entry of the history that a text such as `12` or `#12` names. @throws UsageError */
export function findEntry(text: string, {history}: State): HistoryEntry {
	const id = parseEntryNumber(text);
	if (id === undefined)
		throw usageError(`"${text}" is no number of an upload.`, 'Give one that "secoda-upload history" shows.');
	const entry = history.entry(id);
	if (entry === undefined)
		throw usageError(`The history has no upload #${id}.`, '"secoda-upload history" shows those it has.');
	return entry;
}

/** Returns the number of an entry; `undefined` if the text is not one. */
export function parseEntryNumber(text: string): number | undefined {
	const [, digits] = /^#?(\d{1,15})$/.exec(text) ?? [];
	return digits === undefined ? undefined : Number(digits);
}

/** The error that the sync of an upload cannot be watched. */
export function notWatchable(id: number): UsageError {
	return usageError(
		`The sync of upload #${id} cannot be watched.`,
		'It can be while an upload is unseen, unknown or not waited for, and its snapshot is kept.',
	);
}

/** Returns a profile that sends to where an upload went: its token can be used. One with a stored token goes first. */
async function findSendingProfile({host, integration}: HistoryEntry, {env}: CommandIo): Promise<Profile | undefined> {
	const {profiles} = await profileStore(env).all();
	const there = profiles.filter(profile => profile.integration === integration && hostOf(profile.url) === host);
	return there.find(({tokenPlace}) => tokenPlace !== 'nowhere') ?? there[0];
}
