import type {HttpReply, HttpRequest, RequestFailure, SendRequest} from '../../source/catalog/transport.ts';
import {csvImporter} from '../../source/sandbox/import-csv.ts';
import {type SandboxIntegration, SandboxModel, type SandboxPage} from '../../source/sandbox/model.ts';
import {editPage} from '../../source/sandbox/page-marks.ts';
import {uploadReply} from '../../source/sandbox/route.ts';
import {envelope, integrationJson, resourceJson} from '../../source/sandbox/shapes.ts';
import {defaultSwitches, type SandboxSwitches} from '../../source/sandbox/switches.ts';
import {type SandboxSync, syncSteps} from '../../source/sandbox/sync.ts';
import {Random} from '../reference/random.ts';
import {columnOf, csvOf} from './columns.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import type {ColumnName, Edit, Fate, SyncFate, World} from './world.ts';

/** An upload as the server knows it. */
export type ServedUpload = {
	readonly by: 'us' | 'other';
	readonly at: number;
	/** The pieces of the body that arrived: its head, the file, and the closing line. */
	pieces: number;
	isTaken: boolean;
	/** The body arrived whole, and the response did not exclude that it was taken. */
	mayBeTaken: boolean;
	readonly sync: SandboxSync;
	/** The columns that its sync wrote. */
	readonly written: Set<ColumnName>;
	/** The columns that its sync hid. */
	readonly hidden: Set<ColumnName>;
};

/** The fate of a request that has a connection. */
type Arrived = Exclude<Fate, {kind: 'no-connection'}>;

const never = new AbortController().signal;

/** A Secoda in memory: the model and the syncs of the sandbox, lists that mislead, and a network that fails as the world says. */
export class SimulatedSecoda {
	readonly model = new SandboxModel();
	readonly integration: SandboxIntegration;
	readonly uploads: ServedUpload[] = [];
	/** Columns that a person archived or restored. */
	readonly edited = new Set<ColumnName>();
	/** Every column that was shown at some time since the client first sent a byte. */
	readonly shownSince = new Set<ColumnName>();
	/** The number of requests so far. */
	requests = 0;
	readonly send: SendRequest;
	readonly #world: World;
	readonly #timer: VirtualTimer;
	readonly #random: Random;
	readonly #switches: SandboxSwitches;
	readonly #queue: Array<() => void> = [];
	#isSyncing = false;
	#attempts = 0;
	#order: readonly SandboxPage[] = [];

