import {visible} from '../text/visible.ts';

/** The signs of the screens and their ASCII replacements, which are as wide, so that columns stay aligned. */
const asciiReplacements: Readonly<Record<string, string>> = {
	'✗': 'x',
	'✓': '+',
	'−': '-',
	'▸': '>',
	'▾': 'v',
	'▹': '>',
	'›': '>',
	'‹': '<',
	'█': '#',
	'░': '.',
	'─': '-',
	'│': '|',
	'┌': '+',
	'┬': '+',
	'┐': '+',
	'├': '+',
	'┼': '+',
	'┤': '+',
	'└': '+',
	'┴': '+',
	'┘': '+',
	'·': '-',
	'…': '~',
	'•': '*',
	'○': 'o',
	'≡': '=',
	'↑': '^',
	'↓': 'v',
	'←': '<',
	'→': '>',
};

const signs = Object.keys(asciiReplacements);
const anySign = new RegExp(`[${signs.join('')}]`, 'g');

// In a value, a sign is data: until the terminal, a noncharacter stands for it. `visible` leaves none of these in a value.
const firstStandIn = 0xfdd0;
const standIns = new Map(signs.map((sign, at) => [sign, String.fromCharCode(firstStandIn + at)]));
const anyStandIn = /[\uFDD0-\uFDEF]/g;

/** Returns a value of a file or a server, safe for a terminal. `toTerminal` keeps its characters, also those that are signs of the screens. */
export function valueText(value: string): string {
	return visible(value).replace(anySign, sign => standIns.get(sign) ?? sign);
}

/** Returns a drawn text as the terminal gets it; with `ascii`, the signs of the screens are replaced. */
export function toTerminal(text: string, {ascii}: {readonly ascii: boolean}): string {
	const drawn = ascii ? text.replace(anySign, sign => asciiReplacements[sign] ?? sign) : text;
	return drawn.replace(anyStandIn, character => signs[character.charCodeAt(0) - firstStandIn] ?? character);
}
