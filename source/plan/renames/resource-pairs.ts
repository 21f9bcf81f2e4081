import type {EntityType} from '../../kinds/resources.ts';
import type {Matching, RenameSides} from './matching.ts';
import {UniquePairs} from './unique-pairs.ts';

/** Pairs resources of a type that is not in tables: those with the same values, which include their title and their parent. */
export function pairResources(matching: Matching, entity: EntityType, {after, before, values}: RenameSides): void {
	if (values === undefined || !values.entities.includes(entity)) return;
	const pairs = new UniquePairs();
	for (let number = 1; number < matching.afterEnd; number++) {
		if (!matching.isFreeAfter(number)) continue;
		const {low, high} = after.of(entity).contentOf(number);
		if (low !== 0 || high !== 0) pairs.addAfter(number, [low, high]);
	}

	for (let number = 1; number < matching.beforeEnd; number++) {
		if (!matching.isFreeBefore(number)) continue;
		const {low, high} = values.of(entity).contentOf(values.find(entity, before.of(entity).keyOf(number)));
		if (low !== 0 || high !== 0) pairs.addBefore(number, [low, high]);
	}

	pairs.pairIn(matching);
}
