import type {MappingSample} from '../mapping/mapping-sample.ts';
import type {Recipe} from '../mapping/recipe.ts';
import {SourceFile} from '../records/source/source-file.ts';
import {CheckedFile} from './checked-file.ts';
import type {CheckProgress} from './file-check.ts';
import {readSample} from './foreign/read-sample.ts';
import {openRecords} from './open-records.ts';
import type {ReadOptions} from './read-options.ts';
import {readingOfRecipe} from './recipe-reading.ts';

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
	const file = await SourceFile.open(path);
	const sample = await readSample(file, reading).finally(() => file.close());
	const {kinds} = reading;
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
