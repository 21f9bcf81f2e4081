import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {JobEvent, Preview} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {findResumable, resumeWatch} from '../../source/job/resume.ts';
import type {HistoryEntry} from '../../source/state/history-entry.ts';
import {sourceOf} from './columns.ts';
import {SimulatedNetwork} from './network.ts';
import type {Place} from './place.ts';
import {SimulatedSecoda} from './secoda.ts';
import {VirtualTimer} from './virtual-timer.ts';
import type {ColumnName, World} from './world.ts';

/** An ending, and the truth at that time. */
export type Ended = {
	readonly ending: Ending;
	readonly shown: ReadonlySet<ColumnName>;
	readonly shownSince: ReadonlySet<ColumnName>;
	/** The columns that our sync had written. */
	readonly written: ReadonlySet<ColumnName>;
	readonly isTaken: boolean;
	/** True if the server had received bytes of the file. */
	readonly hasLeft: boolean;
	/** Other uploads that were accepted, and columns that a person archived or restored. */
	readonly otherChanges: number;
	/** The entry of the history. */
	readonly entry: HistoryEntry | undefined;
};

/** Everything that a run showed. */
export type RunResult = {
	readonly world: World;
	readonly secoda: SimulatedSecoda;
	readonly requests: number;
	/** The columns that were shown when the plan was made. */
	readonly shownBefore: ReadonlySet<ColumnName>;
	/** Those of them that had an owner. */
	readonly ownedBefore: ReadonlySet<ColumnName>;
	readonly preview: Preview | undefined;
	/** The end of the upload, and of the second watch. */
	readonly ends: readonly Ended[];
};

const address = parseAddress('https://simulated.invalid');

/** Runs the upload of a world with the real client and job. */
export async function run(world: World, {state, folder, empty}: Place): Promise<RunResult> {
	empty();
	const timer = new VirtualTimer();
	const secoda = new SimulatedSecoda(world, timer);
	const network = new SimulatedNetwork(secoda, world, timer);
	const integration = secoda.integration.id;
	const catalog = connect({address, token: 'token', env: {}, timer, sendRequest: request => network.send(request)});
	const cancel = new AbortController();
	const {cancelAt, waitMs, maxHidden, approval, file, resume} = world;
	if (cancelAt !== undefined) timer.after(cancelAt, () => cancel.abort());
	let preview: Preview | undefined;
	let shownBefore = secoda.shown;
	let ownedBefore: ReadonlySet<ColumnName> = new Set();
	const ends: Ended[] = [];
	const note = (event: JobEvent) => {
		if (event.type === 'ended') ends.push(endOf(event.ending));
	};
	const job = runJob(
		{
			source: sourceOf(file, resume === undefined ? {folder} : 'kept'),
			integration,
			waitMs,
			limits: {maxHidden},
			decide(planned) {
				preview = planned;
				shownBefore = secoda.shown;
				ownedBefore = secoda.owned;
				const given = {none: undefined, given: planned.plan.id, other: 'ffffffffffff'}[approval];
				return Promise.resolve({kind: 'send', approval: given});
			},
		},
		{catalog, state, timer},
		cancel.signal,
	);
	for await (const event of job) note(event);
	const entry = ends.at(-1)?.ending.entry;
	const upload = entry === undefined ? undefined : findResumable(state, entry);
	if (resume !== undefined && upload !== undefined) {
		const never = new AbortController().signal;
		await timer.delay(resume.afterMs, never);
		const watch = resumeWatch(
			{upload, waitMs: resume.waitMs},
			{openCatalog: () => Promise.resolve(catalog), state, timer},
			never,
		);
		for await (const event of watch) note(event);
	}

	await secoda.idle();
	return {world, secoda, requests: network.requests, shownBefore, ownedBefore, preview, ends};

	function endOf(ending: Ending): Ended {
		const {ours, uploads, edited} = secoda;
		return {
			ending,
			shown: secoda.shown,
			shownSince: new Set(secoda.shownSince),
			written: new Set(ours.flatMap(({written}) => [...written])),
			isTaken: ours.some(({isTaken}) => isTaken),
			hasLeft: ours.some(({pieces}) => pieces > 1),
			otherChanges: uploads.filter(({by}) => by === 'other').length + edited.size,
			entry: state.history.list(1, {host: address.host, integration})[0],
		};
	}
}
