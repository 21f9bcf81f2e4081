import {parse} from 'csv-parse/sync';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {CsvScanner} from './csv-scanner.ts';
import {csvParseDialect, type Delimiter, quote} from './dialect.ts';

/**
The cells of one record for people to see and edit, read by csv-parse. The reader's reading holds in three cases: a record with a
broken quote, which is invalid for csv-parse; one with too many cells, whose first ones are enough; and one without quotes, whose cells
are what is between the delimiters, so that csv-parse would only take time.
*/
export function decodeRecord(
	record: Buffer,
	delimiter: Delimiter,
	limits: RecordLimits = recordLimits,
): readonly string[] {
	const reader = new CsvScanner(delimiter, limits).read(record, 0, record.length);
	if (reader.isBroken || reader.readableCount < reader.count || !record.includes(quote)) return reader.values();
	const [cells] = parse(record, csvParseDialect(delimiter));
	return cells ?? [''];
}

/** Reads a line that a person typed. `undefined` when it is not exactly one record. */
export function parseLine(text: string, delimiter: Delimiter): readonly string[] | undefined {
	try {
		const records = parse(text, {...csvParseDialect(delimiter), relax_quotes: false});
		return records.length === 1 ? records[0] : undefined;
	} catch {
		return undefined;
	}
}
