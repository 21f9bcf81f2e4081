import {type SandboxEdge, type SandboxIntegration, SandboxModel, type SandboxPage} from '../../source/sandbox/model.ts';
import {editPage} from '../../source/sandbox/page-marks.ts';
import {defaultSwitches, type SandboxSwitches} from '../../source/sandbox/switches.ts';
import {type SandboxSync, syncSteps} from '../../source/sandbox/sync.ts';
import {pagesOf} from './pages.ts';
import type {SimulatedPages} from './simulated-pages.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import {
	type Content,
	type EdgeName,
	type Edit,
	endsOf,
	type LinkEdit,
	type PageName,
	type SyncFate,
	type World,
} from './world.ts';

/** An upload as the server knows it. */
export type ServedUpload = {
	readonly by: 'us' | 'other';
	readonly at: number;
	/** The pieces of the body that arrived: for each part its head and the file, and the closing line. */
	pieces: number;
	isTaken: boolean;
	/** The body arrived whole, and the response did not exclude that it was taken. */
	mayBeTaken: boolean;
	readonly sync: SandboxSync;
	/** The pages that its sync wrote. */
	readonly written: Set<PageName>;
	/** The pages that its sync hid. */
	readonly hidden: Set<PageName>;
};

/** The catalog at one time. */
export type Truth = {
	/** All pages that are shown. */
	readonly shown: ReadonlySet<PageName>;
	readonly owned: ReadonlySet<PageName>;
	/** Those whose description is one that a person wrote. */
	readonly described: ReadonlySet<PageName>;
	/** The descriptions of the pages that are shown. */
	readonly texts: ReadonlyMap<PageName, string>;
	readonly edges: ReadonlySet<EdgeName>;
};

const never = new AbortController().signal;
const byPerson = 'by a person';

/** A Secoda in memory: the model and the syncs of the sandbox, with other uploads and edits as the world has them. */
export class SimulatedSecoda {
	readonly model = new SandboxModel();
	readonly integration: SandboxIntegration;
	readonly switches: SandboxSwitches;
	readonly pages: SimulatedPages;
	readonly uploads: ServedUpload[] = [];
	/** Pages that a person archived or restored. */
	readonly edited = new Set<PageName>();
	/** Edges that people added. */
	readonly links: SandboxEdge[] = [];
	/** Every page, and every edge, that was there at some time since the client first sent a byte. */
	readonly shownSince = new Set<PageName>();
	readonly edgesSince = new Set<EdgeName>();
	readonly #world: World;
	readonly #timer: VirtualTimer;
	readonly #names = new WeakMap<SandboxPage, PageName>();
	readonly #queue: Array<() => void> = [];
	#isSyncing = false;

