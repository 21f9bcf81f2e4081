import {parse} from 'csv-parse/sync';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {CsvScanner} from './csv-scanner.ts';
import {csvParseDialect, type Delimiter, quote} from './dialect.ts';

/**
Returns the cells of one record to show and edit, as csv-parse reads them. In three cases the cells of the scanner are used: a record
with a broken quote, which is invalid for csv-parse; one with too many cells, of which the first are enough; and one without quotes,
where csv-parse returns the same in more time.
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

/** Parses a line that a person typed; `undefined` if it is not exactly one record. */
export function parseLine(text: string, delimiter: Delimiter): readonly string[] | undefined {
	try {
		const records = parse(text, {...csvParseDialect(delimiter), relax_quotes: false});
		return records.length === 1 ? records[0] : undefined;
	} catch {
		return undefined;
	}
}
