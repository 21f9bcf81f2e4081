import {basename} from 'node:path';
import {outcomeStyle} from '../../app/outcome-style.ts';
import type {PastUploadServices, PastUploadSummary, UploadDetails} from '../../app/services/past-uploads.ts';
import {runJob} from '../../job/job.ts';
import {findResumable, resumeWatch} from '../../job/resume.ts';
import type {Profile} from '../../profiles/profile.ts';
import {fileNames, resultOf, shortCounts} from '../../report/history.ts';
import {historyFacts, historyTitle} from '../../report/history-facts.ts';
import type {HistoryEntry} from '../../state/history-entry.ts';
import type {State} from '../../state/state.ts';
import {ago} from '../../text/format.ts';
import {uploadsOf} from '../history.ts';
import {hostOf} from '../profile-token.ts';
import {type RollbackPlace, undoCommand, urlOfUpload} from '../rollback/command-text.ts';
import {findRepeatable, findUploadToRepeat} from '../rollback/find-upload.ts';
import {sendingProfileOf} from '../sending-profile.ts';
import {profileStore, requireProfile} from '../settings.ts';
import {usageErrors} from '../usage-errors.ts';
import type {RepeatedOptions} from '../watch-command.ts';
import {tokenPrompt, withToken} from './with-token.ts';

type PastUploadOptions = {
	readonly state: State;
	readonly waitMs: number;
	/** The maximum duration of a request in milliseconds. */
	readonly timeoutMs?: number | undefined;
	/** Returns the command that watches the sync of an upload again. */
	watchCommand(entry: number): string;
	/** The options that printed commands repeat. */
	readonly repeated: RepeatedOptions;
};

/** The maximum number of uploads in a list. */
const maxPastUploads = 500;

/** Returns the services for the uploads of the history. */
export function pastUploadServices(
	{state, waitMs, timeoutMs, watchCommand, repeated}: PastUploadOptions,
	env: NodeJS.ProcessEnv,
): PastUploadServices {
	return {
		hasUploads: () => state.history.list(1).length > 0,
		async list(name) {
			const profiles =
				name === undefined ? (await profileStore(env).all()).profiles : [await requireProfile(name, env)];
			const entries = uploadsOf(state, name === undefined ? undefined : profiles[0], maxPastUploads);
			const canRepeat = repeatableIn(state);
			const nameOf = integrationNames(entries, profiles);
			const now = Date.now();
			return entries.map(entry => {
				const profile = sendingProfileOf(entry, profiles);
				return {
					...summaryOf(entry, now, name === undefined ? placeOf(entry, nameOf) : []),
					id: entry.id,
					...(profile === undefined ? {host: entry.host ?? ''} : {profile: profile.name}),
					isWatchable: state.watches.has(entry.id) && !entry.isRunning,
					isRepeatable: canRepeat(entry),
				};
			});
		},
		async openWatch({id, profile: name}, account, signal) {
			const profile = name === undefined ? undefined : await requireProfile(name, env);
			const resumable = findResumable(state, id);
			if (resumable === undefined) throw usageErrors.notWatchable(id);
			const place = {url: profile?.url ?? resumable.address, profile};
			return withToken(place, {account, signal, timeoutMs}, env, catalog => ({
				details: () => detailsOf(state, id),
				run: (_callbacks, end) =>
					resumeWatch({upload: resumable, waitMs, watchCommand}, {openCatalog: async () => catalog, state}, end),
				tokenRequest: tokenPrompt(place, ''),
			}));
		},
		async openRollback({id, profile: name}, account, signal) {
			const profile = name === undefined ? undefined : await requireProfile(name, env);
			const place = placeOfUpload(state, id, profile);
			const {source, entry} = findUploadToRepeat(state, {host: hostOf(place.url), integration: place.integration}, id);
			const options = {
				source,
				rollbackOf: entry.id,
				integration: place.integration,
				profile: name,
				waitMs,
				limits: profile?.guard,
				watchCommand,
				rollbackCommand: () => undoCommand(state, place, repeated),
			};
			return withToken(place, {account, signal, timeoutMs}, env, catalog => ({
				details: () => detailsOf(state, id),
				run: (callbacks, end) => runJob({...options, ...callbacks}, {catalog, state}, end),
				tokenRequest: tokenPrompt(place, ''),
			}));
		},
	};
}

/** Returns what the history has of an upload now. @throws UsageError, StateError */
function detailsOf({history}: State, id: number): UploadDetails {
	const entry = history.entry(id);
	if (entry === undefined) throw usageErrors.unknownEntry(id);
	return {title: historyTitle(entry), facts: historyFacts(entry)};
}

/** Returns the target of an upload: that of the profile, or else the one that the history has. @throws UsageError */
function placeOfUpload(
	{history}: State,
	id: number,
	profile: Profile | undefined,
): RollbackPlace & {readonly profile: Profile | undefined; readonly url: string; readonly integration: string} {
	if (profile !== undefined) return {profile, url: profile.url, integration: profile.integration};
	const entry = history.entry(id);
	if (entry === undefined) throw usageErrors.unknownEntry(id);
	return {profile, url: urlOfUpload(entry), integration: entry.integration ?? ''};
}

/** Returns a test whether a rollback can send an upload again. The uploads of each target are read once. */
function repeatableIn(state: State): (entry: HistoryEntry) => boolean {
	const known = new Map<string, ReadonlySet<number>>();
	return ({id, host, integration}) => {
		if (host === undefined || integration === undefined) return false;
		const target = `${host} ${integration}`;
		const repeatable = known.get(target) ?? findRepeatable(state, {host, integration});
		known.set(target, repeatable);
		return repeatable.has(id);
	};
}

/** Returns the names of integrations by their ID, as profiles and uploads have them; the start of the ID if no name is known. */
function integrationNames(
	entries: readonly HistoryEntry[],
	profiles: readonly Profile[],
): (integration: string | undefined) => string {
	const known = [...profiles, ...entries].flatMap(({integration, integrationName}) =>
		integration === undefined || integrationName === undefined ? [] : [[integration, integrationName] as const],
	);
	// The first one wins: the name in a profile, or else in the last upload.
	const names = new Map(known.toReversed());
	return (integration = '') => names.get(integration) ?? integration.replace(/^([\da-f]{8})-[\da-f-]{27}$/i, '$1…');
}

/** Returns the profile of an upload, or else its file, and the integration, for a list of all uploads. */
function placeOf(entry: HistoryEntry, nameOf: ReturnType<typeof integrationNames>): readonly string[] {
	return [entry.profile ?? basename(fileNames(entry)), nameOf(entry.integration)];
}

/** Returns an upload as the history screen shows it. */
function summaryOf(
	entry: HistoryEntry,
	now: number,
	place: readonly string[],
): Pick<PastUploadSummary, 'title' | 'detail' | 'facts'> {
	const {outcome, message} = resultOf(entry);
	return {
		title: `${outcomeStyle(outcome)[1]} #${entry.id} ${outcome}, ${ago(entry.at, now)}`,
		detail: [[...place, shortCounts(entry)].filter(text => text !== '').join(', '), message]
			.filter(text => text !== '')
			.join(': '),
		facts: historyFacts(entry),
	};
}
