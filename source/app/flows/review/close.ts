import {canKeepEdits} from '../../screens/review/state.ts';
import {journalTexts} from '../texts.ts';
import type {ReviewGroup, ReviewRun} from './review-run.ts';

/** Ends running jobs, then the journals, then the sessions. `stopped` resolves when all subscriptions have ended. */
export async function closeReviews({runs, closing, jobs}: ReviewGroup, stopped: Promise<unknown>): Promise<void> {
	// A running upload is cancelled and awaited, so that the history records what was sent.
	closing.abort();
	await Promise.all([...jobs, ...runs.map(({rows}) => rows.ended()), stopped]);
	for (const run of runs) await closeReview(run);
}

async function closeReview(review: ReviewRun): Promise<void> {
	const {session, options} = review;
	const {journal} = options.edits;
	// Unsaved edits are offered again unless they were discarded.
	switch (review.editsLeft) {
		case 'discard':
			journal.end();
			break;
		case 'keep':
			journal.release();
			break;
		default:
			review.editsLeft satisfies never;
	}

	noteEdits(review);
	await session.close();
}

/** Notes, for the terminal after the app, that unsaved edits are kept. */
function noteEdits({session, options, store, context, editsLeft}: ReviewRun): void {
	const {unsavedRows} = session.records.overlay.saved;
	const {encoding = 'utf-8'} = options.target.reading;
	const isKept = editsLeft === 'keep' && unsavedRows > 0 && canKeepEdits(store.get(), context);
	const text = journalTexts.kept(unsavedRows, session.path);
	options.onEditsKept(`${session.records.file.realPath} ${encoding}`, isKept ? text : undefined);
}
