import type {Catalog} from '../catalog/client.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import {kindNamed} from '../kinds/index.ts';
import type {ReadBackList} from '../kinds/resources.ts';
import {type Baseline, decodeBaseline} from '../plan/baseline.ts';
import {baselineFlags, Comparison} from '../plan/comparison.ts';
import type {Inventory} from '../plan/inventory.ts';
import {type InventoryPart, inventoryOf} from '../snapshot/inventory-of.ts';
import type {Entry} from '../state/entry.ts';
import type {State} from '../state/state.ts';
import {plural} from '../text/format.ts';
import {channel} from './channel.ts';
import {type Ending, isOutcome} from './ending.ts';
import type {JobEvent, WatchTarget} from './events.ts';
import {endingOfUnknown, endingOfWatch} from './late-endings.ts';
import type {JobOptions} from './options.ts';
import {readCatalog} from './read-catalog.ts';
import {recordEnding, withEntry} from './record.ts';
import {watch} from './watch.ts';

/** The sync of an earlier upload that can be watched. */
export type Resumable = {
	readonly entry: Entry;
	/** The address of the API. */
	readonly address: string;
	readonly baseline: Baseline;
	/** The files of the snapshot. */
	readonly parts: readonly InventoryPart[];
	/** The lists of the catalog that show its resources. */
	readonly lists: readonly ReadBackList[];
};

export type ResumeOptions = {
	readonly upload: Resumable;
	/** How long to wait for the sync, in milliseconds. */
	readonly waitMs: number;
	/** Makes the command that watches the sync again. */
	readonly watchCommand?: JobOptions['watchCommand'];
};

export type ResumeServices = {
	/** Makes the client of the workspace. What is wrong with its token is an ending of the watch, like every other error. */
	openCatalog(): Promise<Catalog>;
	readonly state: State;
};

/** Returns what it takes to watch the sync of an upload again; `undefined` where that is not kept. @throws StateError */
export function findResumable({history, watches, snapshots}: State, id: number): Resumable | undefined {
	const entry = history.entry(id);
	const stored = watches.find(id);
	if (entry === undefined || stored === undefined) return undefined;
	const baseline = decodeBaseline(stored.baseline);
	const kind = kindNamed(entry.kind);
	if (baseline === undefined || kind === undefined) return undefined;
	const parts = entry.parts.flatMap(({sha256}) => {
		const path = snapshots.find(sha256);
		return path === undefined ? [] : [{path, kind}];
	});
	return parts.length < entry.parts.length
		? undefined
		: {entry, address: stored.address, baseline, parts, lists: kind.readBack};
}

/**
Watches the sync of an earlier upload, and writes what comes of it into the history. Sends nothing. The last event is `ended`;
nothing that users can meet is thrown.
*/
export function resumeWatch(
	{upload, waitMs, watchCommand}: ResumeOptions,
	{openCatalog, state}: ResumeServices,
	signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
	const {entry, baseline, parts, lists} = upload;
	const isTaken = entry.outcome !== 'unknown';
	return channel(async emit => {
		const ending = await work(emit).catch(error => notWatched(error, entry, signal));
		emit({type: 'ended', ending: withEntry(ending, entry.id, watchCommand)});
	});

	async function work(emit: (event: JobEvent) => void): Promise<Ending> {
		const catalog = await openCatalog();
		const {name} = await catalog.integration(entry.integration, signal);
		const inventory = await inventoryOf(parts, signal);
		if (baseline.shown.length !== baselineFlags(inventory, lists)) throw otherSnapshot(entry.id);
		const target = targetOf(name, catalog.syncsPage(entry.integration), inventory);
		emit({type: 'resumed', taken: isTaken, target});
		const watched = await watch(
			{
				baseline,
				waitMs,
				read: end => readCatalog({catalog, integration: entry.integration, inventory, lists, baseline}, end),
				onSeen: ({counts, stillShown, entities}) => emit({type: 'syncing', counts, stillShown, entities}),
				onFailure: failure => emit({type: 'read-failed', failure}),
			},
			signal,
		);
		const ending = isTaken
			? endingOfWatch(watched, target.sent)
			: endingOfUnknown(watched, target.sent, 'no evidence of it was found in the catalog.');
		const message = `${ending.message}${recordEnding(state, entry.id, ending)}`;
		return {...ending, message, link: target.link};
	}

	function targetOf(integration: string, link: string, inventory: Inventory): WatchTarget {
		// Nothing is shown yet, so everything is missing.
		const {missing, entities} = new Comparison(inventory, lists);
		const {records, bytes, sha256, host} = entry;
		return {
			integration,
			host,
			link,
			sent: {records, bytes, sha256},
			expected: missing,
			entities,
			hides: baseline.shownOthers.count > 0,
		};
	}
}

/**
The end of a watch that did not begin. The upload stays what it was, and so does the exit code: that of the error could say that
Secoda took nothing. @throws a bug
*/
function notWatched(error: unknown, {id, outcome, records, bytes, sha256}: Entry, signal: AbortSignal): Ending {
	if (!signal.aborted && !(error instanceof UserError)) throw error;
	const {code, problem, hint} = signal.aborted || !(error instanceof UserError) ? stopped : error;
	const isUnknown = outcome === 'unknown' || !isOutcome(outcome);
	const rows = plural(records, 'row');
	return {
		outcome: isUnknown ? 'unknown' : outcome,
		exitCode: signal.aborted ? exitCodes.interrupted : isUnknown ? exitCodes.unknown : exitCodes.notSeen,
		code,
		sent: {records, bytes, sha256},
		sync: null,
		message: `The sync of upload #${id} was not watched: ${problem}`,
		catalog: `${isUnknown ? `It is not known whether Secoda took the ${rows}` : `Sent, ${rows}`}; the catalog was not read.`,
		next: hint,
		entry: id,
	};
}

const stopped = {code: 'cancelled', problem: 'Stopped.', hint: 'Run it again when you are ready.'} as const;

function otherSnapshot(id: number): UserError {
	return new UserError(
		'not-readable',
		`The snapshot of upload #${id} is not what was sent.`,
		'Open the syncs page to see how the sync ended.',
	);
}
