import {isDeepStrictEqual} from 'node:util';
import {draftOfRecipe, recipeOf} from '../../mapping/draft/draft.ts';
import type {MappingSample} from '../../mapping/mapping-sample.ts';
import type {Recipe} from '../../mapping/recipe.ts';
import {recipeDifference} from '../../mapping/recipe-options.ts';
import type {ProfileRecipe} from '../services/open-target.ts';
import type {Stage} from '../stage.ts';
import type {Prompter} from './prompter.ts';
import {showError, showMessage} from './show-message.ts';
import {offerRecipeTexts as texts} from './texts.ts';

/** Offers to save the recipe of a mapping to the profile of the file, with what that changes. A failure is shown. @throws AppClosed */
export async function offerRecipe(
	recipe: Recipe,
	{sample, profileRecipe}: {readonly sample: MappingSample; readonly profileRecipe: ProfileRecipe | undefined},
	prompter: Prompter,
	stage: Stage,
): Promise<void> {
	if (profileRecipe === undefined) return;
	try {
		const saved = await profileRecipe.read();
		// The same mapping can be written in several ways.
		if (isDeepStrictEqual(recipeOf(draftOfRecipe(saved, sample), sample), recipe)) return;
		if (!(await isWanted(saved, recipe, profileRecipe, prompter))) return;
		const notes = await profileRecipe.save(recipe);
		if (notes.length > 0) await showMessage(stage, {title: texts.saved, lines: notes});
	} catch (error) {
		await showError(stage, texts.notSaved, error);
	}
}

async function isWanted(
	before: Recipe,
	recipe: Recipe,
	{profile}: ProfileRecipe,
	prompter: Prompter,
): Promise<boolean> {
	const {added, removed} = recipeDifference(before, recipe);
	const picked = await prompter.pick({
		prompt: texts.prompt(profile),
		lines: [
			texts.about,
			...(added === '' ? [] : ['', texts.added(added)]),
			...(removed === '' ? [] : ['', texts.removed(removed)]),
		],
		items: [
			{id: 'save', label: texts.save, detail: texts.saveDetail},
			{id: 'once', label: texts.once, detail: texts.onceDetail},
		],
		back: texts.notNow,
	});
	return picked === 'save';
}
