import type {SandboxPage} from '../../source/sandbox/model.ts';
import {envelope, resourceJson} from '../../source/sandbox/shapes.ts';
import type {Random} from '../reference/random.ts';
import {columnOf} from './columns.ts';
import type {SimulatedSecoda} from './secoda.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import type {Reads} from './world.ts';

/** The list of columns, which misleads as the world says. */
export class SimulatedLists {
	readonly #secoda: SimulatedSecoda;
	readonly #reads: Reads;
	readonly #timer: VirtualTimer;
	readonly #random: Random;
	#order: readonly SandboxPage[] = [];

	constructor(secoda: SimulatedSecoda, reads: Reads, timer: VirtualTimer, random: Random) {
		this.#secoda = secoda;
		this.#reads = reads;
		this.#timer = timer;
		this.#random = random;
	}

	/** Returns one page of the list of columns. */
	page(url: URL): object {
		const {order, count, skips, repeats, pageSize, isArchivedListed, lost} = this.#reads;
		const random = this.#random;
		const isFirst = url.searchParams.get('page') === null;
		const pages = this.#secoda.columns.filter(({archived}) => isArchivedListed || !archived);
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
			page => resourceJson(page, this.#secoda.switches),
			{
				...this.#secoda.switches,
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
}
