import {withoutMojibake} from '../kinds/values/mojibake.ts';
import {type LabelWord, partsOfWord} from './compound-words.ts';
import {findInflected, findWord, foldWord} from './dictionary.ts';

/** Returns the words of a label, in order. */
export function wordsOfLabel(label: string): readonly LabelWord[] {
	const tokens = tokensOf(withoutMojibake(label) ?? label);
	const found: LabelWord[] = [];
	for (let at = 0; at < tokens.length; ) {
		const length = phraseLength(tokens, at);
		const text = tokens.slice(at, at + length).join(' ');
		const role = findInflected(text);
		found.push(...(role === undefined ? partsOfWord(text) : [{text, role}]));
		at += length;
	}

	return found;
}

/** The most tokens of a phrase of the dictionary. */
const longestPhrase = 4;

/** Returns the number of tokens, from a position on, that are one phrase of the dictionary; 1 without a phrase. */
function phraseLength(tokens: readonly string[], at: number): number {
	for (let length = longestPhrase; length > 1; length--) {
		const phrase = tokens.slice(at, at + length);
		if (phrase.length === length && findWord(phrase.join(' ')) !== undefined) return length;
	}

	return 1;
}

/** A longer label is cut. */
const longestLabel = 200;

/** Splits a label at spaces, signs, digits, changes of case (`columnName`) and changes between scripts (`NULL許可`). */
function tokensOf(label: string): readonly string[] {
	const spaced = label
		.slice(0, longestLabel)
		.replaceAll(/№|[nN][°º]/g, ' no ')
		.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, ' ')
		.replaceAll(/(?<=[\p{Script=Latin}\p{Script=Cyrillic}])(?=[^\p{Script=Latin}\p{Script=Cyrillic}\p{M}])/gu, ' ')
		.replaceAll(/(?<=[^\p{Script=Latin}\p{Script=Cyrillic}\p{M}])(?=[\p{Script=Latin}\p{Script=Cyrillic}])/gu, ' ');
	return foldWord(spaced).match(/[\p{L}\p{M}]+|#/gu) ?? [];
}
