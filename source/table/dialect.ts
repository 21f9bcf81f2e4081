/** How a file is written: the one place that holds it. Bytes, not characters. */
export const dialect = {
	delimiter: 0x2c,
	quote: 0x22,
	lineFeed: 0x0a,
	carriageReturn: 0x0d,
} as const;

/** The same dialect in the words of csv-parse, which decodes what is shown and is the referee in tests. */
export const csvParseDialect = {
	delimiter: ',',
	quote: '"',
	escape: '"',
	record_delimiter: ['\r\n', '\n', '\r'],
	relax_quotes: true,
	relax_column_count: true,
	skip_empty_lines: false,
	bom: false,
};

/** The bytes that a UTF-8 byte order mark takes at the start of a file. */
export const byteOrderMark: readonly number[] = [0xef, 0xbb, 0xbf];
