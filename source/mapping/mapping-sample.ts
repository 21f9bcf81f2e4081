import {nameFields} from '../kinds/warehouse/field.ts';
import {readHeader} from '../kinds/warehouse/header.ts';
import {CsvFormat, delimiterOf} from '../records/csv/csv-format.ts';
import {type Delimiter, delimiters} from '../records/csv/dialect.ts';
import {type FirstBytes, firstRecords} from '../records/first-records.ts';
import type {RecordFormat} from '../records/record-format.ts';
import type {Encoding} from '../records/source/encoding.ts';
import {proposeHeaderRow} from './header-row.ts';
import type {MappingProposal} from './proposal.ts';
import {proposeMapping} from './propose.ts';

/** The most records of a sample. */
const sampleRecords = 220;

/** The records in which each separator is tried. */
const triedRecords = 30;

/** The first records of a file as they are in the file. */
type SampleRecords = {
	/** The encoding, if it is not UTF-8. */
	readonly encoding: Encoding | undefined;
	readonly delimiter: Delimiter;
	/** True if the file is read with this separator without a recipe. */
	readonly isDelimiterDetected: boolean;
	/** The first records, those above the header among them. */
	readonly records: ReadonlyArray<readonly string[]>;
};

/** How the first records of a file can be read as a warehouse. */
export type MappingSample = SampleRecords & {
	/** The row of the header, from 1. */
	readonly headerRow: number;
	/** True if the file is read with this row without a recipe. */
	readonly isHeaderDetected: boolean;
	readonly labels: readonly string[];
	/** The first records below the header. */
	readonly rows: ReadonlyArray<readonly string[]>;
	readonly proposal: MappingProposal;
};

/** The first bytes of a file as UTF-8. */
export type SampleBytes = FirstBytes & {
	/** The encoding in the file, if it is not UTF-8. */
	readonly encoding: Encoding | undefined;
};

/** How a file is read without a proposal. */
export type DetectedReading = {
	readonly format: RecordFormat;
	/** True if the user has set the separator. */
	readonly isDelimiterSet: boolean;
	/** The row of the header that the user has set. */
	readonly headerRow: number | undefined;
};

/** Returns the sample of a file whose header may be below a title; `undefined` for a format without separators. */
export function sampleOf(
	file: SampleBytes,
	{format, isDelimiterSet, headerRow}: DetectedReading,
): MappingSample | undefined {
	const detected = delimiterOf(format);
	if (detected === undefined) return undefined;
	const detectedRow = format.firstDataRow - 1;
	const {encoding} = file;
	const own = firstRecords(file, format, sampleRecords);
	const sample = {encoding, delimiter: detected, isDelimiterDetected: !isDelimiterSet, records: own};
	if (headerRow !== undefined) return withHeader(sample, headerRow, {isHeaderDetected: false});
	if (namesRequiredFields(own[detectedRow - 1])) return withHeader(sample, detectedRow, {isHeaderDetected: true});
	const delimiter = isDelimiterSet ? detected : proposeDelimiter(file, detected);
	const isDelimiterDetected = !isDelimiterSet && delimiter === detected;
	const records = delimiter === detected ? own : firstRecords(file, new CsvFormat(delimiter), sampleRecords);
	const row = proposeHeaderRow(records);
	return withHeader({encoding, delimiter, isDelimiterDetected, records}, row, {
		isHeaderDetected: row === detectedRow,
	});
}

/** True if labels name all required fields. */
function namesRequiredFields(labels: readonly string[] | undefined): boolean {
	const {mapping} = readHeader(labels);
	return nameFields.every(field => mapping[field] !== undefined);
}

/** Returns a sample with the header in another of its records. */
export function withHeader(
	{encoding, delimiter, isDelimiterDetected, records}: SampleRecords,
	headerRow: number,
	{isHeaderDetected}: Pick<MappingSample, 'isHeaderDetected'>,
): MappingSample {
	const labels = records[headerRow - 1] ?? [];
	const rows = records.slice(headerRow);
	let proposal: MappingProposal | undefined;
	return {
		encoding,
		delimiter,
		isDelimiterDetected,
		records,
		headerRow,
		isHeaderDetected,
		labels,
		rows,
		// Files whose labels name all fields need none.
		get proposal() {
			proposal ??= proposeMapping(labels, rows);
			return proposal;
		},
	};
}

/** Returns the separator with which a header has the most fields; in doubt the detected one. */
function proposeDelimiter(file: SampleBytes, detected: Delimiter): Delimiter {
	const scored = [detected, ...Object.values(delimiters)].map(delimiter => {
		const records = firstRecords(file, new CsvFormat(delimiter), triedRecords);
		const headerRow = proposeHeaderRow(records);
		const labels = records[headerRow - 1] ?? [];
		const {proposals, splits} = proposeMapping(labels, records.slice(headerRow));
		// A separator that separates nothing leaves values such as "1001,1", which are no numbers.
		const isUnused = labels.length < 2 && delimiter !== detected;
		return {delimiter, fields: isUnused ? 0 : proposals.length + splits.length};
	});
	return scored.toSorted((one, other) => other.fields - one.fields)[0]?.delimiter ?? detected;
}
