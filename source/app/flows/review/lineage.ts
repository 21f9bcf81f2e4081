import {LineageGraph} from '../../../lineage/graph.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import {runInSlices} from '../../run-in-slices.ts';
import type {LineageStore} from '../../screen.ts';
import {lineageContext} from '../../screens/lineage/context.ts';
import {lineageReducer} from '../../screens/lineage/reducer.ts';
import {initialLineage, type LineageEffect} from '../../screens/lineage/state.ts';
import {Store} from '../../store.ts';
import type {ReviewRun} from './review-run.ts';
import {showReview} from './show.ts';

/** The least time between two redraws while the graph is built, in milliseconds. */
const minIntervalMs = 80;

/** Shows the lineage of a node in the open files, with their edits. */
export function showLineage(start: NodeReference, review: ReviewRun): void {
	const {group, stage, closing, done, jobs} = review;
	const {edges} = group.bundle;
	if (edges === undefined) return;
	const leaving = new AbortController();
	const context = lineageContext(group.bundle, edges);
	const perform = (effect: LineageEffect) => {
		leaving.abort();
		switch (effect.type) {
			case 'close':
				return showReview(review);
			case 'go-to-row':
				return showResource(effect.row, review);
		}
	};
	const store: LineageStore = new Store(
		initialLineage(start),
		(state, action) => lineageReducer(state, action, context),
		perform,
	);
	const show = () => stage.show({name: 'lineage', store, context});
	let reportedAt = 0;
	const signal = AbortSignal.any([leaving.signal, closing.signal]);
	const onProgress = (part: number) => {
		if (performance.now() - reportedAt < minIntervalMs) return;
		// A graph of few edges is built before the screen is shown.
		if (reportedAt === 0) show();
		reportedAt = performance.now();
		store.dispatch({type: 'progress', part});
	};
	const built = runInSlices(LineageGraph.build(edges), onProgress, signal).then(graph => {
		store.dispatch({type: 'built', graph});
		if (reportedAt === 0) show();
	});
	jobs.push(built.catch(error => signal.aborted || done.reject(error)).then(() => undefined));
}

/** Goes to a row of the resources file. */
function showResource(row: number, review: ReviewRun): void {
	const run = review.group.runs.find(({session}) => session.definedIds !== undefined) ?? review;
	showReview(run);
	run.store.dispatch({type: 'show-row', row});
}
