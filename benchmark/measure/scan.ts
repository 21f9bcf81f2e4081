import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {Records} from '../../source/records/records.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';

/** The offset of every record. */
export async function measure(path: string): Promise<string> {
	const records = await Records.open(await SourceFile.open(path), new CsvFormat(','));
	await records.findRecords({}, new AbortController().signal);
	return `${records.lastRow} rows`;
}
