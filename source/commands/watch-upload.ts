import {findResumable, resumeWatch} from '../job/resume.ts';
import {endingJson, endingLines} from '../report/ending.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import type {State} from '../state/state.ts';
import {type ConnectionOptions, openCatalog} from './connection.ts';
import type {CommandIo} from './io.ts';
import {JobLog} from './job-log.ts';
import {findSendingProfile} from './sending-profile.ts';
import {usageErrors} from './usage-errors.ts';
import {watchCommandFor} from './watch-command.ts';

export type WatchOptions = ConnectionOptions & {
	readonly waitMs: number;
	readonly json: boolean;
	/** The state folder; the user's own by default. */
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
	if (upload === undefined) throw usageErrors.notWatchable(entry.id);
	const services = {
		openCatalog: async () =>
			openCatalog({url: upload.address, profile: await findSendingProfile(entry, io)}, connection, io),
		state,
	};
	const watchCommand = watchCommandFor({state: folder, tokenFile: connection.tokenFile});
	const log = new JobLog(io);
	for await (const event of resumeWatch({upload, waitMs, watchCommand}, services, io.signal)) {
		log.print(event);
		if (event.type !== 'ended') continue;
		if (json) io.stdout.writeJson(endingJson(event.ending));
		(json ? io.stderr : io.stdout).write(endingLines(event.ending));
		return event.ending.exitCode;
	}

	throw new Error('the watch ended without an ending');
}

/** Returns the history entry for a text such as `12` or `#12`. @throws UsageError */
export function findEntry(text: string, {history}: State): HistoryEntry {
	const id = parseEntryNumber(text);
	if (id === undefined) throw usageErrors.notAnEntry(text);
	const entry = history.entry(id);
	if (entry === undefined) throw usageErrors.unknownEntry(id);
	return entry;
}

/** Returns the number of an entry; `undefined` if the text is not one. */
export function parseEntryNumber(text: string): number | undefined {
	const [, digits] = /^#?(\d{1,15})$/.exec(text) ?? [];
	return digits === undefined ? undefined : Number(digits);
}
