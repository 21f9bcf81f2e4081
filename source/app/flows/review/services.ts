import {fixedCopyPath, type SaveTarget} from '../../../records/save/save.ts';
import {SavedCopies} from '../../../records/source/saved-copies.ts';
import type {ReviewServices} from '../../screens/review/perform.ts';
import type {SaveDestination} from '../../screens/review/state.ts';
import {saveAs} from '../save-as.ts';
import {showLineage} from './lineage.ts';
import {mapReviewed} from './map-reviewed.ts';
import type {ReviewRun} from './review-run.ts';
import {saveTo} from './save.ts';
import {showReview} from './show.ts';
import {startUpload} from './upload.ts';

/** Returns the effects of the review screen that go beyond the session: save, upload, close. */
export function reviewServices(review: ReviewRun): ReviewServices {
	const {session, options, stage, done, group} = review;
	const copies = new SavedCopies();
	const copyPath = fixedCopyPath(session.path);
	const save = (target: SaveTarget, signal: AbortSignal) => saveTo(target, review, copies, signal);
	return {
		rows: review.rows,
		lookUpCopy: () => copies.lookUp(copyPath),
		save: goal => save(targetOf(goal, copyPath), stage.signal),
		saveAs: () => saveAs({session, paths: options.paths, copies, save}, stage).finally(() => showReview(review)),
		upload: () => startUpload(review),
		showOther(action) {
			const other = group.runs[group.runs.indexOf(review) + 1] ?? group.runs[0] ?? review;
			showReview(other);
			if (action !== undefined) other.store.dispatch(action);
		},
		showLineage: start => showLineage(start, review),
		mapColumns: () => mapReviewed(review),
		leave(leaving, edits) {
			for (const run of group.runs) run.editsLeft = edits;
			switch (leaving.kind) {
				case 'program':
					return stage.quit();
				case 'file':
					return done.resolve({kind: 'closed'});
				case 'reopen':
					return done.resolve({
						kind: 'reopen',
						path: session.path,
						reading: {...options.target.reading, encoding: leaving.encoding},
						edits: 'ask',
					});
			}
		},
	};
}

function targetOf(goal: SaveDestination, copyPath: string): SaveTarget {
	switch (goal) {
		case 'new-copy':
			return {kind: 'copy', path: copyPath, replace: false};
		case 'replaced-copy':
			return {kind: 'copy', path: copyPath, replace: true};
		case 'in-place':
			return {kind: 'in-place'};
	}
}
