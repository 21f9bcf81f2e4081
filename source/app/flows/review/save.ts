import {dirname} from 'node:path';
import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {SaveResult, SaveTarget} from '../../../records/save/save.ts';
import type {SavedCopies} from '../../../records/source/saved-copies.ts';
import {savedText} from '../../screens/review/saved-text.ts';
import type {ReviewRun} from './review-run.ts';

/** Saves the edits, and reports it to `onSave`. */
export async function saveTo(
	target: SaveTarget,
	review: ReviewRun,
	copies: SavedCopies,
	signal: AbortSignal,
): Promise<SaveResult> {
	const {session, options, context} = review;
	const saved = await awaitBeforeClose(session.save(target, signal), review);
	if (target.kind === 'copy') await copies.saved(saved.path);
	else recordContent(review);
	// A copy in the folder of a temporary file is removed with it.
	const isRemoved = context.isTemporary && dirname(saved.path) === dirname(session.path);
	if (!isRemoved) options.onSave(saved.path, savedText(saved, context.convertedFrom));
	return saved;
}

/** Makes closing the file wait for a save. An error after the app was closed is printed on the terminal. */
function awaitBeforeClose(
	saving: Promise<SaveResult>,
	{session, options, stage, jobs}: ReviewRun,
): Promise<SaveResult> {
	jobs.push(
		saving.then(
			() => undefined,
			error => {
				if (stage.hasQuit && error instanceof UserError) options.onSave(session.path, errorLine(error));
			},
		),
	);
	return saving;
}

/** Records a digest of the file in the background. Until then, a file whose modification time changed counts as changed. */
export function recordContent({session, closing, done, jobs}: ReviewRun): void {
	const ended = session.records.file.recordContent(closing.signal).catch(error => {
		if (!(error instanceof UserError) && !closing.signal.aborted) done.reject(error);
	});
	jobs.push(ended);
}
