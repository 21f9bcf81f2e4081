import {CsvFormat} from '../../source/records/csv/csv-format.ts';
import {Records} from '../../source/records/records.ts';
import {SourceFile} from '../../source/records/source/source-file.ts';
import {type Figures, secondsOf} from '../figures.ts';

/** Finds the offset of every record, without a rule. */
export async function measure(path: string): Promise<Figures> {
	const seconds = await secondsOf(async () => {
		const records = await Records.open(await SourceFile.open(path), new CsvFormat(','));
		await records.findRecords({}, new AbortController().signal);
	});
	return {'scan for record offsets, s': seconds};
}
