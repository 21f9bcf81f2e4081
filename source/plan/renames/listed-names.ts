import {hashText} from '../../kinds/keys/name-hashes.ts';
import type {EntityType, ResourceName} from '../../kinds/resources.ts';
import type {Matching, RenameSides} from './matching.ts';
import {pairByTraits} from './unique-pairs.ts';

/** The number of names of each side that are read at most. */
const mostRead = 1000;

/**
Pairs resources with other ids by what the catalog lists: those with the same full name of several parts. A title alone occurs in many
places, so those without names around them also need the same description. If many are free, it reads none.
*/
export function pairListedNames(
	matching: Matching,
	entity: EntityType,
	{after, before, names}: RenameSides & {readonly names: NonNullable<RenameSides['names']>},
): void {
	if (countFree(matching.afterEnd, number => matching.isFreeAfter(number)) > mostRead) return;
	if (countFree(matching.beforeEnd, number => matching.isFreeBefore(number)) > mostRead) return;
	const ownNames = (number: number) => names.after.nameOf(entity, number);
	const otherNames = (number: number) => names.before.nameOf(entity, number);
	pairByTraits(
		matching,
		number => traitsOfName(ownNames(number)),
		number => traitsOfName(otherNames(number)),
	);
	pairByTraits(
		matching,
		number => traitsOfTitle(ownNames(number), after.of(entity).contentOf(number).text),
		number => {
			const name = otherNames(number);
			return name.length === 1 ? traitsOfTitle(name, before.of(entity).contentOf(number).text) : undefined;
		},
	);
}

function countFree(end: number, isFree: (number: number) => boolean): number {
	let count = 0;
	for (let number = 1; number < end && count <= mostRead; number++) if (isFree(number)) count++;
	return count;
}

function traitsOfName(name: ResourceName): readonly number[] | undefined {
	return name.length < 2 || name.some(part => part === '') ? undefined : [hashText(name.join('\u0000'))];
}

function traitsOfTitle(name: ResourceName, description: number): readonly number[] | undefined {
	const title = name.at(-1) ?? '';
	return title === '' || description === 0 ? undefined : [hashText(title), description];
}
