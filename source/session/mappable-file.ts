import {isUtf8} from 'node:buffer';
import {looksLikeWindows1252} from '../kinds/bytes/windows-1252.ts';
import {type MappingSample, type SampleBytes, sampleOf} from '../mapping/mapping-sample.ts';
import type {Recipe} from '../mapping/recipe.ts';
import {type Encoding, headAsUtf8} from '../records/source/encoding.ts';
import {SourceFile} from '../records/source/source-file.ts';
import {CheckedFile} from './checked-file.ts';
import type {CheckProgress} from './file-check.ts';
import {openRecords} from './open-records.ts';
import type {ReadOptions} from './read-options.ts';
import {readingOfRecipe} from './recipe-reading.ts';
import {recognize} from './recognize.ts';

/** The bytes that a sample is made of. */
const sampleBytes = 256 * 1024;

/** The numbers of a file that is read with a mapping. */
export type MappedCounts = {readonly rows: number; readonly tables: number; readonly errors: number};

/** A file whose columns can be mapped. */
export type MappableFile = {
	readonly path: string;
	readonly sample: MappingSample;
	/** Reads and checks the whole file with a recipe. @throws UserError */
	count(recipe: Recipe, signal: AbortSignal, onProgress: CheckProgress): Promise<MappedCounts>;
};

/** Reads the first records of a file, to map its columns; `undefined` if columns of its kind are not mapped. @throws FileError, FormatError */
export async function readMappableFile(path: string, reading: ReadOptions): Promise<MappableFile | undefined> {
	const head = await readHead(path, reading.encoding);
	const {kind, format} = recognize(path, head.bytes, reading);
	if (kind.readsForeignFiles !== true) return undefined;
	const {delimiter, headerRow, kinds} = reading;
	const sample = sampleOf(head, {format, isDelimiterSet: delimiter !== undefined, headerRow});
	return (
		sample && {
			path,
			sample,
			count: (recipe, signal, onProgress) =>
				countMapped(path, {...(kinds === undefined ? {} : {kinds}), ...readingOfRecipe(recipe)}, signal, onProgress),
		}
	);
}

async function countMapped(
	path: string,
	reading: ReadOptions,
	signal: AbortSignal,
	onProgress: CheckProgress,
): Promise<MappedCounts> {
	const file = new CheckedFile(await openRecords(path, reading, signal));
	try {
		await file.check(signal, onProgress);
		return {rows: file.recordCount, tables: file.groups ?? 0, errors: file.problemCount('error')};
	} finally {
		await file.close();
	}
}

async function readHead(path: string, named: Encoding | undefined): Promise<SampleBytes> {
	const file = await SourceFile.open(path);
	try {
		const bytes = await file.read(0, sampleBytes);
		const isWhole = bytes.length === file.size;
		const encoding = named ?? guessEncoding(isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf('\n') + 1));
		return {bytes: (encoding && headAsUtf8(bytes, encoding)) ?? bytes, encoding, isWhole};
	} finally {
		await file.close();
	}
}

function guessEncoding(lines: Buffer): Encoding | undefined {
	return !isUtf8(lines) && looksLikeWindows1252(lines) ? 'windows-1252' : undefined;
}
