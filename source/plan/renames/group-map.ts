import {hashText} from '../../kinds/keys/name-hashes.ts';
import type {EntityType} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import type {Matching, RenameSides} from './matching.ts';

/** The names above a table, as hashes in lower case: those of its database and of its schema. */
export class GroupNames {
	readonly #hashes: ReadonlyArray<readonly [number, number]>;
	readonly #inventory: Inventory;
	readonly #entity: EntityType;

	constructor(inventory: Inventory, entity: EntityType) {
		this.#inventory = inventory;
		this.#entity = entity;
		this.#hashes = inventory.groups.map(([database = '', schema = '']) => [
			hashText(database.toLowerCase()),
			hashText(schema.toLowerCase()),
		]);
	}

	of(table: number): readonly [database: number, schema: number] {
		return this.#hashes[this.#inventory.of(this.#entity).groupOf(table)] ?? [0, 0];
	}
}

/** Returns for each group of the baseline the one in the snapshot with its name; without one, that of most of its paired tables. */
export function mapGroups(tables: Matching, entity: EntityType, {after, before}: RenameSides): Uint32Array {
	const votes = before.groups.map(() => new Map<number, number>());
	for (let table = 1; table < tables.beforeEnd; table++) {
		const other = tables.afterOf(table);
		if (other === 0) continue;
		const group = after.of(entity).groupOf(other);
		const counts = votes[before.of(entity).groupOf(table)];
		counts?.set(group, (counts.get(group) ?? 0) + 1);
	}

	const numbers = new Map(after.groups.map((name, number) => [name.join('\u0000'), number]));
	return Uint32Array.from(before.groups, (name, group) => {
		const [most] = [...(votes[group] ?? [])].toSorted(([, one], [, other]) => other - one);
		return numbers.get(name.join('\u0000')) ?? most?.[0] ?? 0;
	});
}
