import {parsePlanFilter} from './filter.ts';
import type {Outline} from './outline.ts';
import {filterChanges, findAction, findText} from './scan.ts';
import type {PlanContext, PlanTask, PlanWorkResult} from './state.ts';

/** Returns the steps of a task on the nodes that are shown; each yields the part that is done. */
export function* planSteps(
	task: PlanTask,
	outline: Outline,
	{preview, reader, outline: whole}: PlanContext,
): Generator<number, PlanWorkResult, void> {
	const {tree} = preview.plan;
	switch (task.type) {
		case 'search':
			return {kind: 'found', index: yield* findText(outline, reader, task)};
		case 'find-action':
			return {kind: 'found', index: yield* findAction(outline, tree, task.wanted)};
		case 'filter': {
			const {text} = task;
			if (text === '') return {kind: 'filtered', text, outline: whole, changes: preview.plan.changes.length};
			return {kind: 'filtered', text, ...(yield* filterChanges(tree, reader, parsePlanFilter(text)))};
		}
	}
}
