import {SourceWatch} from '../../source-watch.ts';
import {faultNotice} from '../unsaved-edits.ts';
import type {OpenReview} from './open-review.ts';

/** Tells the screen what happens around it: the window, the journal of edits, the file on disk. Returns what ends that. */
export function follow({session, options, stage, store, done, left}: OpenReview): () => Promise<void> {
	// An edit shows its own notice first.
	options.edits.journal.onFault(problem => {
		const seen = {type: 'journal-seen', isUnprotected: problem !== undefined, notice: faultNotice(problem)} as const;
		queueMicrotask(() => store.dispatch(seen));
	});
	const watch = new SourceWatch(
		session.records.file,
		{onLook: source => store.dispatch({type: 'file-seen', isLost: source === 'lost'}), onCrash: done.reject},
		left.signal,
	);
	const unwatch = store.subscribe(watch.look);
	const unsubscribe = stage.size.subscribe(() => store.dispatch({type: 'resized', size: stage.size.get()}));
	return async () => {
		unsubscribe();
		unwatch();
		await watch.ended();
	};
}
