import type {TestContext} from 'node:test';
import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {type Delimiter, delimiters} from '../../source/records/csv/dialect.ts';
import {Records} from '../../source/records/records.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';
import {temporaryFile} from './folder.ts';

/** A file as a table with all its records found. */
export async function openTableAt(path: string, delimiter: Delimiter = delimiters.comma): Promise<Records> {
	const records = await Records.open(await SourceFile.open(path), new CsvFormat(delimiter));
	await records.findRecords({}, new AbortController().signal);
	return records;
}

/** The same of a new file; it is closed when the test ends. */
export async function openTable(t: TestContext, content: string | Buffer, delimiter?: Delimiter): Promise<Records> {
	const records = await openTableAt(await temporaryFile(t, content), delimiter);
	t.after(() => records.close());
	return records;
}
