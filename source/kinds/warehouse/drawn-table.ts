import type {UnsupportedFormat} from '../unsupported-format.ts';

/** The lines of a text that show how a table is drawn. */
const firstLines = 3;

/** A line between rows, of hyphens with `+` or `|` between columns. */
const rule = /^(?=.*-)(?=.*[+|])[-+|: ]+$/;

/** The line under the labels where cells are separated by `|`: it is a row of the file. */
const rulerRow = /^-+(?:\|-+)+$/;

/** A line of hyphens with spaces between columns, under labels. */
const spacedRule = /^-+(?: +-+)+$/;

/** The first line of a row that is drawn as a list of its values. */
const expanded = /^(?:-\[ RECORD \d+ \][-+]*|\*{9,} \d+\. row \*{9,})$/;

/** Characters that draw boxes. */
const box = /^[\u2500-\u257F]{3}/;

const drawn = (message: string, next: string): UnsupportedFormat => ({code: 'wrong-kind', message, next});

const psql = drawn(
	'This is a table as psql or trino shows it, not a CSV.',
	String.raw`Write a CSV: psql --csv, or \copy (<query>) to warehouse.csv csv header, or trino --output-format CSV_HEADER.`,
);
const mysql = drawn(
	'This is a table as mysql, bq or snowsql shows it, not a CSV.',
	'Write separators between the cells: mysql --batch, bq query --format=csv, or snowsql -o output_format=csv.',
);
const markdown = drawn('This is a Markdown table, not a CSV.', 'Export the rows as CSV.');
const boxes = drawn(
	'This is a table with lines around its cells, not a CSV.',
	'Write a CSV: duckdb -csv, sqlite3 -csv -header, or clickhouse-client --format CSVWithNames.',
);
const spaced = drawn(
	'This is a table with spaces between its cells, not a CSV.',
	'Write a CSV: sqlite3 -csv -header, sqlplus -markup "csv on", or sqlcmd -W -s ",".',
);
const list = drawn(
	'This is a list of the values of each row, as psql -x and mysql -E show it, not a CSV.',
	'Write a table: psql --csv, or mysql --batch.',
);

/** Detects a table that is drawn for people. */
export function drawnTable(text: string): UnsupportedFormat | undefined {
	const lines = text
		.trimStart()
		.split('\n', firstLines)
		.map(line => line.trim());
	if (lines.some(line => box.test(line))) return boxes;
	if (expanded.test(lines[0] ?? '')) return list;
	if (spacedRule.test(lines[1] ?? '')) return spaced;
	const found = lines.find(line => rule.test(line) && !rulerRow.test(line));
	if (found === undefined) return undefined;
	if (found.startsWith('+')) return mysql;
	return found.includes('+') ? psql : markdown;
}
