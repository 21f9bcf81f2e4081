import type {EntityType, LeftMarks, NamedResource, ReadBackList} from '../kinds/resources.ts';
import type {Baseline} from './baseline.ts';
import {CatalogChanges} from './catalog-changes.ts';
import {ListedParents} from './changes/listed-parents.ts';
import {ListedPlaces} from './changes/listed-places.ts';
import {ListedResources} from './changes/listed-resources.ts';
import {countsOf, type EntityCount, type ResourceCounts} from './counts.ts';
import {EdgePages} from './edge-pages.ts';
import {EdgeSample} from './edge-sample.ts';
import {IdSet} from './id-set.ts';
import type {Inventory} from './inventory.ts';
import {Listings} from './listings.ts';
import {MarkedPages} from './marked-pages.ts';

/** A row of a list of the catalog. */
export type ListedRow = {
	/** Its id; empty if the catalog has none. */
	readonly id: string;
	readonly archived: boolean;
	/** Its own resource, then those that it implies; empty if it is of no known type. */
	readonly resources: readonly NamedResource[];
	/** The marks of people on its page; absent if they do not matter. */
	readonly marks?: LeftMarks | undefined;
};

/** The inputs of a comparison beside the inventory of the snapshot and the lists. */
export type ComparisonOptions = {
	readonly baseline?: Baseline | undefined;
	/** The resources that were sent last. */
	readonly sent?: Inventory | undefined;
};

/** The presence of a resource of the snapshot in the catalog. */
export type Presence = 'absent' | 'shown' | 'archived';

const presence = {absent: 0, shown: 1, archived: 2} as const;

type ShownResources = {readonly presence: Uint8Array; count: number};

/**
A comparison of the catalog with the inventory of a snapshot and with the baseline. It gets every row of the lists that show
resources of the snapshot, once.
*/
export class CatalogComparison {
	readonly inventory: Inventory;
	/** The types that the lists show. For other types, the content of the catalog is unknown. */
	readonly entities: readonly EntityType[];
	readonly listings: Listings;
	readonly changes: CatalogChanges;
	/** The pages at the ends of edges; `undefined` if the snapshot has no edges. */
	readonly edgePages: EdgePages | undefined;
	/** The number of flags of a baseline. */
	readonly #flags: number;
	/** For each type with its own rows: the offset from the number of a resource to its flag in a baseline. */
	readonly #flagOffsets: ReadonlyMap<EntityType, number>;
	/** For each type: the presence of each resource of the inventory, by its number, and how many are shown. */
	readonly #shown: ReadonlyMap<EntityType, ShownResources>;
	/** The resources that are shown, but not in the snapshot, and the tables of their columns. */
	readonly listed: ListedResources;
	/** The places of the columns that are shown. */
	readonly places = new ListedPlaces();
	/** The marks of people on the pages that are shown. */
	readonly marked: MarkedPages;
	/** For each type the number of those that are not in the snapshot. */
	readonly #others = new Map<EntityType, number>();
	readonly #parents: ListedParents;
	readonly #shownOthers = new IdSet();
	readonly #archivedOwn = new IdSet();
	readonly #otherTexts = new IdSet();

