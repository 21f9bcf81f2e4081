import type {EntityType, IdHashes} from '../../kinds/resources.ts';
import type {Inventory} from '../inventory.ts';
import {pairListedNames} from './listed-names.ts';
import type {Matching, RenameSides} from './matching.ts';
import {pairByTraits} from './unique-pairs.ts';

/** The renamed resources by the hashes of their ids. */
export class RenamedIds {
	/** For each hash of an id in the snapshot, and of one in the baseline, the number of the pair. */
	readonly own = new Map<number, number>();
	readonly others = new Map<number, number>();
	#count = 0;

	add(own: IdHashes, other: IdHashes): void {
		this.#count++;
		this.own.set(own.own, this.#count);
		this.others.set(other.own, this.#count);
	}
}

/**
Pairs resources of a type that is not in tables: those whose ids differ only in case, then those that differ only in white space and
separators, those with the same values, which include their title and their parent, those with the same values below a renamed parent, and
those with the same full name. Types that contain others come before them.
*/
export function pairResources(matching: Matching, entity: EntityType, sides: RenameSides, renamed: RenamedIds): void {
	const {after, before, values, names} = sides;
	const [own, others] = [after.of(entity), before.of(entity)];
	for (const form of ['folded', 'plain'] as const) {
		pairByTraits(
			matching,
			number => traitsOfForm(own.idsOf(number)[form]),
			number => traitsOfForm(others.idsOf(number)[form]),
		);
	}

	if (values?.entities.includes(entity)) pairByValues(matching, entity, {after, before, values}, renamed);
	if (names !== undefined) pairListedNames(matching, entity, {...sides, names});
	for (let number = 1; number < matching.afterEnd; number++) {
		const other = matching.beforeOf(number);
		if (other !== 0) renamed.add(own.idsOf(number), others.idsOf(other));
	}
}

function traitsOfForm(hash: number): readonly number[] | undefined {
	return hash === 0 ? undefined : [hash];
}

type Traits = (ids: IdHashes, low: number, high: number) => readonly number[] | undefined;

function pairByValues(
	matching: Matching,
	entity: EntityType,
	{after, before, values}: RenameSides & {readonly values: Inventory},
	renamed: RenamedIds,
): void {
	const pairBy = (traitsOfOwn: Traits, traitsOfOther: Traits = traitsOfOwn) =>
		pairByTraits(
			matching,
			number => traitsIn(after, entity, number, traitsOfOwn),
			number => traitsIn(values, entity, values.find(entity, before.of(entity).keyOf(number)), traitsOfOther),
		);
	const belowRenamed =
		(parents: ReadonlyMap<number, number>): Traits =>
		({parentLow, parentHigh}, low, high) => {
			const parent = parents.get(parentLow);
			return parent === undefined ? undefined : [parent, low - parentLow, high - parentHigh];
		};
	pairBy((_, low, high) => [low, high]);
	if (renamed.own.size > 0) pairBy(belowRenamed(renamed.own), belowRenamed(renamed.others));
}

function traitsIn(
	inventory: Inventory,
	entity: EntityType,
	number: number,
	traits: Traits,
): readonly number[] | undefined {
	if (number === 0) return undefined;
	const {low, high} = inventory.of(entity).contentOf(number);
	return low === 0 && high === 0 ? undefined : traits(inventory.of(entity).idsOf(number), low, high);
}
