import type {Session} from '../../../session/session.ts';
import type {ReviewStore} from '../../screen.ts';
import type {RowWork} from '../../screens/review/row-work.ts';
import type {EditsLeft, ReviewContext} from '../../screens/review/state.ts';
import type {Stage} from '../../stage.ts';
import type {ReviewOptions, ReviewResult} from './options.ts';

/** A file while its screens are shown: what the parts of its flow share. */
export type ReviewRun = {
	readonly session: Session;
	readonly options: ReviewOptions;
	readonly stage: Stage;
	readonly context: ReviewContext;
	readonly store: ReviewStore;
	/** How it ends, or a fault of the program itself. */
	readonly done: PromiseWithResolvers<ReviewResult>;
	/** Aborted when the file is left. */
	readonly closing: AbortController;
	/** Filters and searches. */
	readonly rows: RowWork;
	/** Work that ends before the file is closed. */
	readonly jobs: Array<Promise<void>>;
	/** What becomes of edits that no file holds, when the file is left. */
	editsLeft: EditsLeft;
};
