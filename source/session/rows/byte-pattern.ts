import type {RecordFormat} from '../../records/record-format.ts';
import {caseVariants, isCaseSensitive} from './case-variants.ts';

/** Finds possible matches of a text in bytes. Ranges must be queried in ascending order. */
export type Finder = {
	/** True if the text may start at or after `start` and before `end`. */
	isWithin(start: number, end: number): boolean;
};

/** Creates a finder of one text for each chunk of a file. */
export type BytePattern = (bytes: Buffer) => Finder;

/**
Returns what finds a text in the bytes of records: every value that holds the text is found, but also text that reaches
over the end of a cell. `undefined` where bytes do not help, because the format can write the text in several ways.
*/
export function bytePattern(text: string, format: RecordFormat): BytePattern | undefined {
	const part = format.writtenPart(text);
	if (part === '') return undefined;
	return isCaseSensitive(text) || isWithoutCase(part) ? exactPattern(part) : foldedPattern(part);
}

function exactPattern(text: string): BytePattern {
	const wanted = Buffer.from(text);
	return bytes => finder(from => bytes.indexOf(wanted, from));
}

function foldedPattern(text: string): BytePattern {
	const pattern = new RegExp([...text].map(variantBytes).join(''), 'g');
	return bytes => {
		// One character for each byte.
		const characters = bytes.toString('latin1');
		return finder(from => {
			pattern.lastIndex = from;
			return pattern.exec(characters)?.index ?? -1;
		});
	};
}

function finder(find: (from: number) => number): Finder {
	let at = -1;
	return {
		isWithin(start, end) {
			if (at < start) {
				const found = find(start);
				at = found === -1 ? Number.POSITIVE_INFINITY : found;
			}

			return at < end;
		},
	};
}

/** Returns a pattern for the bytes of a character in upper and lower case. */
function variantBytes(character: string): string {
	const variants = caseVariants(character).map(variant => [...Buffer.from(variant)].map(hex).join(''));
	return variants.length === 1 ? variants.join('') : `(?:${variants.join('|')})`;
}

function hex(byte: number): string {
	return `\\x${byte.toString(16).padStart(2, '0')}`;
}

function isWithoutCase(text: string): boolean {
	return [...text].every(character => caseVariants(character).length === 1);
}
