import type {EntityType} from '../kinds/resources.ts';
import {plural} from '../text/format.ts';
import type {EntityCount} from './counts.ts';

/** Returns the types as a text for any number of resources: `tables and columns`. */
export function pluralNames(entities: readonly EntityType[]): string {
	return joined(
		entities.map(({plural}) => plural),
		'and',
	);
}

/** Returns the types as a text for one resource: `table or column`. */
export function singularNames(entities: readonly EntityType[]): string {
	return joined(
		entities.map(({singular}) => singular),
		'or',
	);
}

/** Formats numbers of resources: "3 tables, 41 columns". */
export function countedNames(counts: readonly EntityCount[]): string {
	return counts.map(({entity, count}) => plural(count, entity.singular, entity.plural)).join(', ');
}

function joined(words: readonly string[], last: 'and' | 'or'): string {
	if (words.length < 2) return words.join('');
	return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}
