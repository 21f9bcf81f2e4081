import type {Session} from '../../../session/session.ts';
import type {ReviewStore} from '../../screen.ts';
import {performReview} from '../../screens/review/perform.ts';
import {openedState} from '../../screens/review/reducer.ts';
import {RowWork} from '../../screens/review/row-work.ts';
import {safeReviewReducer} from '../../screens/review/safe-reducer.ts';
import type {ReviewContext} from '../../screens/review/state.ts';
import type {Stage} from '../../stage.ts';
import {Store} from '../../store.ts';
import type {ReviewOptions} from './options.ts';
import type {ReviewGroup, ReviewRun} from './review-run.ts';
import {reviewServices} from './services.ts';

/** Creates the review of a session of a group; it is not shown yet. */
export function openReview(session: Session, options: ReviewOptions, group: ReviewGroup, stage: Stage): ReviewRun {
	const {reading, isTemporary = false} = options.target;
	const convertedFrom = reading.encoding === 'utf-8' ? undefined : reading.encoding;
	const hasAsciiSigns = stage.streams.ascii;
	const others = group.bundle.sessions.filter(other => other !== session);
	const context: ReviewContext = {session, others, convertedFrom, isTemporary, hasAsciiSigns};
	const store: ReviewStore = new Store(
		openedState(context, stage.size.get()),
		(state, action) => safeReviewReducer(state, action, context),
		(effect, dispatch) => performReview(effect, context, services, dispatch),
	);
	const {done, closing, jobs} = group;
	const review: ReviewRun = {
		group,
		session,
		options,
		stage,
		context,
		store,
		done,
		closing,
		rows: new RowWork(session, closing.signal),
		jobs,
		editsLeft: 'keep',
	};
	const services = reviewServices(review);
	group.runs.push(review);
	return review;
}
