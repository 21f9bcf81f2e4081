import {findWord} from './dictionary.ts';
import type {Role} from './words.ts';

/** A word of a label; without a role if it is not in the dictionary. */
export type LabelWord = {readonly text: string; readonly role: Role | undefined};

/** Splits a compound word into words of the dictionary. Returns the whole as an unknown word if it has no such parts. */
export function partsOfWord(word: string): readonly LabelWord[] {
	const parts = isSpaced(word) ? compoundParts(word) : unspacedParts(word);
	return parts ?? [{text: word, role: undefined}];
}

/** True for a script that has spaces between words. */
function isSpaced(word: string): boolean {
	return /^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}#]/u.test(word);
}

/** Letters between the parts of a compound (`Tabellenname`, `Eigenschaftsname`). */
const links = ['', 's', 'n', 'en', 'es'];

/** The short words that a compound may begin or end with; others would be found in too many words. */
const shortFirst = new Set(['db']);
const shortLast = new Set(['nm', 'no', 'nr', 'id', 'cd']);

/** Splits a word into parts of which each is a word of the dictionary; `undefined` if this is not possible. */
function compoundParts(word: string): readonly LabelWord[] | undefined {
	for (let end = word.length - 1; end >= 2; end--) {
		const text = word.slice(0, end);
		const role = findWord(text);
		if (role === undefined || (end === 2 && !shortFirst.has(text))) continue;
		for (const link of links) {
			const rest = word.slice(end + link.length);
			const parts = word.startsWith(link, end) ? (lastPart(rest) ?? compoundParts(rest)) : undefined;
			if (parts !== undefined) return [{text, role}, ...parts];
		}
	}

	return undefined;
}

function lastPart(text: string): readonly LabelWord[] | undefined {
	const role = findWord(text);
	return role === undefined || (text.length < 3 && !shortLast.has(text)) ? undefined : [{text, role}];
}

/** Finds the longest words of the dictionary in a text without spaces. The text between them is unknown words. */
function unspacedParts(text: string): readonly LabelWord[] {
	const found: LabelWord[] = [];
	for (let at = 0; at < text.length; ) {
		const word = longestWord(text, at);
		const last = found.at(-1);
		if (word !== undefined) found.push(word);
		else if (last?.role === undefined && last !== undefined)
			found[found.length - 1] = {...last, text: last.text + text[at]};
		else found.push({text: text[at] ?? '', role: undefined});
		at += word?.text.length ?? 1;
	}

	return found;
}

/** The most letters of a word in a script without spaces. */
const longestUnspaced = 16;

function longestWord(text: string, at: number): LabelWord | undefined {
	for (let end = Math.min(text.length, at + longestUnspaced); end > at; end--) {
		const word = text.slice(at, end);
		const role = findWord(word);
		if (role !== undefined) return {text: word, role};
	}

	return undefined;
}
