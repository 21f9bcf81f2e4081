import {likelyEncoding} from '../../kinds/bytes/windows-1252.ts';
import {headSize} from '../../kinds/unsupported-format.ts';
import {type MappingSample, type SampleBytes, sampleOf} from '../../mapping/mapping-sample.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import {type Encoding, headAsUtf8} from '../../records/source/encoding.ts';
import type {SourceFile} from '../../records/source/source-file.ts';
import type {ReadOptions} from '../read-options.ts';
import {recognize} from '../recognize.ts';

/** The bytes that a sample is made of. */
const sampleSize = 256 * 1024;

/** The options that say how the cells and the header of a file are found. */
type CellOptions = Pick<ReadOptions, 'encoding' | 'delimiter' | 'headerRow'>;

/**
Reads the first records of a file that is not converted yet; `undefined` if columns of its kind are not mapped. What the options do not
name is found. @throws FormatError
*/
export async function readSample(file: SourceFile, reading: ReadOptions): Promise<MappingSample | undefined> {
	const head = await readSampleBytes(file, reading.encoding);
	const {kind, format} = recognize(file.path, head.bytes.subarray(0, headSize), reading);
	if (kind.readsForeignFiles !== true) return undefined;
	return sampleOf(head, {format, isDelimiterSet: reading.delimiter !== undefined, headerRow: reading.headerRow});
}

/** Returns the parts of a recipe that are needed, beside the given options, to find the cells and the header of a file. */
export function foundBy(
	{encoding, delimiter, isDelimiterDetected, headerRow, isHeaderDetected}: MappingSample,
	given: CellOptions,
): Pick<Recipe, keyof CellOptions> {
	return {
		...(encoding === undefined || given.encoding !== undefined ? {} : {encoding}),
		...(isDelimiterDetected || given.delimiter !== undefined ? {} : {delimiter}),
		...(isHeaderDetected || given.headerRow !== undefined ? {} : {headerRow}),
	};
}

/** Reads the first bytes of a file as UTF-8, from the named encoding or the one that they are likely in. */
async function readSampleBytes(file: SourceFile, named: Encoding | undefined): Promise<SampleBytes> {
	const bytes = await file.read(0, sampleSize);
	const isWhole = bytes.length === file.size;
	const encoding = named ?? likelyEncoding(isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf('\n') + 1));
	return {bytes: (encoding && headAsUtf8(bytes, encoding)) ?? bytes, encoding, isWhole};
}
