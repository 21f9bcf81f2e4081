import {basename} from 'node:path';
import {hasSuggestions, isIncomplete} from '../../mapping/draft/needs-mapping.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import {makesSameRows} from '../../mapping/same-rows.ts';
import {readMappableFile} from '../../session/mappable-file.ts';
import type {OpenedFile} from '../../session/open-records.ts';
import type {ReadOptions} from '../../session/read-options.ts';
import {presentRecipe, readingOfRecipe} from '../../session/recipe-reading.ts';
import type {OpenTarget} from '../services/open-target.ts';
import type {Stage} from '../stage.ts';
import {mapColumns} from './map-columns.ts';
import {offerRecipe} from './offer-recipe.ts';
import {Prompter} from './prompter.ts';
import {mapColumnsTexts as texts} from './texts.ts';

/** How a file is read after its mapping was shown. */
export type AskedReading = {
	readonly reading: ReadOptions;
	/** `columns`: only the fields of columns differ. `rows`: the file has other rows, and must be opened again. */
	readonly change: 'none' | 'columns' | 'rows';
};

/** Shows the mapping of a file whose columns do not match, and returns how to read it. @throws AppClosed */
export async function askMapping(
	{kind, records, taken}: OpenedFile,
	{reading, isReadingChosen, profileRecipe}: Pick<OpenTarget, 'reading' | 'isReadingChosen' | 'profileRecipe'>,
	stage: Stage,
): Promise<AskedReading> {
	const same: AskedReading = {reading, change: 'none'};
	if (kind.readsForeignFiles !== true || records.labels === undefined) return same;
	const file = await readMappableFile(records.file.path, reading);
	if (file === undefined) return same;
	const recipe = presentRecipe(reading, taken);
	const {sample} = file;
	const isShown = isIncomplete(recipe, sample) || (isReadingChosen !== true && hasSuggestions(recipe, sample));
	if (!isShown) return same;
	const answer = await mapColumns(file, {recipe, back: texts.skip}, stage);
	switch (answer.kind) {
		case 'mapped':
			await offerRecipe(answer.recipe, {sample, profileRecipe}, new Prompter(stage, basename(file.path)), stage);
			return {
				reading: withRecipe(reading, answer.recipe),
				change: makesSameRows(recipe, answer.recipe) ? 'columns' : 'rows',
			};
		case 'back':
			return same;
		case 'quit':
			return stage.end();
	}
}

/** Returns how a file is read with another recipe. */
export function withRecipe({kinds}: ReadOptions, recipe: Recipe): ReadOptions {
	return {...(kinds === undefined ? {} : {kinds}), ...readingOfRecipe(recipe)};
}
