import {type Role, words} from './words.ts';

type Dictionary = {
	/** The roles of whole words and phrases. */
	readonly roles: ReadonlyMap<string, Role>;
	/** The roles of words that may have another ending. */
	readonly beginnings: readonly (readonly [beginning: string, role: Role])[];
};

/** Made when a label is read for the first time: most files need no proposal. */
let made: Dictionary | undefined;

function makeDictionary(): Dictionary {
	const roles = new Map<string, Role>();
	const beginnings: (readonly [string, Role])[] = [];
	for (const [word, role] of allWords()) {
		for (const spelling of new Set([word, transliterated(word)])) {
			const text = foldWord(spelling);
			const beginning = text.replace('*', '');
			if (beginning !== text) beginnings.push([beginning, role]);
			roles.set(beginning, role);
		}
	}

	return {roles, beginnings};
}

function allWords(): readonly (readonly [word: string, role: Role])[] {
	return Object.entries(words).flatMap(([role, languages]) =>
		isRole(role) ? Object.values(languages).flatMap(list => list.split(', ').map(word => [word, role] as const)) : [],
	);
}

function isRole(name: string): name is Role {
	return Object.hasOwn(words, name);
}

function dictionary(): Dictionary {
	made ??= makeDictionary();
	return made;
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
	return dictionary().roles.get(word);
}

/** The most letters of the ending of an inflected word. */
const longestEnding = 4;

/** Returns the role of a folded word or phrase, also of one with another ending. */
export function findInflected(word: string): Role | undefined {
	const isInflected = ([beginning]: readonly [string, Role]) =>
		word.startsWith(beginning) && word.length <= beginning.length + longestEnding;
	const {roles, beginnings} = dictionary();
	return roles.get(word) ?? beginnings.find(isInflected)?.[1];
}
