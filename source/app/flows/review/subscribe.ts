import {SourceWatch} from '../../source-watch.ts';
import {journalNotice} from '../unsaved-edits.ts';
import type {ReviewRun} from './review-run.ts';

/** Sends changes of the window, the journal and the file on disk to the review screen. Returns a function that ends that. */
export function subscribeReview({session, options, stage, store, done, closing}: ReviewRun): () => Promise<void> {
	// The notice of the edit itself comes first.
	options.edits.journal.onFailure(problem => {
		const seen = {type: 'journal-seen', isUnprotected: problem !== undefined, notice: journalNotice(problem)} as const;
		queueMicrotask(() => store.dispatch(seen));
	});
	const watch = new SourceWatch(
		session.records.file,
		{onCheck: source => store.dispatch({type: 'file-seen', isLost: source === 'lost'}), onCrash: done.reject},
		closing.signal,
	);
	const unwatch = store.subscribe(watch.check);
	const unsubscribe = stage.size.subscribe(() => store.dispatch({type: 'resized', size: stage.size.get()}));
	return async () => {
		unsubscribe();
		unwatch();
		await watch.ended();
	};
}
