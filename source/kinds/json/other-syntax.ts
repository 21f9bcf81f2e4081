/** The closing quote for each opening one that other programs write. */
const closingQuotes: ReadonlyMap<string, string> = new Map([
	["'", "'"],
	['"', '"'],
	['\u201C', '\u201D'],
	['\u201D', '\u201D'],
	['\u201E', '\u201C'],
	['\u2018', '\u2019'],
]);

const words: ReadonlyMap<string, string> = new Map([
	['True', 'true'],
	['False', 'false'],
	['None', 'null'],
]);

/**
Translates the quotes and words of Python and of word processors to those of JSON. Returns `undefined` if a string is not closed, or
if there is nothing to translate. The result may not be JSON either.
*/
export function fromOtherSyntax(text: string): string | undefined {
	let translated = '';
	for (let at = 0; at < text.length; ) {
		const character = text[at] ?? '';
		const close = closingQuotes.get(character);
		if (close === undefined) {
			const word = /^[A-Za-z]+/.exec(text.slice(at, at + longestWord))?.[0] ?? character;
			translated += words.get(word) ?? word;
			at += word.length;
			continue;
		}

		const end = endOfString(text, at + 1, close);
		if (end === undefined) return undefined;
		translated += character === '"' ? text.slice(at, end + 1) : `"${inJson(text.slice(at + 1, end))}"`;
		at = end + 1;
	}

	return translated === text ? undefined : translated;
}

/** Enough characters to see that a word is not one of `words`. */
const longestWord = 8;

/** Returns the offset of the quote that closes a string. */
function endOfString(text: string, from: number, close: string): number | undefined {
	for (let at = from; at < text.length; at++) {
		if (text[at] === '\\') at++;
		else if (text[at] === close) return at;
	}

	return undefined;
}

/** Returns the content of a string in other quotes as the content of one in JSON. */
function inJson(content: string): string {
	return content.replaceAll(/\\'|\\.|"/gs, found => (found === "\\'" ? "'" : found === '"' ? '\\"' : found));
}
