import type {UnsupportedFormat} from '../unsupported-format.ts';

/** The lines of a text that show how a table is drawn. */
const firstLines = 3;

/** A line between rows, of hyphens with `+` or `|` between columns. */
const rule = /^(?=.*-)(?=.*[+|])[-+|: ]+$/;

/** The line under the labels where cells are separated by `|`: it is a row of the file. */
const rulerRow = /^-+(?:\|-+)+$/;

/** Characters that draw boxes. */
const box = /^[\u2500-\u257F]{3}/;

const drawn = (message: string, next: string): UnsupportedFormat => ({code: 'wrong-kind', message, next});

const psql = drawn(
	'This is a table as psql shows it, not a CSV.',
	String.raw`Write a CSV: psql --csv, or \copy (<query>) to warehouse.csv csv header.`,
);
const mysql = drawn(
	'This is a table as mysql shows it, not a CSV.',
	'Write tabs between the cells, which can be read: mysql --batch.',
);
const markdown = drawn('This is a Markdown table, not a CSV.', 'Export the rows as CSV.');
const boxes = drawn(
	'This is a table with lines around its cells, not a CSV.',
	'Let the program write CSV, such as duckdb -csv.',
);

/** Detects a table that is drawn for people. */
export function drawnTable(text: string): UnsupportedFormat | undefined {
	const lines = text
		.trimStart()
		.split('\n', firstLines)
		.map(line => line.trim());
	if (lines.some(line => box.test(line))) return boxes;
	const found = lines.find(line => rule.test(line) && !rulerRow.test(line));
	if (found === undefined) return undefined;
	if (found.startsWith('+')) return mysql;
	return found.includes('+') ? psql : markdown;
}
