import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import type {ChangeList} from '../changes/change-list.ts';
import type {Inventory} from '../inventory.ts';
import type {Container} from './change-tree.ts';

/** A database and schema, and the range of its containers in their order. */
type GroupRange = {readonly name: ResourceName; readonly from: number; readonly to: number};

/**
The containers of changed resources, such as tables: those that change, and those in which something changes. Each has a slot: its number
in the snapshot, or the one in the baseline plus the number of all in the snapshot. The order is that of the files, by group.
*/
export class Containers {
	/** The type of the containers; `undefined` if no resource is in another one. */
	readonly type: EntityType | undefined;
	readonly groups: readonly GroupRange[];
	readonly #changes: ChangeList;
	readonly #after: Inventory;
	readonly #before: Inventory;
	/** The number of containers in the snapshot. */
	readonly #afterCount: number;
	/** For each slot the index of its own change plus one; 0 if it does not change. */
	readonly #own: Int32Array;
	/** For each container of the baseline that is renamed its number in the snapshot. */
	readonly #renamed: Uint32Array;
	/** The slots in their order. */
	readonly #order: Uint32Array;
	/** The changes in containers, by slot: those of a slot end where those of the next one start. */
	readonly #members: Uint32Array;
	readonly #starts: Uint32Array;

	constructor(changes: ChangeList, after: Inventory, before: Inventory) {
		this.type = changes.entities.find(type => changes.entities.some(({container}) => container === type));
		this.#changes = changes;
		this.#after = after;
		this.#before = before;
		this.#afterCount = this.type === undefined ? 0 : after.of(this.type).count;
		const slots = 1 + this.#afterCount + (this.type === undefined ? 0 : before.of(this.type).count);
		this.#own = new Int32Array(slots);
		this.#starts = new Uint32Array(slots + 1);
		this.#renamed = new Uint32Array(slots - this.#afterCount);
		this.#members = this.#sortMembers(slots);
		const isUsed = (slot: number) => this.#own[slot] !== 0 || this.#starts[slot] !== this.#starts[slot + 1];
		const groups = new Map<string, {readonly name: ResourceName; readonly slots: number[]}>();
		for (let slot = 1; slot < slots; slot++) {
			if (!isUsed(slot)) continue;
			const name = this.#groupOf(slot);
			const key = name.join('\u0000');
			const group = groups.get(key);
			if (group === undefined) groups.set(key, {name, slots: [slot]});
			else group.slots.push(slot);
		}

		const sorted = [...groups.values()];
		const ranges: GroupRange[] = [];
		for (const {name, slots} of sorted) {
			const from = ranges.at(-1)?.to ?? 0;
			ranges.push({name, from, to: from + slots.length});
		}

		this.groups = ranges;
		this.#order = Uint32Array.from(sorted.flatMap(({slots}) => slots));
	}

	/** The number of containers. */
	get count(): number {
		return this.#order.length;
	}

	/** Returns the index of the change of the container at a place plus one; 0 if only resources in it change. */
	changeAt(place: number): number {
		return this.#own[this.#slotAt(place)] ?? 0;
	}

	/** Returns the indexes of the changes in the container at a place. */
	membersAt(place: number): Uint32Array {
		const slot = this.#slotAt(place);
		return this.#members.subarray(this.#starts[slot], this.#starts[slot + 1]);
	}

	/** Returns the container at a place. */
	at(place: number): Container {
		const slot = this.#slotAt(place);
		if (this.type === undefined) throw new RangeError('no type has containers');
		const isInSnapshot = slot <= this.#afterCount;
		return {
			entity: this.type,
			after: isInSnapshot ? slot : 0,
			before: isInSnapshot ? 0 : slot - this.#afterCount,
		};
	}

	#slotAt(place: number): number {
		return this.#order[place] ?? 0;
	}

	/** Sorts the changes in containers by slot (a counting sort), and sets the own changes of containers. */
	#sortMembers(slots: number): Uint32Array {
		const {length} = this.#changes;
		const slotOf = new Uint32Array(length);
		for (let at = 0; at < length; at++) {
			const entity = this.#changes.entityAt(at);
			if (entity !== this.type) continue;
			const [after, before] = [this.#changes.afterAt(at), this.#changes.beforeAt(at)];
			this.#own[this.#slot(after, before)] = at + 1;
			if (this.#changes.actionAt(at) === 'renamed') this.#renamed[before] = after;
		}

		for (let at = 0; at < length; at++) {
			const entity = this.#changes.entityAt(at);
			if (entity.container === this.type && this.type !== undefined) slotOf[at] = this.#containerOf(at, entity);
		}

		const starts = this.#starts;
		for (const slot of slotOf) if (slot > 0) starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
		for (let slot = 1; slot <= slots; slot++) starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
		const members = new Uint32Array(starts[slots] ?? 0);
		const next = starts.slice();
		for (const [at, slot] of slotOf.entries()) {
			if (slot === 0) continue;
			members[next[slot] ?? 0] = at;
			next[slot] = (next[slot] ?? 0) + 1;
		}

		return members;
	}

	/** Returns the slot of the container of a changed resource. */
	#containerOf(at: number, entity: EntityType): number {
		const after = this.#changes.afterAt(at);
		if (after > 0) return this.#after.of(entity).parentOf(after);
		const parent = this.#before.of(entity).parentOf(this.#changes.beforeAt(at));
		if (this.type === undefined || parent === 0) return 0;
		const own = this.#renamed[parent] || this.#after.find(this.type, this.#before.of(this.type).keyOf(parent));
		return this.#slot(own, parent);
	}

	#slot(after: number, before: number): number {
		return after > 0 ? after : this.#afterCount + before;
	}

	#groupOf(slot: number): ResourceName {
		if (this.type === undefined) return [];
		const isInSnapshot = slot <= this.#afterCount;
		const inventory = isInSnapshot ? this.#after : this.#before;
		const number = inventory.of(this.type).groupOf(isInSnapshot ? slot : slot - this.#afterCount);
		return inventory.groups[number] ?? [];
	}
}
