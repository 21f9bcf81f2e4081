import {planRecipe} from '../../mapping/plan-recipe.ts';
import type {RecordFormat} from '../../records/record-format.ts';
import type {Records} from '../../records/records.ts';
import type {ReadOptions} from '../read-options.ts';
import {recipeOfReading} from '../recipe-reading.ts';
import {recipeError} from './recipe-errors.ts';
import {type MadeRows, reshape} from './reshape.ts';

/** Makes the rows of a file by a recipe, in a private copy in the format that is sent. @throws UserError if the recipe does not fit the file */
export async function arrange(
	records: Records,
	format: RecordFormat,
	reading: ReadOptions,
	signal: AbortSignal,
): Promise<MadeRows> {
	const planned = planRecipe(records.labels ?? [], recipeOfReading(reading));
	if ('problems' in planned) throw recipeError(planned.problems);
	return reshape(records, planned.plan, format, signal);
}
