import {addOptions} from '../../../mapping/recipe-options.ts';
import type {ReadingOption} from '../../../plan/causes/cause.ts';
import {readMappableFile} from '../../../session/mappable-file.ts';
import {presentRecipe} from '../../../session/recipe-reading.ts';
import {AppClosed} from '../../stage.ts';
import {showError, showMessage} from '../show-message.ts';
import {takeFixTexts as texts} from '../texts.ts';
import {reopenWith} from './map-reviewed.ts';
import type {FirstScreen} from './options.ts';
import type {ReviewRun} from './review-run.ts';

/** A fix of a plan, the screen that its upload returns to, and the way back to the plan. */
type TakenFix = {
	readonly fix: readonly ReadingOption[];
	readonly firstScreen: FirstScreen;
	goBack(): void;
};

/** Opens the file again with the options of a fix, and plans again. */
export function takeFix(taken: TakenFix, review: ReviewRun): void {
	const {stage, jobs, done} = review;
	const ended = reopenWithFix(taken, review)
		.catch(async error => {
			await showError(stage, texts.failed, error);
			taken.goBack();
		})
		.catch(error => (error instanceof AppClosed ? undefined : done.reject(error)));
	jobs.push(ended);
}

async function reopenWithFix({fix, firstScreen, goBack}: TakenFix, shown: ReviewRun): Promise<void> {
	const review = shown.group.runs.find(({session}) => session.kind.readsForeignFiles === true) ?? shown;
	const {session, options, stage} = review;
	const {reading} = options.target;
	const file = await readMappableFile(session.path, reading);
	const before = presentRecipe(reading, session.taken);
	const recipe = file && addOptions(before, fix);
	if (recipe === undefined || file === undefined) {
		await showMessage(stage, {title: texts.failed, lines: [texts.unfit]});
		return goBack();
	}

	await reopenWith(recipe, {before, sample: file.sample, firstScreen, goBack}, review);
}
