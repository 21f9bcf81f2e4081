import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import type {Ending} from '../../source/job/ending.ts';
import type {JobEvent, Preview} from '../../source/job/events.ts';
import {runJob} from '../../source/job/job.ts';
import {planUpload} from '../../source/job/plan-upload.ts';
import {findResumable, resumeWatch} from '../../source/job/resume.ts';
import type {HistoryEntry} from '../../source/state/history-entry.ts';
import {writeHistory} from './history.ts';
import {SimulatedNetwork} from './network.ts';
import type {Place} from './place.ts';
import {SimulatedSecoda, type Truth} from './secoda.ts';
import {VirtualTimer} from './virtual-timer.ts';
import type {EdgeName, PageName, World} from './world.ts';

/** An ending, and the truth at that time. */
export type Ended = {
	readonly ending: Ending;
	readonly shown: ReadonlySet<PageName>;
	readonly shownSince: ReadonlySet<PageName>;
	readonly edgesSince: ReadonlySet<EdgeName>;
	/** The pages that our sync had written. */
	readonly written: ReadonlySet<PageName>;
	readonly isTaken: boolean;
	/** True if the server had received bytes of the files. */
	readonly hasLeft: boolean;
	/** Other uploads that were accepted, and pages that a person archived or restored. */
	readonly otherChanges: number;
	/** The entry of the history. */
	readonly entry: HistoryEntry | undefined;
};

/** The plan that a run decided on, and the catalog at that time. */
export type Planned = {readonly preview: Preview; readonly truth: Truth};

/** Everything that a run showed. */
export type RunResult = {
	readonly world: World;
	readonly secoda: SimulatedSecoda;
	readonly requests: number;
	/** The plan whose approval was given, if it was made before. */
	readonly older: Planned | undefined;
	readonly planned: Planned | undefined;
	/** The catalog at the start, and when the plan was made. */
	readonly start: Truth;
	readonly before: Truth;
	/** The end of the upload, and of the second watch. */
	readonly ends: readonly Ended[];
};

const address = parseAddress('https://simulated.invalid');
const never = new AbortController().signal;

/** Runs the upload of a world with the real client and job. */
export async function run(world: World, place: Place): Promise<RunResult> {
	const {state} = place;
	place.empty();
	const timer = new VirtualTimer();
	const secoda = new SimulatedSecoda(world, timer);
	const network = new SimulatedNetwork(secoda, world, timer);
	const integration = secoda.integration.id;
	const catalog = connect({address, token: 'token', env: {}, timer, sendRequest: request => network.send(request)});
	const cancel = new AbortController();
	const {cancelAt, waitMs, maxHidden, approval, resume, isForced} = world;
	const {source, rollbackOf} = await writeHistory(world, {host: address.host, integration}, place);
	if (cancelAt !== undefined) timer.after(cancelAt, () => cancel.abort());
	const services = {catalog, state, timer};
	const options = {source, integration, limits: {maxHidden}, rollbackOf};
	const ends: Ended[] = [];
	const note = (event: JobEvent) => {
		if (event.type === 'ended') ends.push(endOf(event.ending));
	};
	const older = typeof approval === 'string' ? undefined : await planBefore(approval.olderMs);
	let planned: Planned | undefined;
	const start = secoda.truth;
	let before = start;
	const job = runJob(
		{
			...options,
			waitMs,
			force: isForced,
			decide(preview) {
				before = secoda.truth;
				planned = {preview, truth: before};
				return Promise.resolve({kind: 'send', approval: approvalOf(preview)});
			},
		},
		services,
		cancel.signal,
	);
	for await (const event of job) {
		// An unchanged upload asks for no decision.
		if (event.type === 'planned') before = secoda.truth;
		note(event);
	}

	const entry = ends.at(-1)?.ending.entry;
	const upload = entry === undefined ? undefined : findResumable(state, entry);
	if (resume !== undefined && upload !== undefined) {
		await timer.delay(resume.afterMs, never);
		const watch = resumeWatch(
			{upload, waitMs: resume.waitMs},
			{openCatalog: () => Promise.resolve(catalog), state, timer},
			never,
		);
		for await (const event of watch) note(event);
	}

	await secoda.idle();
	return {world, secoda, requests: network.requests, older, planned, start, before, ends};

	function approvalOf({plan}: Preview): string | undefined {
		switch (approval) {
			case 'none':
				return undefined;
			case 'given':
				return plan.id;
			case 'other':
				return 'ffffffffffff';
			default:
				return older?.preview.plan.id;
		}
	}

	/** Plans the upload before it starts. A plan that fails has no approval. */
	async function planBefore(milliseconds: number): Promise<Planned | undefined> {
		const use = (preview: Preview) => Promise.resolve({preview, truth: secoda.truth});
		const made = await planUpload(options, services, {signal: never, emit: () => undefined}, use).catch(
			() => undefined,
		);
		await timer.delay(milliseconds, never);
		return made;
	}

	function endOf(ending: Ending): Ended {
		const {ours, uploads, edited} = secoda;
		return {
			ending,
			shown: secoda.shown,
			shownSince: new Set(secoda.shownSince),
			edgesSince: new Set(secoda.edgesSince),
			written: new Set(ours.flatMap(({written}) => [...written])),
			isTaken: ours.some(({isTaken}) => isTaken),
			hasLeft: ours.some(({pieces}) => pieces > 1),
			otherChanges: uploads.filter(({by}) => by === 'other').length + edited.size,
			entry: state.history.list(1, {host: address.host, integration})[0],
		};
	}
}
