import type {Bundle} from '../../session/bundle.ts';
import {type BackgroundCheck, checkInBackground} from '../check-in-background.ts';
import type {Stage} from '../stage.ts';
import {afterCheck, afterChecks, checkFailed} from './review/after-check.ts';
import {closeReviews} from './review/close.ts';
import {openReview} from './review/open.ts';
import {showOpeningNotice} from './review/opening-notice.ts';
import type {ReviewOptions, ReviewResult} from './review/options.ts';
import type {ReviewGroup, ReviewRun} from './review/review-run.ts';
import {showReview} from './review/show.ts';
import {subscribeReview} from './review/subscribe.ts';

/**
Shows the review of files whose check has not started, each with its options; the first rows are shown at once. The files are closed at
the end. @throws AppClosed
*/
export async function reviewFiles(
	bundle: Bundle,
	options: readonly ReviewOptions[],
	stage: Stage,
): Promise<ReviewResult> {
	const checks = await startChecks(bundle, options, stage);
	const group: ReviewGroup = {
		bundle,
		runs: [],
		shown: undefined,
		done: Promise.withResolvers(),
		closing: new AbortController(),
		jobs: [],
	};
	for (const [at, session] of bundle.sessions.entries()) {
		const own = options[at];
		if (own !== undefined) openReview(session, own, group, stage);
	}

	const stopFollowing = group.runs.map(subscribeReview);
	try {
		for (const run of group.runs) await showOpeningNotice(run);
		const [first] = group.runs;
		if (first !== undefined) showReview(first);
		followChecks(group, checks);
		return await stage.until(group.done.promise);
	} finally {
		const stopped = Promise.all(stopFollowing.map(stop => stop()));
		await Promise.all(checks.map(check => check.stop()));
		await closeReviews(group, stopped);
	}
}

/** Sends the progress of the checks to the screens, and continues after the check of each file and of all. */
function followChecks(group: ReviewGroup, checks: readonly BackgroundCheck[]): void {
	const {runs, done} = group;
	const fixed = new Map<ReviewRun, string | undefined>();
	const ended = runs.map(async (run, at) => {
		const check = checks[at];
		check?.onProgress(part => run.store.dispatch({type: 'checked', part}));
		try {
			await check?.done;
			fixed.set(run, afterCheck(run));
			return true;
		} catch (error) {
			checkFailed(error, run);
			return false;
		}
	});
	Promise.all(ended).then(
		all => all.every(Boolean) && afterChecks(group, fixed),
		error => done.reject(error),
	);
}

/** Starts the checks. If a file cannot be read at all, journals and sessions are closed. */
async function startChecks(
	bundle: Bundle,
	options: readonly ReviewOptions[],
	{signal}: Stage,
): Promise<readonly BackgroundCheck[]> {
	const starting = bundle.sessions.map(session => checkInBackground(session, signal));
	try {
		return await Promise.all(starting);
	} catch (error) {
		for (const result of await Promise.allSettled(starting))
			if (result.status === 'fulfilled') await result.value.stop();
		for (const {edits} of options) edits.journal.release();
		await bundle.close();
		throw error;
	}
}
