import type {ResourceName} from '../kinds/resources.ts';

/** Returns items in the order of their names as people expect it: part by part, `t2` before `t10`, and without regard to case. */
export function inNaturalOrder<Item>(items: readonly Item[], nameOf: (item: Item) => ResourceName): readonly Item[] {
	return items
		.map(item => ({item, key: naturalKey(nameOf(item))}))
		.sort((one, other) => (one.key === other.key ? 0 : one.key < other.key ? -1 : 1))
		.map(({item}) => item);
}

/** Returns a text for each name, which is in the same order as the names. Names that differ only in case stay apart. */
function naturalKey(name: ResourceName): string {
	return name.map(part => `${withLengths(part.toLowerCase())}\u0001${part}`).join('\u0000');
}

const digits = /\d+/g;
const zeros = /^0+(?=\d)/;

/** Puts the number of digits before each number, as a character that is before all letters for usual numbers. */
function withLengths(text: string): string {
	return text.replaceAll(digits, number => {
		const value = number.replace(zeros, '');
		return `${String.fromCharCode(0x2f + value.length)}${value}`;
	});
}
