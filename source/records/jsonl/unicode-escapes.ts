import type {EscapeFinder} from '../record-format.ts';

const start = Buffer.from('\\u');
const hexDigits = 4;

/** Returns what finds the \uXXXX escapes of some characters; of one outside of the BMP, those of both surrogates. */
export function unicodeEscapes(characters: Iterable<string>): EscapeFinder {
	const wanted = new Set([...characters].flatMap(character => character.split('').map(unit => unit.charCodeAt(0))));
	return (bytes, from) => {
		for (let at = bytes.indexOf(start, from); at !== -1; at = bytes.indexOf(start, at + start.length)) {
			if (wanted.has(unitAt(bytes, at + start.length))) return at;
		}

		return -1;
	};
}

/** Returns the UTF-16 unit of the hexadecimal digits at an offset; -1 if there are too few. */
function unitAt(bytes: Buffer, at: number): number {
	let unit = 0;
	for (let digit = 0; digit < hexDigits; digit++) {
		const value = hexValue(bytes[at + digit] ?? 0);
		if (value === -1) return -1;
		unit = unit * 16 + value;
	}

	return unit;
}

function hexValue(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const letter = (code | 0x20) - 0x61;
	return letter >= 0 && letter < 6 ? letter + 10 : -1;
}