	constructor(world: World, timer: VirtualTimer) {
		const {staling, revival, answerBody, missingLink, reads} = world;
		this.#world = world;
		this.#timer = timer;
		this.#random = new Random(world.seed);
		const countKnown = reads.count !== 'placeholder';
		this.#switches = {...defaultSwitches, staling, revival, answerBody, missingLink, countKnown};
		this.integration = this.model.addIntegration('Warehouse', 'custom');
		this.#fill();
		for (const {at, columns, sync} of world.others)
			timer.after(at, () => this.#take(this.#serve('other'), Buffer.from(csvOf(columns, 'other')), sync));
		for (const edit of world.edits) timer.after(edit.at, () => this.#edit(edit));
		this.send = request => this.#answer(request);
	}

	/** The columns that the catalog shows now. */
	get shown(): ReadonlySet<ColumnName> {
		return new Set(this.#columns.filter(({archived}) => !archived).map(columnOf));
	}

	/** The columns that have an owner now. */
	get owned(): ReadonlySet<ColumnName> {
		return new Set(this.#columns.filter(({marks}) => (marks?.owners.length ?? 0) > 0).map(columnOf));
	}

	get ours(): readonly ServedUpload[] {
		return this.uploads.filter(({by}) => by === 'us');
	}

	get #columns(): readonly SandboxPage[] {
		return [...this.model.pages(this.integration.id)].filter(({entityType}) => entityType === 'column');
	}

	#fill(): void {
		const {shown, archived, owned} = this.#world;
		const sync = {id: '', integrationId: this.integration.id, status: 'running', message: ''} as const;
		const file = Buffer.from(csvOf([...shown, ...archived], 'before'));
		for (const _ of syncSteps({...sync}, csvImporter(file, this.#switches), this.model, this.#switches));
		for (const page of this.#columns) if (archived.includes(columnOf(page))) page.archived = page.stale = true;
		for (const column of owned) this.#edit({at: 0, column, change: 'own'});
	}

	#serve(by: ServedUpload['by']): ServedUpload {
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

	/** Accepts a file. Its sync starts when the earlier ones have ended. */
	#take(upload: ServedUpload, file: Buffer, {startMs, stepMs, failsAt}: SyncFate): void {
		upload.isTaken = true;
		const {sync} = upload;
		this.#queue.push(() => {
			const importer = csvImporter(file, this.#switches);
			const steps = syncSteps(
				sync,
				function* recorded(writer, model) {
					for (const importing = importer(writer, model); !importing.next().done; ) {
						for (const id of writer.seen)
							if (id.split('/').length === 5) upload.written.add(columnOf({databuilderId: id}));
						yield;
					}
				},
				this.model,
				this.#switches,
			);
			let step = 0;
			const next = () => {
				const before = this.shown;
				if (step++ === failsAt) {
					sync.status = 'failed';
				} else if (!steps.next().done) {
					this.#noteShown();
					this.#timer.after(stepMs, next);
					return;
				}

				const after = this.shown;
				for (const column of before) if (!after.has(column)) upload.hidden.add(column);
				this.#noteShown();
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

	#noteShown(): void {
		for (const column of this.shown) this.shownSince.add(column);
	}

	#edit({column, change}: Edit): void {
		const page = this.#columns.find(each => columnOf(each) === column);
		if (page === undefined) return;
		const now = new Date(this.#timer.now()).toISOString();
		if (change === 'own') editPage(page, {owners: ['person']}, now);
		if (change === 'describe') editPage(page, {description: 'by a person'}, now);
		if (change === 'archive' || change === 'restore') {
			page.archived = change === 'archive';
			this.edited.add(column);
			this.#noteShown();
		}
	}

	async #answer(request: HttpRequest): Promise<HttpReply | RequestFailure> {
		this.requests++;
		try {
			await this.#timer.delay(this.#world.reads.latencyMs, request.signal);
			return request.method === 'POST' ? await this.#receive(request) : await this.#read(request);
		} catch (error) {
			if (!request.signal.aborted) throw error;
			return {kind: 'fault', stage: 'talking', reason: 'cancelled', code: 'ERR_ABORTED'};
		}
	}

	async #receive({body, signal, onSent}: HttpRequest): Promise<HttpReply | RequestFailure> {
		const fate = this.#world.fates[this.#attempts++];
		if (fate?.kind === 'no-connection')
			return {kind: 'fault', stage: 'connecting', reason: fate.reason, code: fate.code};
		const upload = this.#serve('us');
		if (this.ours.length === 1) this.#noteShown();
		if (typeof body !== 'object') throw new TypeError('a form is expected');
		const {readsAhead, isProgressLate} = this.#world;
		const pieces: Uint8Array[] = [];
		const limit = fate?.pieces ?? Number.POSITIVE_INFINITY;
		const all: Uint8Array[] = [];
		let sent = 0;
		try {
			if (readsAhead) for await (const piece of body) all.push(piece);
			const source = readsAhead ? all.values() : body;
			while (pieces.length < limit) {
				const {value: piece} = await source.next();
				if (piece === undefined) break;
				if (isProgressLate) pieces.push(piece);
				if (isProgressLate) upload.pieces++;
				await this.#timer.delay(10, signal);
				if (!isProgressLate) pieces.push(piece);
				if (!isProgressLate) upload.pieces++;
				sent += piece.length;
				onSent?.(sent);
			}
		} finally {
			await body.return();
		}

		return this.#settle(upload, fate ?? this.#success(upload), Buffer.concat(pieces), signal);
	}

	#success({sync}: ServedUpload): Arrived {
		const {body} = uploadReply(sync.id, this.#switches);
		return {
			kind: 'reply',
			status: 200,
			body: body === undefined ? '' : JSON.stringify(body),
			contentType: 'application/json',
			retryAfter: undefined,
			pieces: Number.POSITIVE_INFINITY,
			isTaken: true,
			isBroken: false,
			answerMs: this.#random.pick([0, 200, 5000]),
		};
	}

	/** Takes the file of a request, or not, and answers. */
	async #settle(
		upload: ServedUpload,
		fate: Arrived,
		form: Buffer,
		signal: AbortSignal,
	): Promise<HttpReply | RequestFailure> {
		const isWhole = form.includes('--\r\n', form.length - 4);
		upload.mayBeTaken = isWhole && !(fate.kind === 'reply' && (fate.status === 429 || isClientError(fate.status)));
		if (fate.isTaken && isWhole) this.#take(upload, fileOf(form), this.#world.sync);
		await this.#timer.delay(fate.answerMs, signal);
		if (fate.kind === 'lost') return {kind: 'fault', stage: 'talking', reason: fate.reason, code: 'ECONNRESET'};
		const {status, body, contentType, retryAfter, isBroken} = fate;
		if (isBroken && status < 300) return {kind: 'fault', stage: 'talking', reason: 'broken', code: 'ECONNRESET'};
		return reply(status, body, {contentType, retryAfter, extent: isBroken ? 'broken-off' : 'whole'});
	}

	async #read({url, timeoutMs, signal}: HttpRequest): Promise<HttpReply | RequestFailure> {
		const {faults} = this.#world.reads;
		const random = this.#random;
		if (faults > 0 && random.oneIn(faults)) {
			const status = random.pick([0, 1, 200, 429, 500, 503]);
			if (status === 1) await this.#timer.delay(timeoutMs, signal);
			if (status < 2)
				return {kind: 'fault', stage: 'talking', reason: status === 1 ? 'timeout' : 'broken', code: 'ECONNRESET'};
			return reply(status, status === 200 ? '{"results": [{"id"' : '{}');
		}

		const json = url.pathname.endsWith('/columns/') ? this.#list(url) : integrationJson(this.integration, this.model);
		return reply(200, JSON.stringify(json));
	}

	/** Returns one page of the list of columns. */
	#list(url: URL): object {
		const {order, count, skips, repeats, pageSize, isArchivedListed, lost} = this.#world.reads;
		const random = this.#random;
		const isFirst = url.searchParams.get('page') === null;
		const pages = this.#columns.filter(({archived}) => isArchivedListed || !archived);
		if (isFirst) this.#order = order === 'stable' ? pages : random.shuffled(pages);
		// Pages that are new since the first page of the list come last.
		const known = new Set(this.#order);
		const present = new Set(pages);
		const listed = [...this.#order.filter(page => present.has(page)), ...pages.filter(page => !known.has(page))];
		if (order === 'moves-between-pages' && listed.length > 1) {
			const [moved] = listed.splice(random.below(listed.length), 1);
			if (moved !== undefined) listed.splice(random.below(listed.length + 1), 0, moved);
			this.#order = [...listed];
		}

		const isLost = lost !== undefined && this.#timer.elapsed() >= lost.at;
		const all = isLost ? listed.filter(page => columnOf(page) !== lost.column) : listed;
		const sized = new URL(url);
		sized.searchParams.set('page_size', String(pageSize));
		const json: {results?: object[]; count?: number} = envelope(
			all,
			sized,
			page => resourceJson(page, this.#switches),
			{
				...this.#switches,
				count: listed.length,
			},
		);
		let results = json.results ?? [];
		if (skips > 0 && random.oneIn(skips)) results = results.toSpliced(random.below(results.length), 1);
		const [first] = results;
		if (repeats > 0 && random.oneIn(repeats) && first !== undefined) results.push(first);
		const wavering = count === 'wavers' && random.oneIn(8) ? random.below(3) - 1 : 0;
		return {...json, count: Math.max(0, (json.count ?? 0) + wavering), results};
	}

	/** Lets all syncs end. */
	async idle(): Promise<void> {
		await this.#timer.delay(3_600_000, never);
	}
}

function isClientError(status: number): boolean {
	return status >= 400 && status < 500;
}

function reply(
	status: number,
	body: string,
	rest: Partial<Pick<HttpReply, 'contentType' | 'retryAfter' | 'extent'>> = {},
): HttpReply {
	return {
		kind: 'reply',
		status,
		body,
		contentType: 'application/json',
		location: status >= 300 && status < 400 ? 'https://elsewhere.invalid/' : undefined,
		retryAfter: undefined,
		extent: 'whole',
		...rest,
	};
}

/** Returns the file of a form with one part. */
function fileOf(form: Buffer): Buffer {
	const start = form.indexOf('\r\n\r\n') + 4;
	return form.subarray(start, form.lastIndexOf('\r\n--'));
}
