import {mix} from '../../kinds/keys/hash.ts';
import {HashIds} from '../../kinds/keys/hash-ids.ts';
import type {Matching} from './matching.ts';

/** Marks a trait that several resources of a side have. */
const several = -1;

/** Returns the traits of a resource by its number; `undefined` for one that is in no pair. */
export type TraitsOf = (number: number) => readonly number[] | undefined;

/** Pairs the free resources with the same traits, if one resource of each side has them. */
export function pairByTraits(matching: Matching, ofOwn: TraitsOf, ofOther: TraitsOf): void {
	const pairs = new UniquePairs();
	for (let number = 1; number < matching.afterEnd; number++) {
		const traits = matching.isFreeAfter(number) ? ofOwn(number) : undefined;
		if (traits !== undefined) pairs.addAfter(number, traits);
	}

	for (let number = 1; number < matching.beforeEnd; number++) {
		const traits = matching.isFreeBefore(number) ? ofOther(number) : undefined;
		if (traits !== undefined) pairs.addBefore(number, traits);
	}

	pairs.pairIn(matching);
}

/** Finds the pairs of free resources with the same traits, if one resource of each side has them: equal candidates stay unpaired. */
export class UniquePairs {
	readonly #ids = new HashIds();
	readonly #after: number[] = [];
	readonly #before: number[] = [];

	addAfter(number: number, traits: readonly number[]): void {
		add(this.#after, this.#idOf(traits), number);
	}

	addBefore(number: number, traits: readonly number[]): void {
		add(this.#before, this.#idOf(traits), number);
	}

	/** Pairs the resources that were added. */
	pairIn(matching: Matching): void {
		for (let id = 1; id <= this.#ids.count; id++) {
			const [after = 0, before = 0] = [this.#after[id], this.#before[id]];
			if (after > 0 && before > 0) matching.pair(after, before);
		}
	}

	#idOf(traits: readonly number[]): number {
		let [low, high] = [0x3c6ef372, 0x1b873593];
		for (const trait of traits) {
			low = mix(low ^ trait);
			high = mix(high + Math.imul(trait, 0x27d4eb2f));
		}

		return this.#ids.put(low, high);
	}
}

function add(numbers: number[], id: number, number: number): void {
	numbers[id] = numbers[id] === undefined ? number : several;
}
