import {dirname} from 'node:path';
import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Saved, SaveTarget} from '../../../records/save/save.ts';
import type {OwnCopies} from '../../../records/source/own-copies.ts';
import {savedText} from '../../screens/review/saved-text.ts';
import type {ReviewRun} from './review-run.ts';

/** Saves the edits, and notes where. */
export async function saveTo(
	target: SaveTarget,
	review: ReviewRun,
	copies: OwnCopies,
	signal: AbortSignal,
): Promise<Saved> {
	const {session, options, context} = review;
	const saved = await toItsEnd(session.save(target, signal), review);
	if (target.kind === 'copy') await copies.saved(saved.path);
	else recordContent(review);
	// What was saved beside a temporary file is removed with it.
	const isRemoved = context.isTemporary && dirname(saved.path) === dirname(session.path);
	if (!isRemoved) options.onSave(saved.path, savedText(saved, context.convertedFrom));
	return saved;
}

/** Lets a save end before the file is closed; what it says is then read on the terminal. */
function toItsEnd(saving: Promise<Saved>, {session, options, stage, jobs}: ReviewRun): Promise<Saved> {
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

/** Records in the background what the file holds; until then, one of which the time has changed counts as changed. */
export function recordContent({session, closing, done, jobs}: ReviewRun): void {
	const ended = session.records.file.recordContent(closing.signal).catch(error => {
		if (!(error instanceof UserError) && !closing.signal.aborted) done.reject(error);
	});
	jobs.push(ended);
}
