import {noField} from '../kinds/header.ts';
import {planRecipe} from '../mapping/plan-recipe.ts';
import {recipeError} from './foreign/recipe-errors.ts';
import {type OpenedFile, openRecords} from './open-records.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import {recipeOfReading} from './recipe-reading.ts';

/** Opens a file that nobody can map while it is read: each mapped field must have a column. @throws FileError, FormatError, UserError */
export async function openMapped(source: InputSource, reading: ReadOptions, signal: AbortSignal): Promise<OpenedFile> {
	const opened = await openRecords(source, reading, signal);
	try {
		assertMapped(opened, reading);
		return opened;
	} catch (error) {
		await opened.records.close();
		throw error;
	}
}

/** Rows that a recipe has made were tested before. Settings can be for many files, so a column may be gone if another one is its field. */
function assertMapped({kind, records: {labels}, made}: OpenedFile, reading: ReadOptions): void {
	const {mapping} = recipeOfReading(reading);
	if (kind.readsForeignFiles !== true || labels === undefined || made !== undefined || mapping === undefined) return;
	const planned = planRecipe(labels, {mapping});
	if (!('problems' in planned)) return;
	const {mapping: columns} = kind.readHeader(labels, mapping);
	const gone = planned.problems.filter(problem => {
		const field = problem.code === 'missing-column' ? mapping[problem.column] : undefined;
		return field !== undefined && field !== noField && columns[field] === undefined;
	});
	if (gone.length > 0) throw recipeError(gone);
}
