import {type Role, words} from './words.ts';

/** The roles of whole words and phrases. */
const roles = new Map<string, Role>();
/** The roles of words that may have another ending. */
const beginnings: (readonly [beginning: string, role: Role])[] = [];

for (const [role, languages] of Object.entries(words)) {
	if (!isRole(role)) continue;
	for (const list of Object.values(languages)) for (const word of list.split(', ')) addWord(word, role);
}

function isRole(name: string): name is Role {
	return Object.hasOwn(words, name);
}

function addWord(word: string, role: Role): void {
	for (const spelling of new Set([word, transliterated(word)])) {
		const text = foldWord(spelling);
		const beginning = text.replace('*', '');
		if (beginning !== text) beginnings.push([beginning, role]);
		roles.set(beginning, role);
	}
}

/** Returns a German word without umlauts, as in `Erklaerung`. */
function transliterated(word: string): string {
	return word.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss');
}

/** Folds case, width and accents. Only accents of European scripts: in others a mark makes another letter. */
export function foldWord(text: string): string {
	return text
		.normalize('NFKD')
		.replaceAll(/[\u0300-\u036F]/g, '')
		.normalize('NFC')
		.toLowerCase();
}

/** Returns the role of a folded word or phrase, in one of the forms that the dictionary has. */
export function findWord(word: string): Role | undefined {
	return roles.get(word);
}

/** The most letters of the ending of an inflected word. */
const longestEnding = 4;

/** Returns the role of a folded word or phrase, also of one with another ending. */
export function findInflected(word: string): Role | undefined {
	const isInflected = ([beginning]: readonly [string, Role]) =>
		word.startsWith(beginning) && word.length <= beginning.length + longestEnding;
	return roles.get(word) ?? beginnings.find(isInflected)?.[1];
}
