import type {Catalog} from '../catalog/client.ts';
import type {Timer} from '../clock.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import type {Baseline} from '../plan/baseline.ts';
import {decodeBaseline} from '../plan/baseline-bytes.ts';
import {baselineFlags, CatalogComparison} from '../plan/comparison.ts';
import {type Differences, findDifferences} from '../plan/differences.ts';
import {filesOf, type SnapshotSource, type SnapshotTotals, type TakenSnapshot} from '../plan/snapshot.ts';
import {createStoredSource, snapshotChanged} from '../snapshot/stored-source.ts';
import {isSentEntry, type SentEntry} from '../state/history-entry.ts';
import type {State} from '../state/state.ts';
import {channel} from './channel.ts';
import {type Ending, isOutcome} from './ending.ts';
import {endingOfUnknown, endingOfWatch} from './endings-after-send.ts';
import type {JobEvent, WatchTarget} from './events.ts';
import {beforeSendTexts, catalogTexts, nextSteps, afterSendTexts as texts} from './messages.ts';
import type {JobOptions} from './options.ts';
import {readAfterUpload} from './read-after-upload.ts';
import {endOf, recordEnding, withEntry} from './record.ts';
import {watch} from './watch.ts';

/** The sync of an earlier upload that can be watched. */
export type Resumable = {
	readonly entry: SentEntry;
	/** The address of the API. */
	readonly address: string;
	readonly baseline: Baseline;
	/** The snapshot that was sent. */
	readonly source: SnapshotSource;
};

export type ResumeOptions = {
	readonly upload: Resumable;
	/** How long to wait for the sync, in milliseconds. */
	readonly waitMs: number;
	/** Returns the command that watches the sync again. */
	readonly watchCommand?: JobOptions['watchCommand'];
};

export type ResumeServices = {
	/** Creates the client of the workspace. An error of its token becomes an ending, like every other error. */
	openCatalog(): Promise<Catalog>;
	readonly state: State;
	readonly timer?: Timer;
};

/** Returns an upload whose sync can be watched again; `undefined` if the data for that is not stored. @throws StateError */
export function findResumable({history, watches, snapshots}: State, id: number): Resumable | undefined {
	const entry = history.entry(id);
	const stored = watches.find(id);
	if (entry === undefined || !isSentEntry(entry) || stored === undefined) return undefined;
	const baseline = decodeBaseline(stored.baseline);
	const source = createStoredSource(entry);
	const isKept = entry.parts.every(({sha256}) => snapshots.has(sha256));
	if (baseline === undefined || source === undefined || !isKept) return undefined;
	return {entry, address: stored.address, baseline, source};
}

/**
Watches the sync of an earlier upload and writes its ending to the history. Sends nothing. The last event is `ended`; errors for
users become an ending.
*/
export function resumeWatch(
	{upload, waitMs, watchCommand}: ResumeOptions,
	{openCatalog, state, timer}: ResumeServices,
	signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
	const {entry, baseline, source} = upload;
	const isTaken = entry.outcome !== 'unknown';
	return channel(async emit => {
		const ending = await work(emit).catch(error => endingOfError(error, entry, signal));
		emit({type: 'ended', ending: withEntry(ending, entry.id, watchCommand)});
	});

	async function work(emit: (event: JobEvent) => void): Promise<Ending> {
		const catalog = await openCatalog();
		const {name} = await catalog.integration(entry.integration, signal);
		const taken = await source.take(state.snapshots, signal, () => undefined);
		return watchTaken(taken, {catalog, name}, emit).finally(() => taken.release());
	}

	async function watchTaken(
		{inventory, readBack: lists, openSide}: TakenSnapshot,
		{catalog, name}: {readonly catalog: Catalog; readonly name: string},
		emit: (event: JobEvent) => void,
	): Promise<Ending> {
		if (baseline.shown.length !== baselineFlags(inventory, lists)) throw snapshotChanged();
		const target = targetOf(name, catalog.syncsPageUrl(entry.integration), new CatalogComparison(inventory, lists));
		emit({type: 'resumed', taken: isTaken, target});
		const watched = await watch(
			{
				baseline,
				timer,
				waitMs,
				read: end => readAfterUpload({catalog, integration: entry.integration, inventory, lists, baseline}, end),
				onStatus: status => emit({type: 'syncing', ...status}),
				onFailure: failure => emit({type: 'read-failed', failure}),
			},
			signal,
		);
		const ending = isTaken
			? endingOfWatch(watched, target.sent)
			: endingOfUnknown(watched, target.sent, texts.noEvidence);
		const message = `${ending.message}${recordEnding(state, entry.id, endOf({...ending, link: target.link}))}`;
		const differences = watched.comparison && (await differencesOf(watched.comparison, openSide, signal));
		return {...ending, differences, message, link: target.link};
	}

	/** `nothing` is a comparison with an empty catalog: everything is missing. */
	function targetOf(integration: string, link: string, nothing: CatalogComparison): WatchTarget {
		const {missing, expectedEntities: entities} = nothing;
		const {host} = entry;
		return {
			integration,
			host,
			link,
			sent: sentOf(entry),
			expected: missing,
			entities,
			hides: baseline.shownOthers.count > 0,
		};
	}
}

/** Returns how the catalog differs from a snapshot. A snapshot that cannot be read any longer does not change the ending. */
async function differencesOf(
	comparison: CatalogComparison,
	openSide: TakenSnapshot['openSide'],
	signal: AbortSignal,
): Promise<Differences | undefined> {
	try {
		const side = await openSide(signal);
		const found = findDifferences(comparison, side);
		await side.close();
		return found;
	} catch (error) {
		if (error instanceof UserError || signal.aborted) return undefined;
		throw error;
	}
}

/**
Returns the ending of a watch that did not start. Outcome and exit code stay those of the upload: the exit code of the error could
mean that nothing was sent. @throws a bug as it is
*/
function endingOfError(error: unknown, entry: SentEntry, signal: AbortSignal): Ending {
	if (!signal.aborted && !(error instanceof UserError)) throw error;
	const {id, outcome} = entry;
	const sent = sentOf(entry);
	const {code, problem, hint} = signal.aborted || !(error instanceof UserError) ? stopped : error;
	const isUnknown = outcome === 'unknown' || !isOutcome(outcome);
	return {
		outcome: isUnknown ? 'unknown' : outcome,
		exitCode: signal.aborted ? exitCodes.interrupted : isUnknown ? exitCodes.unknown : exitCodes.notSeen,
		code,
		sent,
		sync: null,
		message: texts.resumeFailed(id, problem),
		catalog: catalogTexts.notRead(isUnknown ? catalogTexts.maybeSent(sent) : catalogTexts.sent(sent)),
		next: hint,
		entry: id,
	};
}

/** Returns what an upload in the history sent. */
function sentOf({records, bytes, sha256, parts}: SentEntry): SnapshotTotals {
	return {records, bytes, sha256, ...filesOf(parts)};
}

const stopped = {code: 'cancelled', problem: beforeSendTexts.cancelled, hint: nextSteps.startAgain} as const;