	constructor(inventory: Inventory, lists: readonly ReadBackList[], {baseline, sent}: ComparisonOptions = {}) {
		this.inventory = inventory;
		this.#flags = baselineFlags(inventory, lists);
		this.#flagOffsets = flagOffsets(inventory, lists);
		const listed = new Set(lists.flatMap(({entities, implied}) => [...entities, ...implied]));
		this.edgePages = inventory.edges && new EdgePages(new EdgeSample(inventory.of(inventory.edges.internal)));
		this.entities = inventory.entities.filter(entity => listed.has(entity));
		this.listings = new Listings(lists.length);
		this.#parents = new ListedParents(this.entities);
		this.changes = new CatalogChanges(baseline);
		this.listed = new ListedResources(this.entities);
		this.marked = new MarkedPages(inventory, this.listed.inventory, sent);
		this.#shown = new Map(
			this.entities.map(entity => [entity, {presence: new Uint8Array(inventory.of(entity).count + 1), count: 0}]),
		);
	}

	/** Adds a row of the list with this index in `lists`. An archived row is not shown. */
	add(list: number, {id: ownId, archived, resources: [own, ...implied], marks}: ListedRow): void {
		const id = ownId === '' ? (own?.name.join('\u0000') ?? '') : ownId;
		const visibility = archived ? 'archived' : 'shown';
		this.listings.at(list).addRow(id, visibility);
		if (own === undefined) return;
		if (!archived) this.edgePages?.add(id, own.key);
		if (this.inventory.implies(own)) return;
		if (!archived) for (const resource of implied) this.show(resource);
		this.#parents.add(own);
		const container = implied.find(({entity}) => entity === own.entity.container);
		const number = archived
			? this.inventory.find(own.entity, own.key)
			: this.show(this.#parents.withParent(own), container);
		if (!archived) this.#addPlace(own, number);
		if (!archived && marks !== undefined) this.marked.add(own, number, marks);
		if (number === 0) {
			this.changes.addOther(id, list, visibility);
			if (!archived) this.#shownOthers.add(id, list);
		} else if (archived) {
			this.#archivedOwn.add(id, list);
			const {presence: flags} = this.#shownOf(own.entity);
			if (flags[number] === presence.absent) flags[number] = presence.archived;
		} else {
			this.changes.addOwn(id, list, (this.#flagOffsets.get(own.entity) ?? 0) + number);
			this.#compareText(own, number, {id, list, marks});
		}
	}

	#addPlace(own: NamedResource, number: number): void {
		if (own.place === undefined) return;
		this.places.add(own, number, number === 0 ? this.listed.inventory.find(own.entity, own.key) : 0);
	}

	/** Compares the description of a row with that of the snapshot. An empty one in the snapshot never overwrites [doc]. */
	#compareText(
		own: NamedResource,
		number: number,
		{id, list, marks}: Pick<ListedRow, 'id' | 'marks'> & {readonly list: number},
	): void {
		if (own.text === undefined) return;
		const {text} = this.inventory.of(own.entity).contentOf(number);
		if (text === 0) return;
		if (own.text === text) this.changes.addSameText(id, list);
		else {
			const {entity} = own;
			this.changes.addOtherText(id, list, {entity, number, text: marks?.description ?? ''});
			if (!this.marked.isEdited(own.entity, number)) this.#otherTexts.add(id, list);
		}
	}

	/**
	Adds a resource that is shown, and the one that contains it, which must be added before. Returns its number in the inventory; 0 if
	it is not in the snapshot.
	*/
	show(resource: NamedResource, container?: NamedResource): number {
		const {entity, key} = resource;
		const number = this.inventory.find(entity, key);
		if (number === 0) {
			// A list that changes while it is read can contain a row twice.
			if (this.listed.add(resource, container) > 0) {
				this.#others.set(entity, this.othersOf(entity) + 1);
			}

			return 0;
		}

		const shown = this.#shownOf(entity);
		if (shown.presence[number] !== presence.shown) shown.count++;
		shown.presence[number] = presence.shown;
		return number;
	}

	/** Returns the baseline of later comparisons. `isReliable`: a resource that the lists do not show does not exist. */
	baseline({isReliable}: Pick<Baseline, 'isReliable'>): Baseline {
		const shown = new Uint8Array(this.#flags);
		for (const [entity, offset] of this.#flagOffsets) {
			const flags = this.#shownOf(entity).presence.map(state => Number(state === presence.shown));
			shown.set(flags.subarray(1), offset + 1);
		}

		const [shownOthers, archivedOwn] = [this.#shownOthers, this.#archivedOwn];
		const isCounted = isReliable && this.listings.completeness === 'counted';
		return {
			isReliable,
			isCounted,
			shown,
			shownOthers,
			archivedOwn,
			absentEdges: new Uint8Array(),
			otherTexts: this.#otherTexts,
		};
	}

	/** The number of resources of a type in both snapshot and catalog. */
	foundOf(entity: EntityType): number {
		return this.#shownOf(entity).count;
	}

	/** The number of resources of a type in the catalog only. */
	othersOf(entity: EntityType): number {
		return this.#others.get(entity) ?? 0;
	}

	/** The types that the lists show and the snapshot has; all that they show if it has none of them. */
	get expectedEntities(): readonly EntityType[] {
		const expected = this.entities.filter(entity => this.inventory.of(entity).count > 0);
		return expected.length === 0 ? this.entities : expected;
	}

	/** The resources of the snapshot that no list shows, by type: they are not compared. Edges are compared on their own. */
	get unlisted(): readonly EntityCount[] {
		return this.inventory.pageTypes
			.filter(entity => !this.entities.includes(entity))
			.map(entity => ({entity, count: this.inventory.of(entity).count}))
			.filter(({count}) => count > 0);
	}

	/** The number of resources in both snapshot and catalog. */
	get found(): number {
		return this.#sum(entity => this.foundOf(entity));
	}

	/** The number of resources in the snapshot only. */
	get missing(): number {
		return this.#sum(entity => this.inventory.of(entity).count) - this.found;
	}

	/** The number of resources in the catalog only. */
	get others(): number {
		return this.#sum(entity => this.othersOf(entity));
	}

	/** Counts the resources of each type that the lists show. */
	counts(countOf: (entity: EntityType) => number): ResourceCounts {
		return countsOf(this.entities, countOf);
	}

	/** Returns the presence of a resource of the snapshot in the catalog. */
	presenceOf(entity: EntityType, number: number): Presence {
		switch (this.#shownOf(entity).presence[number]) {
			case presence.shown:
				return 'shown';
			case presence.archived:
				return 'archived';
			default:
				return 'absent';
		}
	}

	#shownOf(entity: EntityType): ShownResources {
		const shown = this.#shown.get(entity);
		if (shown === undefined) throw new RangeError(`no list shows ${entity.plural}`);
		return shown;
	}

	#sum(countOf: (entity: EntityType) => number): number {
		return this.entities.reduce((sum, entity) => sum + countOf(entity), 0);
	}
}

/** Returns the number of flags of a baseline: an unused one, and one for each resource that can have a row. */
export function baselineFlags(inventory: Inventory, lists: readonly ReadBackList[]): number {
	return typesWithRows(lists).reduce((sum, entity) => sum + inventory.of(entity).count, 1);
}

function flagOffsets(inventory: Inventory, lists: readonly ReadBackList[]): ReadonlyMap<EntityType, number> {
	const offsets = new Map<EntityType, number>();
	let offset = 0;
	for (const entity of typesWithRows(lists)) {
		offsets.set(entity, offset);
		offset += inventory.of(entity).count;
	}

	return offsets;
}

function typesWithRows(lists: readonly ReadBackList[]): readonly EntityType[] {
	return [...new Set(lists.flatMap(({entities}) => entities))];
}
