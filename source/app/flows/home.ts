import type {Ending} from '../../job/ending.ts';
import {type Errand, type HomeWish, home, homeOf} from '../screens/home/state.ts';
import type {AppServices, DamagedProfile, Opened, Start} from '../services.ts';
import type {Stage} from '../stage.ts';
import {Store} from '../store.ts';
import {Asker} from './asker.ts';
import {chooseDoor, type Door} from './doors.ts';
import {openFile} from './open-file.ts';
import {pickFile} from './pick-file.ts';
import {ProfileTokens} from './profile-tokens.ts';
import type {ReviewOptions} from './review-file.ts';
import {setUp} from './set-up/set-up.ts';
import {tellError} from './tell.ts';
import {watchSync} from './watch-sync.ts';

/** Where the runs and saves of a visit are noted. */
type Notes = Pick<ReviewOptions, 'ended' | 'saved' | 'kept'>;

/**
Profiles and what can be done with them, until the person quits. Without any it is the set-up. It begins with the preview of
`first`, as if Enter were pressed on it. @throws Left
*/
export async function homeFlow(stage: Stage, services: AppServices, notes: Notes, first?: string): Promise<void> {
	const visit = new Visit(stage, services, notes);
	if (first !== undefined) await visit.carryOut({kind: 'preview', name: first});
	for (;;) {
		const {profiles, damaged} = await services.home.profiles();
		if (profiles.length === 0 && damaged.length === 0) {
			if (!(await visit.begin('quit'))) return;
			continue;
		}

		const wish = await showHome(stage, profiles, visit.selected, visit.notice ?? damagedNotice(damaged));
		visit.notice = undefined;
		if (wish.kind === 'quit') return;
		await visit.carryOut(wish);
	}
}

/** What is said of profiles that cannot be read: their names first, for there may not be room for all of it. */
function damagedNotice(damaged: readonly DamagedProfile[]): string | undefined {
	const [first] = damaged;
	if (damaged.length < 2) return first?.message;
	return `These profiles cannot be read: ${damaged.map(({name}) => name).join(', ')}. ${first?.message}`;
}

async function showHome(stage: Stage, ...shown: Parameters<typeof homeOf>): Promise<HomeWish> {
	const wanted = Promise.withResolvers<HomeWish>();
	const store = new Store(homeOf(...shown), home, wish => wanted.resolve(wish));
	stage.show({name: 'home', store});
	return stage.until(wanted.promise);
}

const watchKey = {keys: ['w'], action: 'watch', label: 'watch the sync again', help: ''};

/** One visit of home: what is remembered from one wish to the next. */
class Visit {
	/** The profile that was used last. */
	selected: string | undefined;
	/** What was just done. */
	notice: string | undefined;
	/** The door that was chosen last. */
	#door: Door | undefined;
	readonly #stage: Stage;
	readonly #services: AppServices;
	readonly #notes: Notes;
	readonly #tokens: ProfileTokens;

	constructor(stage: Stage, services: AppServices, notes: Notes) {
		this.#stage = stage;
		this.#services = services;
		this.#notes = notes;
		this.#tokens = new ProfileTokens(stage, services);
	}

