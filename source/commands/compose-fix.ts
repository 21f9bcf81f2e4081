import type {JobOptions} from '../job/options.ts';
import {composeOptions} from '../mapping/recipe-options.ts';
import type {Bundle} from '../session/bundle.ts';
import {presentRecipe} from '../session/recipe-reading.ts';
import type {UploadTarget} from './target.ts';

/** Returns the function that makes the fix of a cause one that can be typed in addition to the options and settings of a target. */
export function composeFixOf({sessions}: Bundle, {reading}: UploadTarget): NonNullable<JobOptions['composeFix']> {
	const foreign = sessions.find(({kind}) => kind.readsForeignFiles === true);
	const recipe = presentRecipe(reading, foreign?.taken);
	return fix => composeOptions(recipe, fix);
}
