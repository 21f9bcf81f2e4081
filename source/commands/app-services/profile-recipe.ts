import type {ProfileRecipe} from '../../app/services/open-target.ts';
import {delimiterNames} from '../../mapping/options/reading.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import type {Settings} from '../../profiles/settings.ts';
import {durabilityNotes} from '../../report/saved.ts';
import {recipeOfReading} from '../../session/recipe-reading.ts';
import {profileStore, requireProfile} from '../settings.ts';
import {readingOf} from '../target.ts';

/** Returns the access of the app to the recipe of a profile. */
export function profileRecipe(name: string, env: NodeJS.ProcessEnv): ProfileRecipe {
	return {
		profile: name,
		async read() {
			return recipeOfReading(readingOf(await requireProfile(name, env)));
		},
		async save(recipe) {
			const settings = recipeSettings(recipe);
			const saved = await profileStore(env).update(name, profile => ({...profile, ...settings}));
			return saved === undefined ? [] : durabilityNotes('The profile', saved.durability);
		},
	};
}

/** Returns all settings of a recipe; those of parts that it does not have are removed from a profile. */
function recipeSettings({delimiter, ...parts}: Recipe): {readonly [Part in keyof Recipe]-?: Settings[Part]} {
	const {encoding, headerRow, mapping, constants, split, fillDown, tableRows, skipRows, values, case: nameCase} = parts;
	const columns = {encoding, delimiter: delimiterNames(delimiter)[0], headerRow, mapping, constants, split};
	return {...columns, fillDown, tableRows, skipRows, values, case: nameCase};
}