	/** The three doors. Answers whether one was chosen. */
	async begin(back: 'quit' | 'back'): Promise<boolean> {
		const door = await chooseDoor(this.#stage, this.#services, {back, selected: this.#door});
		if (door !== 'quit') this.#door = door;
		switch (door) {
			case 'quit':
				return false;
			case 'connect':
				await this.#setUp();
				return true;
			case 'file':
				await this.#openAny();
				return true;
			case 'sandbox':
				await this.#trySandbox();
				return true;
		}
	}

	async carryOut(errand: Errand): Promise<void> {
		if ('name' in errand) this.selected = errand.name;
		switch (errand.kind) {
			case 'new':
				await this.begin('back');
				return;
			case 'open':
				return this.#openAny();
			case 'edit':
				return this.#edit(errand.name);
			case 'history':
				return this.#history(errand.name);
			case 'watch':
				return this.#watch(errand.name, errand.upload);
			case 'remove':
				return this.#remove(errand.name, errand.neighbour);
			case 'preview':
			case 'review':
				return this.#openProfile(errand.name, errand.kind === 'preview');
			default:
				errand satisfies never;
		}
	}

	async #setUp(start?: Start): Promise<void> {
		const made = await setUp(this.#stage, this.#services, start);
		if (made === undefined) return;
		this.selected = made.name;
		this.#tokens.changed(start?.name, made.name, made.account);
		if (made.goOn) await this.#openProfile(made.name, true);
	}

	async #edit(name: string): Promise<void> {
		await this.#trying(`The profile ${name} cannot be changed`, async () =>
			this.#setUp(await this.#services.home.startOf(name)),
		);
	}

	async #openAny(): Promise<void> {
		const {files, home: services} = this.#services;
		const asker = new Asker(this.#stage, 'Open a file', text => files.complete(text));
		const looked = await pickFile(asker, files, {lines: ['Tab completes; a file can be dropped here.']});
		if (looked !== undefined) await this.#open(services.openFile(looked.path), false);
	}

	async #trySandbox(): Promise<void> {
		await this.#trying('The sandbox did not start', async () => {
			const asker = new Asker(this.#stage, 'Try the sandbox');
			const started = await asker.wait('Starting a local Secoda', () => this.#services.home.sandbox());
			if (started.kind === 'done') await this.#show(started.value, false);
		});
	}

	async #openProfile(name: string, straightToPreview: boolean): Promise<void> {
		const work = async () => {
			const opened = straightToPreview ? await this.#tokens.open(name) : await this.#rowsOf(name);
			if (opened !== undefined) await this.#open(opened, straightToPreview, name);
		};
		await this.#trying(`${name} cannot be opened`, work, ['At home, e changes what the profile says.']);
	}

	/** The file of a profile: to look at it needs no token, which is looked for when something is to be sent. */
	async #rowsOf(name: string): Promise<Opened> {
		const opened = await this.#services.home.profileFile(name);
		return {...opened, connect: async () => (await this.#tokens.open(name))?.upload};
	}

	async #open(opened: Opened, straightToPreview: boolean, profile?: string): Promise<void> {
		this.#services.files.opened(opened.file);
		await this.#trying('The file cannot be opened', () => this.#show(opened, straightToPreview, profile));
	}

	async #show(opened: Opened, straightToPreview: boolean, profile?: string): Promise<void> {
		const ended: Notes['ended'] = (ending, how) => {
			if (profile !== undefined) this.#tokens.ended(profile, opened, ending);
			this.#notes.ended(ending, how);
		};
		const {saved, kept} = this.#notes;
		await openFile({opened, straightToPreview, saved, kept, ended, paths: this.#services.files}, this.#stage);
	}

	async #watch(name: string, upload: number): Promise<void> {
		await this.#trying('The sync cannot be watched', async () => {
			const watch = await this.#tokens.openWatch(name, upload);
			if (watch === undefined) return;
			const ended = (ending: Ending) => {
				this.#tokens.ended(name, watch, ending);
				this.#notes.ended(ending, {isRun: true});
			};
			await watchSync(watch.run, ended, this.#stage);
		});
	}

	async #history(name: string): Promise<void> {
		await this.#trying('The history cannot be read', async () => {
			const runs = await this.#services.home.history(name);
			const asker = new Asker(this.#stage, name);
			const prompt = 'What was sent';
			if (runs.length === 0) {
				await asker.ask({prompt, lines: ['Nothing was sent from here yet.'], question: {kind: 'keys'}});
				return;
			}

			const items = runs.map(({title, detail}, at) => ({id: String(at), label: title, detail}));
			let selected: string | undefined;
			for (;;) {
				const said = await asker.ask({
					prompt,
					question: {kind: 'choice', search: true, items, selected},
					enter: 'more',
				});
				if (said.kind !== 'picked') return;
				selected = said.id;
				const run = runs[Number(said.id)];
				if (run === undefined) continue;
				const keys = run.watchable === undefined ? {} : {keys: [watchKey]};
				const then = await asker.ask({prompt: run.title, lines: run.facts, question: {kind: 'keys'}, ...keys});
				if (then.kind === 'key' && run.watchable !== undefined) return this.#watch(name, run.watchable);
			}
		});
	}

	async #remove(name: string, neighbour: string | undefined): Promise<void> {
		await this.#trying(`${name} was not forgotten`, async () => {
			const asker = new Asker(this.#stage, name);
			const done = await asker.wait('Forgetting', signal => this.#services.home.remove(name, signal));
			if (done.kind !== 'done') return;
			this.notice = [`The profile ${name} is forgotten.`, done.value].filter(Boolean).join(' ');
			this.#tokens.forget(name);
			this.selected = neighbour;
		});
	}

	/** Does something, and shows what went wrong with it. */
	async #trying(what: string, work: () => Promise<void>, also?: readonly string[]): Promise<void> {
		try {
			await work();
		} catch (error) {
			await tellError(this.#stage, what, error, also);
		}
	}
}
