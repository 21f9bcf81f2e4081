/**
Characters of one cell each, whatever is beside them: ASCII, Latin letters, the signs that the screens draw, and the noncharacters
that stand for signs in values. None is an emoji, and none joins another. In the notation of a regular expression.
*/
export const oneCell =
	'\\u0020-\\u007E\\u00A1-\\u00A8\\u00AA-\\u00AC\\u00AF-\\u02FF\\u2010-\\u2019\\u201C-\\u201E\\u2022\\u2026\\u2039\\u203A\\u2190-\\u2193\\u21E5\\u2212\\u23CE\\u2500-\\u259F\\u25B8\\u2713\\u2717\\uFDD0-\\uFDEF';

/** Characters of two cells each: Chinese and Japanese, and the syllables of Korean. */
export const twoCells =
	'\\u3001-\\u3029\\u3041-\\u3096\\u30A1-\\u30FF\\u3400-\\u4DBF\\u4E00-\\u9FFF\\uAC00-\\uD7A3\\uFF01-\\uFF60';

/** Emoji of two cells each that join nothing: without skin tones and letters of flags. */
const emoji = '[[\\u{1F300}-\\u{1F3FA}\\u{1F400}-\\u{1FAFF}]&&\\p{Emoji_Presentation}]';

const separate = new RegExp(`^[${oneCell}${twoCells}${emoji}]*$`, 'v');

/** True if each code point of a text is a character of its own, of known width. */
export function isSeparate(text: string): boolean {
	return separate.test(text);
}
