import type {Session} from '../../../session/session.ts';
import type {ReviewStore} from '../../screen.ts';
import type {RowWork} from '../../screens/review/row-work.ts';
import type {ReviewContext, UnsavedEditsChoice} from '../../screens/review/state.ts';
import type {Stage} from '../../stage.ts';
import type {ReviewOptions, ReviewResult} from './options.ts';

/** An open file while its screens are shown; shared by the parts of the flow. */
export type ReviewRun = {
	readonly session: Session;
	readonly options: ReviewOptions;
	readonly stage: Stage;
	readonly context: ReviewContext;
	readonly store: ReviewStore;
	/** Resolves with the result; rejects with a bug. */
	readonly done: PromiseWithResolvers<ReviewResult>;
	/** Aborted when the file is closed. */
	readonly closing: AbortController;
	/** Runs filters and searches. */
	readonly rows: RowWork;
	/** Jobs that end before the file is closed. */
	readonly jobs: Array<Promise<void>>;
	/** The fate of unsaved edits when the file is closed. */
	editsLeft: UnsavedEditsChoice;
};
