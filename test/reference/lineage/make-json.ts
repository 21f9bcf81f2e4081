import type {Random} from '../random.ts';

/** A JSON value to write: a string as it is, other literals as they are written, and pairs whose keys may repeat. */
export type Json =
	| {readonly text: string}
	| {readonly literal: string}
	| {readonly items: readonly Json[]}
	| {readonly pairs: ReadonlyArray<readonly [key: string, value: Json]>};

export const text = (value: string): Json => ({text: value});
export const literal = (value: string): Json => ({literal: value});

/** Writes a value, now and then with white space and escapes that need not be there. */
export function written(random: Random, value: Json): string {
	const space = () => (random.oneIn(25) ? random.pick([' ', '  ', '\t', '\r']) : '');
	if ('text' in value) return writtenText(random, value.text);
	if ('literal' in value) return value.literal;
	if ('items' in value) return `[${value.items.map(item => `${space()}${written(random, item)}`).join(',')}${space()}]`;
	const colon = random.oneIn(3) ? ':' : ': ';
	const members = value.pairs.map(([key, member]) => {
		return `${space()}${writtenText(random, key)}${space()}${colon}${written(random, member)}${space()}`;
	});
	return `{${members.join(random.oneIn(3) ? ',' : ', ')}${space()}}`;
}

/** Writes a text; halves of surrogate pairs are always escapes. */
function writtenText(random: Random, value: string): string {
	const isEscaped = random.oneIn(8);
	const characters = Array.from(value, character => {
		if (!character.isWellFormed() || (isEscaped && random.oneIn(4))) return escaped(character);
		return JSON.stringify(character).slice(1, -1);
	});
	return `"${characters.join('')}"`;
}

function escaped(character: string): string {
	const units = Array.from({length: character.length}, (_, at) => character.charCodeAt(at));
	return units.map(unit => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}
