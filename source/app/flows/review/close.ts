import {plural} from '../../../text/format.ts';
import {canKeepEdits} from '../../screens/review/state.ts';
import type {ReviewRun} from './review-run.ts';

/** Ends what still runs, then the journal, then the session. `stopped` resolves when nothing around the screen is followed any more. */
export async function closeReview(review: ReviewRun, stopped: Promise<void>): Promise<void> {
	const {session, options, closing, jobs, rows} = review;
	const {journal} = options.edits;
	// An upload that still runs is cancelled and comes to its end: what it has sent has to be in the history.
	closing.abort();
	await Promise.all([...jobs, rows.ended(), stopped]);
	// Unless they were discarded, edits that are in no file are offered again.
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

/** Notes, for the terminal after the screens, what becomes of edits that are in no file. */
function noteEdits({session, options, store, context, editsLeft}: ReviewRun): void {
	const {atStake} = session.records.overlay;
	const {encoding = 'utf-8'} = options.target.reading;
	const isKept = editsLeft === 'keep' && atStake > 0 && canKeepEdits(store.get(), context);
	const text = `Unsaved edits in ${plural(atStake, 'row')} of ${session.path} are kept. Open the file again to restore them.`;
	options.onEditsKept(`${session.records.file.realPath} ${encoding}`, isKept ? text : undefined);
}