	constructor(world: World, timer: VirtualTimer) {
		const {switches, reads} = world;
		this.#world = world;
		this.#timer = timer;
		this.pages = pagesOf[world.kind];
		this.switches = {...defaultSwitches, ...switches, countKnown: reads.count !== 'placeholder'};
		this.integration = this.model.addIntegration('Warehouse', 'custom');
		this.#fill();
		for (const {at, content, sync} of world.others)
			timer.after(at, () => this.take(this.serve('other'), content, sync));
		for (const edit of world.edits) timer.after(edit.at, () => this.#edit(edit));
		for (const link of world.links) timer.after(link.at, () => this.#link(link));
	}

	get ours(): readonly ServedUpload[] {
		return this.uploads.filter(({by}) => by === 'us');
	}

	/** All pages, also archived ones. */
	get all(): Iterable<SandboxPage> {
		return this.model.pages(this.integration.id);
	}

	/** Returns the name of a page. */
	nameOf(page: SandboxPage): PageName {
		const name = this.#names.get(page) ?? this.pages.nameOf(page);
		this.#names.set(page, name);
		return name;
	}

	/** The pages that are shown now. */
	get shown(): ReadonlySet<PageName> {
		const shown = new Set<PageName>();
		for (const page of this.all) if (!page.archived) shown.add(this.nameOf(page));
		return shown;
	}

	/** The catalog as it is now. */
	get truth(): Truth {
		const owned = new Set<PageName>();
		const described = new Set<PageName>();
		const texts = new Map<PageName, string>();
		for (const page of this.all) {
			const name = this.nameOf(page);
			if ((page.marks?.owners.length ?? 0) > 0) owned.add(name);
			if (page.description === byPerson) described.add(name);
			if (!page.archived) texts.set(name, page.description);
		}

		return {shown: new Set(texts.keys()), owned, described, texts, edges: this.edges};
	}

	/** The edges as they are now. */
	get edges(): ReadonlySet<EdgeName> {
		const edges = [...(this.model.edges.get(this.integration.id) ?? []), ...this.links];
		if (edges.length === 0) return new Set();
		const names = new Map(Array.from(this.all, page => [page.id, this.nameOf(page)]));
		return new Set(edges.map(({fromId, toId}) => `${names.get(fromId)}>${names.get(toId)}`));
	}

	#fill(): void {
		const {before, archived, lostEdges, owned, described} = this.#world;
		const sync: SandboxSync = {id: '', integrationId: this.integration.id, status: 'running', message: ''};
		const content = {...before, pages: [...before.pages, ...archived]};
		for (const _ of syncSteps(sync, this.pages.importerOf(content, this.switches), this.model, this.switches));
		if (sync.status !== 'done') throw new Error(sync.message);
		const hidden = new Set(archived);
		for (const page of this.all) if (hidden.has(this.nameOf(page))) page.archived = page.stale = true;
		this.#loseEdges(lostEdges);
		for (const page of owned) this.#edit({at: 0, page, change: 'own'});
		for (const page of described) this.#edit({at: 0, page, change: 'describe'});
	}

	#loseEdges(edges: readonly EdgeName[]): void {
		const {id} = this.integration;
		const isLost = ({fromId, toId}: SandboxEdge) =>
			edges.some(edge => {
				const [from, to] = endsOf(edge).map(end => this.#page(end)?.id);
				return from === fromId && to === toId;
			});
		if (edges.length > 0)
			this.model.edges.set(
				id,
				(this.model.edges.get(id) ?? []).filter(edge => !isLost(edge)),
			);
	}

	/** Starts an upload. */
	serve(by: ServedUpload['by']): ServedUpload {
		const sync: SandboxSync = {
			id: String(this.uploads.length),
			integrationId: this.integration.id,
			status: 'running',
			message: '',
		};
		const facts = {pieces: 0, isTaken: false, mayBeTaken: false, written: new Set<string>(), hidden: new Set<string>()};
		const upload = {by, at: this.#timer.elapsed(), sync, ...facts};
		this.uploads.push(upload);
		return upload;
	}

	/** Accepts a content. Its sync starts when the earlier ones have ended. */
	take(upload: ServedUpload, content: Content, {startMs, stepMs, failsAt}: SyncFate): void {
		upload.isTaken = true;
		const {sync} = upload;
		const {pages, switches} = this;
		this.#queue.push(() => {
			const importer = pages.importerOf(content, switches);
			const steps = syncSteps(
				sync,
				function* recorded(writer, model) {
					for (const importing = importer(writer, model); !importing.next().done; ) {
						for (const databuilderId of writer.seen) upload.written.add(pages.nameOf({databuilderId}));
						yield;
					}
				},
				this.model,
				switches,
			);
			let step = 0;
			const next = () => {
				const before = this.shown;
				if (step++ === failsAt) {
					sync.status = 'failed';
				} else if (!steps.next().done) {
					this.noteShown();
					this.#timer.after(stepMs, next);
					return;
				}

				const after = this.shown;
				for (const page of before) if (!after.has(page)) upload.hidden.add(page);
				this.noteShown();
				this.#isSyncing = false;
				this.#startNext();
			};
			this.#timer.after(startMs, next);
		});
		this.#startNext();
	}

	#startNext(): void {
		if (this.#isSyncing) return;
		const start = this.#queue.shift();
		this.#isSyncing = start !== undefined;
		start?.();
	}

	/** Adds the pages and edges that are there now to those that were at some time, once the client has sent a byte. */
	noteShown(): void {
		if (this.ours.length === 0) return;
		for (const page of this.shown) this.shownSince.add(page);
		for (const edge of this.edges) this.edgesSince.add(edge);
	}

	#page(name: PageName): SandboxPage | undefined {
		for (const page of this.all) if (this.nameOf(page) === name) return page;
		return undefined;
	}

	#edit({page: name, change}: Edit): void {
		const page = this.#page(name);
		if (page === undefined) return;
		const now = new Date(this.#timer.now()).toISOString();
		if (change === 'own') editPage(page, {owners: ['person']}, now);
		if (change === 'describe') editPage(page, {description: byPerson}, now);
		if (change === 'archive' || change === 'restore') {
			page.archived = change === 'archive';
			this.edited.add(name);
			this.noteShown();
		}
	}

	#link({at, edge}: LinkEdit): void {
		const [fromId, toId] = endsOf(edge).map(end => this.#page(end)?.id);
		if (fromId === undefined || toId === undefined) return;
		this.links.push({id: `link ${at} ${edge}`, createdAt: '', fromId, toId});
		this.noteShown();
	}

	/** Lets all syncs end. */
	async idle(): Promise<void> {
		await this.#timer.delay(3_600_000, never);
	}
}
