import type {PageType} from '../../source/sandbox/model.ts';
import {edgeJson, envelope, resourceJson} from '../../source/sandbox/shapes.ts';
import type {Random} from '../reference/random.ts';
import type {SimulatedSecoda} from './secoda.ts';
import type {VirtualTimer} from './virtual-timer.ts';
import type {Reads} from './world.ts';

/** The lists of pages by the last part of their path. */
const pageLists: ReadonlyMap<string, PageType> = new Map([
	['databases', 'database'],
	['schemas', 'schema'],
	['tables', 'table'],
	['columns', 'column'],
	['dashboards', 'dashboard'],
	['charts', 'chart'],
]);

type Identified = {readonly id: string};

/** The lists of pages and edges, which mislead as the world says. */
export class SimulatedLists {
	readonly #secoda: SimulatedSecoda;
	readonly #reads: Reads;
	readonly #timer: VirtualTimer;
	readonly #random: Random;
	/** By list: the order of its last reading. */
	readonly #orders = new Map<string, readonly string[]>();

	constructor(secoda: SimulatedSecoda, reads: Reads, timer: VirtualTimer, random: Random) {
		this.#secoda = secoda;
		this.#reads = reads;
		this.#timer = timer;
		this.#random = random;
	}

	/** Returns one page of a list; `undefined` for another address. */
	page(url: URL): object | undefined {
		const secoda = this.#secoda;
		const {switches, model} = secoda;
		const name = url.pathname.split('/').at(-2) ?? '';
		if (name === 'manual') {
			const uploaded = switches.edgesListed ? (model.edges.get(secoda.integration.id) ?? []) : [];
			const people = new Set(secoda.links);
			const wanted = switches.edgesFiltered ? new Set(url.searchParams.get('to_entity__in')?.split(',')) : undefined;
			const edges = [...uploaded, ...people].filter(({toId}) => wanted === undefined || wanted.has(toId));
			return this.#listed(url, name, {all: edges, counted: edges}, edge =>
				people.has(edge) ? {...edgeJson(edge, model, switches), is_manual: true} : edgeJson(edge, model, switches),
			);
		}

		const type = pageLists.get(name);
		if (type === undefined) return undefined;
		const {isArchivedListed, lost} = this.#reads;
		const counted = [...secoda.all].filter(
			({archived, entityType}) => entityType === type && (isArchivedListed || !archived),
		);
		const isLost = lost !== undefined && this.#timer.elapsed() >= lost.at;
		const all = isLost ? counted.filter(page => secoda.nameOf(page) !== lost.page) : counted;
		return this.#listed(url, name, {all, counted}, page => resourceJson(page, switches));
	}

	#listed<Item extends Identified>(
		url: URL,
		name: string,
		{all, counted}: {readonly all: readonly Item[]; readonly counted: readonly Item[]},
		shape: (item: Item) => object,
	): object {
		const {count, skips, repeats, pageSize} = this.#reads;
		const random = this.#random;
		const sized = new URL(url);
		sized.searchParams.set('page_size', String(pageSize));
		const json: {results?: object[]; count?: number} = envelope(this.#inOrder(url, name, all), sized, shape, {
			...this.#secoda.switches,
			count: counted.length,
		});
		let results = json.results ?? [];
		if (skips > 0 && random.oneIn(skips)) results = results.toSpliced(random.below(results.length), 1);
		const [first] = results;
		if (repeats > 0 && random.oneIn(repeats) && first !== undefined) results.push(first);
		const wavering = count === 'wavers' && random.oneIn(8) ? random.below(3) - 1 : 0;
		return {...json, count: Math.max(0, (json.count ?? 0) + wavering), results};
	}

	/** Returns items in the order of the list. Those that are new since its first page come last. */
	#inOrder<Item extends Identified>(url: URL, name: string, items: readonly Item[]): readonly Item[] {
		const {order} = this.#reads;
		if (order === 'stable') return items;
		const random = this.#random;
		const ids = items.map(({id}) => id);
		const isFirst = url.searchParams.get('page') === null;
		const before = isFirst ? random.shuffled(ids) : (this.#orders.get(name) ?? ids);
		const known = new Set(before);
		const byId = new Map(items.map(item => [item.id, item]));
		const listed = [...before.filter(id => byId.has(id)), ...ids.filter(id => !known.has(id))];
		if (order === 'moves-between-pages' && listed.length > 1) {
			const [moved] = listed.splice(random.below(listed.length), 1);
			if (moved !== undefined) listed.splice(random.below(listed.length + 1), 0, moved);
		}

		this.#orders.set(name, listed);
		return listed.flatMap(id => byId.get(id) ?? []);
	}
}
