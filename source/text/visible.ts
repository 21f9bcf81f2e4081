/**
Makes text from a file or a server safe for a terminal: control and escape characters, lone surrogates, noncharacters, and
characters that are invisible or change the direction of text become visible signs. The result is only for display and is
never written back to a file.
*/
export function visible(text: string): string {
	return unprintable.test(text) ? text.replace(unprintableAll, sign) : text;
}

// Cc: control characters, C1 among them. Cf: bidi, zero-width, BOM, soft hyphen. Cs: lone surrogates.
// Zl, Zp: line and paragraph separators. DI without VS: invisible fillers and joiners; variation selectors are part of emoji.
// NChar: U+FFFE, U+FFFF and similar. Then spaces that are invisible or look like a common space.
const source =
	'[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}[\\p{DI}--\\p{VS}]\\p{NChar}\\u00A0\\u2000-\\u200A\\u202F\\u205F\\u2800]';

/** Matches a character that `visible` replaces. */
export const unprintable: RegExp = new RegExp(source, 'v');
const unprintableAll = new RegExp(source, 'gv');

/** Replaces each unprintable character by the result of `encode`. */
export function encodeUnprintable(text: string, encode: (character: string) => string): string {
	return unprintable.test(text) ? text.replace(unprintableAll, encode) : text;
}

function sign(character: string, offset: number, text: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0x200d && joinsEmoji(text, offset)) return character;
	if (code === 0x0a) return '⏎';
	if (code === 0x09) return '⇥';
	// The control pictures: U+2400 for NUL and so on, U+2421 for DEL.
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	return codePoint(character);
}

/** Returns the code point of a character as `<U+200B>`. */
export function codePoint(character: string): string {
	return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** True if a zero-width joiner is inside an emoji. */
function joinsEmoji(text: string, offset: number): boolean {
	const before = text.slice(0, offset);
	const after = text.slice(offset + 1);
	return (
		/\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?$/u.test(before) && /^\p{Extended_Pictographic}/u.test(after)
	);
}
