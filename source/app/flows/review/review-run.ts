import type {Bundle} from '../../../session/bundle.ts';
import type {Session} from '../../../session/session.ts';
import type {ReviewStore} from '../../screen.ts';
import type {RowWork} from '../../screens/review/row-work.ts';
import type {ReviewContext, UnsavedEditsChoice} from '../../screens/review/state.ts';
import type {Stage} from '../../stage.ts';
import type {ReviewOptions, ReviewResult} from './options.ts';

/** The open files of one upload while their screens are shown. */
export type ReviewGroup = {
	readonly bundle: Bundle;
	/** One for each file. */
	readonly runs: ReviewRun[];
	/** The one that the user sees. */
	shown: ReviewRun | undefined;
	/** Resolves with the result; rejects with a bug. */
	readonly done: PromiseWithResolvers<ReviewResult>;
	/** Aborted when the files are closed. */
	readonly closing: AbortController;
	/** Jobs that end before the files are closed. */
	readonly jobs: Array<Promise<void>>;
};

/** An open file while its screens are shown; shared by the parts of the flow. */
export type ReviewRun = Pick<ReviewGroup, 'done' | 'closing' | 'jobs'> & {
	readonly group: ReviewGroup;
	readonly session: Session;
	readonly options: ReviewOptions;
	readonly stage: Stage;
	readonly context: ReviewContext;
	readonly store: ReviewStore;
	/** Runs filters and searches. */
	readonly rows: RowWork;
	/** The fate of unsaved edits when the file is closed. */
	editsLeft: UnsavedEditsChoice;
};
