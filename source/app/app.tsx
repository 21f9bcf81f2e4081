import type {ReactNode} from 'react';
import {Job, type JobStore} from './screens/job/job.tsx';
import {Review, type ReviewStore} from './screens/review/review.tsx';
import type {ReviewContext} from './screens/review/state.ts';
import {type Store, useStore} from './store.ts';
import type {Paint} from './theme.ts';

/** Which screen is shown. */
export type Screen = {readonly name: 'review'} | {readonly name: 'job'; readonly store: JobStore};

export type ScreenStore = Store<Screen, Screen, never>;

type Props = {
	readonly screens: ScreenStore;
	readonly review: ReviewStore;
	readonly context: ReviewContext;
	readonly paint: Paint;
};

/** The app: one screen at a time. */
export function App({screens, review, context, paint}: Props): ReactNode {
	const screen = useStore(screens);
	const {size} = useStore(review);
	if (screen.name === 'review') return <Review store={review} context={context} paint={paint} />;
	return <Job store={screen.store} size={size} unsaved={context.session.table.overlay.unsaved} paint={paint} />;
}
