import {parse} from 'csv-parse/sync';
import {csvParseDialect} from './dialect.ts';
import {FieldSpans} from './fields.ts';

/**
The cells of one record for people to see and edit, read by csv-parse. A record with a quote that is never closed is
none for csv-parse: there the scanner's reading holds, the quote is text.
*/
export function decodeRecord(record: Buffer): readonly string[] {
	const spans = new FieldSpans().read(record, 0, record.length);
	if (spans.brokenQuote) return Array.from({length: spans.count}, (_, column) => spans.value(column));
	const [cells] = parse(record, csvParseDialect);
	return cells ?? [''];
}

/** Reads a line that a person typed. `undefined` when it is not exactly one record. */
export function parseLine(text: string): readonly string[] | undefined {
	try {
		const records = parse(text, {...csvParseDialect, relax_quotes: false});
		return records.length === 1 ? records[0] : undefined;
	} catch {
		return undefined;
	}
}
