import type {Session} from '../../session/session.ts';
import {type BackgroundCheck, checkInBackground} from '../check-in-background.ts';
import type {Stage} from '../stage.ts';
import {afterCheck, checkFailed} from './review/after-check.ts';
import {closeReview} from './review/close.ts';
import {openReview} from './review/open.ts';
import {showOpeningNotice} from './review/opening-notice.ts';
import type {ReviewOptions, ReviewResult} from './review/options.ts';
import {showReview} from './review/show.ts';
import {subscribeReview} from './review/subscribe.ts';

/**
Shows the review of a session whose check has not started; the first rows are shown at once. The session is closed at the
end. @throws AppClosed
*/
export async function reviewFile(session: Session, options: ReviewOptions, stage: Stage): Promise<ReviewResult> {
	const check = await startCheck(session, options, stage);
	const review = openReview(session, options, stage);
	const stopFollowing = subscribeReview(review);
	try {
		await showOpeningNotice(review);
		showReview(review);
		check.onProgress(part => review.store.dispatch({type: 'checked', part}));
		check.done.then(() => afterCheck(review)).catch(error => checkFailed(error, review));
		return await stage.until(review.done.promise);
	} finally {
		const stopped = stopFollowing();
		await check.stop();
		await closeReview(review, stopped);
	}
}

/** Starts the check. If the file cannot be read at all, journal and session are closed. */
async function startCheck(session: Session, {edits}: ReviewOptions, {signal}: Stage): Promise<BackgroundCheck> {
	try {
		return await checkInBackground(session, signal);
	} catch (error) {
		edits.journal.release();
		await session.close();
		throw error;
	}
}
