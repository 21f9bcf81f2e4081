import type {RecordFormat} from '../../records/record-format.ts';
import {byteSets} from './byte-sets.ts';
import {caseVariants, isCaseSensitive} from './case-variants.ts';

/** Finds possible matches of a text in bytes. Ranges must be queried in ascending order. */
export type Finder = {
	/** True if the text may start at or after `start` and before `end`. */
	isWithin(start: number, end: number): boolean;
};

/** Creates a finder of one text for each chunk of a file. */
export type BytePattern = (bytes: Buffer) => Finder;

/** Returns the offset of the next match in bytes from `from` on, or -1 without one. */
type Find = (bytes: Buffer, from: number) => number;

/**
Returns what finds a text in the bytes of records: every value that holds the text is found, but also text that reaches
over the end of a cell. `undefined` where bytes do not help, because the format can write the text in several ways.
*/
export function bytePattern(text: string, format: RecordFormat): BytePattern | undefined {
	const part = format.writtenPart(text);
	if (part === '') return undefined;
	const variants = [...part].map(character => (isCaseSensitive(text) ? [character] : caseVariants(character)));
	const findEscape = format.escapesOf(variants.flat());
	const finds = [...findsOf(part, variants), ...(findEscape === undefined ? [] : [findEscape])];
	return bytes => {
		const finders = finds.map(find => finder(bytes, find));
		return {isWithin: (start, end) => finders.some(finder => finder.isWithin(start, end))};
	};
}

/** Returns what finds a text by the variants of its characters. A record may also have one that is longer or shorter, such as ſ for s. */
function findsOf(part: string, variants: ReadonlyArray<readonly string[]>): readonly Find[] {
	if (variants.every(({length}) => length === 1)) return [exact(part)];
	const sizes = [...part].map(character => Buffer.byteLength(character));
	const isUsual = (variant: string, at: number) => Buffer.byteLength(variant) === sizes[at];
	const usual = variants.map((all, at) => all.filter(variant => isUsual(variant, at)));
	const others = new Set(variants.flatMap((all, at) => all.filter(variant => !isUsual(variant, at))));
	return [byteSets(usual), ...[...others].map(exact)];
}

function exact(text: string): Find {
	const wanted = Buffer.from(text);
	return (bytes, from) => bytes.indexOf(wanted, from);
}

function finder(bytes: Buffer, find: Find): Finder {
	let at = -1;
	return {
		isWithin(start, end) {
			if (at < start) {
				const found = find(bytes, start);
				at = found === -1 ? Number.POSITIVE_INFINITY : found;
			}

			return at < end;
		},
	};
}
