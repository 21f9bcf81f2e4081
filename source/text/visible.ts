/**
Makes text from a file or a server safe to put on a terminal: control and escape characters, lone surrogates, and
characters that are invisible or change the direction of text become signs that can be seen. What needs nothing comes
back as it is. The result is for eyes only and is never written back.
*/
export function visible(text: string): string {
	return hidden.test(text) ? text.replace(hiddenAll, sign) : text;
}

// Cc: control characters, C1 among them. Cf: bidi, zero-width, BOM, soft hyphen. Cs: lone surrogates.
// Zl, Zp: line and paragraph separators. Then fillers and spaces that look like none or like a common one.
const source =
	'[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u00A0\\u115F\\u1160\\u2000-\\u200A\\u202F\\u205F\\u2800\\u3164\\uFFA0]';
const hidden = new RegExp(source, 'u');
const hiddenAll = new RegExp(source, 'gu');

function sign(character: string, offset: number, text: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code === 0x200d && joinsEmoji(text, offset)) return character;
	if (code === 0x0a) return '⏎';
	if (code === 0x09) return '⇥';
	// The control pictures: U+2400 for NUL and so on, U+2421 for DEL.
	if (code < 0x20) return String.fromCodePoint(0x2400 + code);
	if (code === 0x7f) return '␡';
	return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** A zero-width joiner inside an emoji is part of a picture that people see. */
function joinsEmoji(text: string, offset: number): boolean {
	const before = text.slice(0, offset);
	const behind = text.slice(offset + 1);
	return (
		/\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?$/u.test(before) && /^\p{Extended_Pictographic}/u.test(behind)
	);
}
