/** How a file is written: the one place that holds it. Bytes, not characters. */
export const quote = 0x22;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

/** The delimiters. Secoda accepts commas only; files with others are read with theirs and sent with commas. */
export const delimiters = {comma: ',', semicolon: ';', tab: '\t', pipe: '|'} as const;

export type Delimiter = (typeof delimiters)[keyof typeof delimiters];

/** The separator with this name, or this character. */
export function findDelimiter(text: string): Delimiter | undefined {
	return Object.entries(delimiters).find(([name, character]) => name === text || character === text)?.[1];
}

/** The same dialect in the words of csv-parse, which decodes what is shown and is the referee in tests. */
export function csvParseDialect(delimiter: Delimiter) {
	return {
		delimiter,
		quote: '"',
		escape: '"',
		record_delimiter: ['\r\n', '\n', '\r'],
		relax_quotes: true,
		relax_column_count: true,
		skip_empty_lines: false,
		bom: false,
	};
}

/** The bytes that a UTF-8 byte order mark takes at the start of a file. */
const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];

/** Where the text begins, by the first bytes of a file: behind a byte order mark. */
export function textStart(head: Uint8Array): number {
	return byteOrderMark.every((byte, at) => head[at] === byte) ? byteOrderMark.length : 0;
}
