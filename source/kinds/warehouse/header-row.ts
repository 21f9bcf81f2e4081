import {CsvScanner} from '../../records/csv/csv-scanner.ts';
import {type Delimiter, delimiters, findDelimiter} from '../../records/csv/dialect.ts';
import {unfinished} from '../../records/record-scanner.ts';
import {textStart} from '../../records/text-start.ts';
import {headSize} from '../unsupported-format.ts';
import {type Field, fieldsOfLabels, nameFields} from './field.ts';

/** The last row that is the header without being named. */
const lastHeaderRow = 20;

/** The number of known labels that make a record a header. */
const enoughLabels = 3;

/** How a CSV is read: what separates its cells, and the row of its header. */
export type CsvDialect = {
	readonly delimiter: Delimiter;
	readonly headerRow: number;
	/** The labels of the header. */
	readonly labels: readonly string[];
	/** True if the header has enough known labels to be one. */
	readonly isHeader: boolean;
};

/** The parts of a dialect that are known. */
type NamedDialect = {readonly delimiter?: Delimiter | undefined; readonly headerRow?: number | undefined};

/** Finds separator and header from the first bytes of a file. A separator of which the header has enough known labels is preferred. */
export function findDialect(head: Buffer, named: NamedDialect): CsvDialect {
	const line = separatorLine(head);
	const given = named.delimiter ?? line?.delimiter;
	const first = line === undefined ? 1 : 2;
	const dialectOf = (delimiter: Delimiter) => readDialect(head, delimiter, named.headerRow ?? 'search', first);
	if (given !== undefined) return dialectOf(given);
	const comma = dialectOf(delimiters.comma);
	if (comma.isHeader) return comma;
	const others = Object.values(delimiters)
		.filter(delimiter => delimiter !== delimiters.comma)
		.map(dialectOf);
	const headers = others.filter(({isHeader}) => isHeader);
	if (headers.length > 0) return best(headers, comma);
	return comma.labels.length > 1 ? comma : best(others, comma);
}

/** Returns where the text of a `sep=` line ends, which spreadsheets read; `undefined` without one. It can name an unknown separator. */
export function separatorLine(
	head: Buffer,
): {readonly end: number; readonly delimiter: Delimiter | undefined} | undefined {
	const start = textStart(head);
	const [text, mark = ''] = /^[sS][eE][pP]=([^\r\n])(?=[\r\n]|$)/u.exec(head.toString('utf8', start, start + 16)) ?? [];
	return text === undefined ? undefined : {end: start + Buffer.byteLength(text), delimiter: findDelimiter(mark)};
}

function readDialect(head: Buffer, delimiter: Delimiter, headerRow: number | 'search', first: number): CsvDialect {
	const records = firstRecords(head, delimiter, headerRow === 'search' ? lastHeaderRow : headerRow);
	const at =
		headerRow === 'search' ? records.findIndex((labels, at) => at + 1 >= first && isHeader(labels)) : headerRow - 1;
	const row = at === -1 ? first : at + 1;
	const labels = records[row - 1] ?? [];
	return {delimiter, headerRow: row, labels, isHeader: isHeader(labels)};
}

/** Returns the cells of the first records, as far as the bytes have them; of the first one even if it is longer. */
function firstRecords(head: Buffer, delimiter: Delimiter, most: number): ReadonlyArray<readonly string[]> {
	const scanner = new CsvScanner(delimiter);
	const behind = head.length < headSize ? 'end' : 'more';
	const records: Array<readonly string[]> = [];
	for (let at = textStart(head); at < head.length && records.length < most; ) {
		const next = scanner.next(head, at, head.length, records.length === 0 ? 'end' : behind);
		if (next === unfinished) break;
		records.push(scanner.values());
		at = next;
	}

	return records;
}

function isHeader(labels: readonly string[]): boolean {
	const fields = fieldsOf(labels);
	return fields.length >= enoughLabels && fields.some(field => required.has(field));
}

const required: ReadonlySet<Field> = new Set(nameFields);

function fieldsOf(labels: readonly string[]): readonly Field[] {
	return fieldsOfLabels(labels).flatMap(field => field ?? []);
}

/** Returns the dialect whose header has the most known labels, or else the most labels. */
function best(dialects: readonly CsvDialect[], otherwise: CsvDialect): CsvDialect {
	return dialects.reduce((best, other) => {
		const more = fieldsOf(other.labels).length - fieldsOf(best.labels).length;
		return more > 0 || (more === 0 && other.labels.length > best.labels.length) ? other : best;
	}, otherwise);
}
