import {csvImporter} from '../../source/sandbox/import-csv.ts';
import {type SandboxIntegration, SandboxModel, type SandboxPage} from '../../source/sandbox/model.ts';
import {editPage} from '../../source/sandbox/page-marks.ts';
import {defaultSwitches, type SandboxSwitches} from '../../source/sandbox/switches.ts';
import {type SandboxSync, syncSteps} from '../../source/sandbox/sync.ts';
import {columnOf, csvOf} from './columns.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import type {ColumnName, Edit, SyncFate, World} from './world.ts';

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

const never = new AbortController().signal;

/** A Secoda in memory: the model and the syncs of the sandbox, with other uploads and edits as the world has them. */
export class SimulatedSecoda {
	readonly model = new SandboxModel();
	readonly integration: SandboxIntegration;
	readonly switches: SandboxSwitches;
	readonly uploads: ServedUpload[] = [];
	/** Columns that a person archived or restored. */
	readonly edited = new Set<ColumnName>();
	/** Every column that was shown at some time since the client first sent a byte. */
	readonly shownSince = new Set<ColumnName>();
	readonly #world: World;
	readonly #timer: VirtualTimer;
	readonly #queue: Array<() => void> = [];
	#isSyncing = false;

	constructor(world: World, timer: VirtualTimer) {
		const {staling, revival, answerBody, missingLink, reads} = world;
		this.#world = world;
		this.#timer = timer;
		const countKnown = reads.count !== 'placeholder';
		this.switches = {...defaultSwitches, staling, revival, answerBody, missingLink, countKnown};
		this.integration = this.model.addIntegration('Warehouse', 'custom');
		this.#fill();
		for (const {at, columns, sync} of world.others)
			timer.after(at, () => this.take(this.serve('other'), Buffer.from(csvOf(columns, 'other')), sync));
		for (const edit of world.edits) timer.after(edit.at, () => this.#edit(edit));
	}

	/** The columns that the catalog shows now. */
	get shown(): ReadonlySet<ColumnName> {
		return new Set(this.columns.filter(({archived}) => !archived).map(columnOf));
	}

	/** The columns that have an owner now. */
	get owned(): ReadonlySet<ColumnName> {
		return new Set(this.columns.filter(({marks}) => (marks?.owners.length ?? 0) > 0).map(columnOf));
	}

	get ours(): readonly ServedUpload[] {
		return this.uploads.filter(({by}) => by === 'us');
	}

	/** All columns, also archived ones. */
	get columns(): readonly SandboxPage[] {
		return [...this.model.pages(this.integration.id)].filter(({entityType}) => entityType === 'column');
	}

	#fill(): void {
		const {shown, archived, owned} = this.#world;
		const sync = {id: '', integrationId: this.integration.id, status: 'running', message: ''} as const;
		const file = Buffer.from(csvOf([...shown, ...archived], 'before'));
		for (const _ of syncSteps({...sync}, csvImporter(file, this.switches), this.model, this.switches));
		for (const page of this.columns) if (archived.includes(columnOf(page))) page.archived = page.stale = true;
		for (const column of owned) this.#edit({at: 0, column, change: 'own'});
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

	/** Accepts a file. Its sync starts when the earlier ones have ended. */
	take(upload: ServedUpload, file: Buffer, {startMs, stepMs, failsAt}: SyncFate): void {
		upload.isTaken = true;
		const {sync} = upload;
		this.#queue.push(() => {
			const importer = csvImporter(file, this.switches);
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
				this.switches,
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
				for (const column of before) if (!after.has(column)) upload.hidden.add(column);
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

	/** Adds the columns that are shown now to those that were shown at some time. */
	noteShown(): void {
		for (const column of this.shown) this.shownSince.add(column);
	}

	#edit({column, change}: Edit): void {
		const page = this.columns.find(each => columnOf(each) === column);
		if (page === undefined) return;
		const now = new Date(this.#timer.now()).toISOString();
		if (change === 'own') editPage(page, {owners: ['person']}, now);
		if (change === 'describe') editPage(page, {description: 'by a person'}, now);
		if (change === 'archive' || change === 'restore') {
			page.archived = change === 'archive';
			this.edited.add(column);
			this.noteShown();
		}
	}

	/** Lets all syncs end. */
	async idle(): Promise<void> {
		await this.#timer.delay(3_600_000, never);
	}
}
