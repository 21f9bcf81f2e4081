import {ByteFinder} from '../../bytes/byte-finder.ts';
import {byteClass, classes, isSpace} from '../../bytes/classes.ts';
import {mayBeNullMark} from '../../bytes/null-mark.ts';
import {mayBeMojibake, mayStartMojibake, mojibakeByte} from '../../values/mojibake.ts';

/*
Prechecks of the bytes of a cell. If one passes, no rule finds a problem; otherwise the rules are applied. Prechecks make the check
fast and never decide its result.
*/

/** Returns the classes of a name's bytes. Without `odd`, no rule about names finds a problem. */
export function nameClasses(bytes: Uint8Array, start: number, end: number): number {
	const bare = start < end && !isSpace(bytes[start] as number) && !isSpace(bytes[end - 1] as number);
	let found: number = bare && !mayBeNullMark(bytes, start, end) ? 0 : byteClass.odd;
	for (let at = start; at < end; at++) found |= classes[bytes[at] as number] as number;
	return (found & byteClass.wide) !== 0 && mayBeMojibake(bytes, start, end) ? found | byteClass.odd : found;
}

/**
False if a text cannot be a label or a line of hyphens, by its first byte; `labelStart` is the first byte of the folded label,
`undefined` if it is empty.
*/
export function mayBeLabel(bytes: Uint8Array, start: number, end: number, labelStart: number | undefined): boolean {
	if (start === end) return labelStart === undefined;
	const first = bytes[start] as number;
	const lower = first | 0x20;
	const isLetter = lower >= 0x61 && lower <= 0x7a;
	// Letters and digits stay when a label is folded, other characters can change or vanish.
	return isLetter ? lower === labelStart : first < 0x30 || first > 0x39 || first === labelStart;
}

/** As many digits as every 32-bit integer can have. */
const integerDigits = 9;

/** True if the text is empty, or at most nine digits with an optional sign. @forTests */
export function isPlainInteger(bytes: Uint8Array, start: number, end: number): boolean {
	const sign = bytes[start];
	const from = end - start > 1 && (sign === 0x2b || sign === 0x2d) ? start + 1 : start;
	return end - from <= integerDigits && areDigits(bytes, from, end);
}

/** True if the text is empty, or the epoch seconds of a usual time: nine digits from 1992 on, or ten to 2096. @forTests */
export function isPlainEpoch(bytes: Uint8Array, start: number, end: number): boolean {
	const first = bytes[start] as number;
	switch (end - start) {
		case 0:
			return true;
		case 9:
			return first >= 0x37 && areDigits(bytes, start, end);
		case 10:
			return first >= 0x31 && first <= 0x33 && areDigits(bytes, start, end);
		default:
			return false;
	}
}

/** True if the text is empty, or `true` or `false` in any case. */
export function isPlainBoolean(bytes: Uint8Array, start: number, end: number): boolean {
	const word = end - start === 4 ? 'true' : 'false';
	if (end - start !== word.length) return start === end;
	for (let at = 0; at < word.length; at++) {
		if (((bytes[start + at] as number) | 0x20) !== word.charCodeAt(at)) return false;
	}

	return true;
}

function areDigits(bytes: Uint8Array, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const byte = bytes[at] as number;
		if (byte < 0x30 || byte > 0x39) return false;
	}

	return true;
}

/** The flags of a cell that a quick look at its bytes gives. */
export const cellFlag = {
	/** Its canonical value may be another. */
	changes: 1,
	/** A rule may hold. */
	suspect: 2,
} as const;

const {changes, suspect} = cellFlag;

/** Returns the flags of a `sort_order`. */
export function integerFlags(bytes: Uint8Array, start: number, end: number): number {
	if (!isPlainInteger(bytes, start, end)) return changes | suspect;
	if (start === end) return changes;
	const from = bytes[start] === 0x2d ? start + 1 : start;
	const first = bytes[from] as number;
	const isCanonical = first > 0x30 || (first === 0x30 && end - start === 1);
	return isCanonical ? 0 : changes;
}

/** Returns the flags of an `is_view`. */
export function booleanFlags(bytes: Uint8Array, start: number, end: number): number {
	if (!isPlainBoolean(bytes, start, end)) return changes | suspect;
	for (let at = start; at < end; at++) if ((bytes[at] as number) < 0x61) return changes;
	return 0;
}

/** Returns the flags of a `last_updated_time`. */
export function epochFlags(bytes: Uint8Array, start: number, end: number): number {
	return isPlainEpoch(bytes, start, end) ? 0 : changes | suspect;
}

/** Returns the flags of descriptions, which are sent as they are. Descriptions can be long, so their bytes are only searched. */
export class DescriptionPrecheck {
	readonly #backslash = new ByteFinder(0x5c);
	readonly #mojibake = new ByteFinder(mojibakeByte);

	/** Descriptions of the same bytes should come in order. */
	flags(bytes: Buffer, start: number, end: number): number {
		if (mayBeNullMark(bytes, start, end) || this.#backslash.find(bytes, start, end) < end) return suspect;
		// Only characters of ASCII can be before it in mojibake.
		return mayStartMojibake(bytes, this.#mojibake.find(bytes, start, end), end) ? suspect : 0;
	}

	/** Called before the first record of a new buffer. */
	forgetBytes(): void {
		this.#backslash.forget();
		this.#mojibake.forget();
	}
}
