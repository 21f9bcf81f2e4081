/** The dialect of a CSV, as bytes. */
export const quote = 0x22;
export const lineFeed = 0x0a;
export const carriageReturn = 0x0d;

/** The delimiters. Secoda accepts commas only; files with others are read with theirs and sent with commas. */
export const delimiters = {comma: ',', semicolon: ';', tab: '\t', pipe: '|'} as const;

export type Delimiter = (typeof delimiters)[keyof typeof delimiters];

/** Returns the delimiter with this name or character. */
export function findDelimiter(text: string): Delimiter | undefined {
	return Object.entries(delimiters).find(([name, character]) => name === text || character === text)?.[1];
}

/** The dialect as options of csv-parse, which decodes shown records and is the reference in tests. */
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
