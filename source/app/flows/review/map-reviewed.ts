import {basename} from 'node:path';
import {isDeepStrictEqual} from 'node:util';
import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {MappingSample} from '../../../mapping/mapping-sample.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import {makesSameRows} from '../../../mapping/same-rows.ts';
import {readMappableFile} from '../../../session/mappable-file.ts';
import {presentRecipe} from '../../../session/recipe-reading.ts';
import {canKeepEdits} from '../../screens/review/state.ts';
import {AppClosed} from '../../stage.ts';
import {withRecipe} from '../ask-mapping.ts';
import {mapColumns} from '../map-columns.ts';
import {offerRecipe} from '../offer-recipe.ts';
import {Prompter} from '../prompter.ts';
import {mapColumnsTexts as texts} from '../texts.ts';
import type {FirstScreen} from './options.ts';
import type {ReviewRun} from './review-run.ts';
import {hasUnsavedEdits, showReview} from './show.ts';

/** Shows the mapping of an open file. If it changes, the file is opened again with it. */
export function mapReviewed(review: ReviewRun): void {
	const {stage, store, done, jobs} = review;
	// A second quick key press does not open another mapping.
	if (stage.screen.get().name !== 'review') return;
	const ended = changeMapping(review).catch(error => {
		if (error instanceof AppClosed) return;
		if (!(error instanceof UserError)) return done.reject(error);
		showReview(review);
		store.dispatch({type: 'failed', message: errorLine(error)});
	});
	jobs.push(ended);
}

async function changeMapping(review: ReviewRun): Promise<void> {
	const {session, options, stage, store} = review;
	const {reading} = options.target;
	const file = await readMappableFile(session.path, reading);
	if (file === undefined) return;
	const before = presentRecipe(reading, session.taken);
	const answer = await mapColumns(file, {recipe: before, back: texts.back}, stage);
	switch (answer.kind) {
		case 'mapped':
			return await reopenWith(answer.recipe, {before, sample: file.sample, goBack: () => showReview(review)}, review);
		case 'back':
			return showReview(review);
		case 'quit':
			// The review screen asks about unsaved edits before quitting.
			showReview(review);
			return store.dispatch({type: 'leave'});
	}
}

/** The mapping of an open file before a change, and the screen to return to if it is not opened again. */
export type MappingBefore = {
	readonly before: Recipe;
	readonly sample: MappingSample;
	/** The screen to show when the file is open again; that of the first opening if absent. */
	readonly firstScreen?: FirstScreen;
	goBack(): void;
};

/** Opens the file again with another recipe; asks first if unsaved edits cannot be kept. @throws AppClosed */
export async function reopenWith(
	recipe: Recipe,
	{before, sample, firstScreen, goBack}: MappingBefore,
	review: ReviewRun,
): Promise<void> {
	if (isDeepStrictEqual(recipe, before)) return goBack();
	const {session, options, done, group} = review;
	const reading = withRecipe(options.target.reading, recipe);
	const hasEdits = hasUnsavedEdits(review);
	const isSame = makesSameRows(before, recipe);
	const isKept = hasEdits && isSame && canKeepEdits(review.store.get(), review.context);
	if (hasEdits && !isKept && !(await mayDiscard(isSame ? texts.notKept : texts.otherRows, review))) return goBack();
	const {profileRecipe} = options.target;
	await offerRecipe(recipe, {sample, profileRecipe}, questionAbout(review), review.stage);
	for (const run of group.runs) run.editsLeft = run === review && !isKept ? 'discard' : 'keep';
	const edits = isKept ? 'restore' : 'ask';
	done.resolve({kind: 'reopen', path: session.path, reading, edits, firstScreen});
}

/** Returns a prompter whose questions cannot quit, which would lose edits. */
function questionAbout({session, stage}: ReviewRun): Prompter {
	return new Prompter(stage, basename(session.path), undefined, {ctrlC: 'back'});
}

async function mayDiscard(why: string, review: ReviewRun): Promise<boolean> {
	const {unsavedRows} = review.session.records.overlay.saved;
	const picked = await questionAbout(review).pick({
		prompt: texts.discardPrompt(unsavedRows),
		lines: [why, texts.discardAbout],
		items: [
			{id: 'back', label: texts.backToRows, detail: texts.backToRowsDetail},
			{id: 'discard', label: texts.discard, detail: texts.discardDetail},
		],
		back: texts.toRows,
	});
	return picked === 'discard';
}
