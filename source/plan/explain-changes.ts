import type {Cause} from './causes/cause.ts';
import type {CauseInput} from './causes/cause-input.ts';
import {findCauses} from './causes/find-causes.ts';
import type {ChangeList} from './changes/change-list.ts';
import {findRenames} from './renames/find-renames.ts';

/** Changes with renamed resources, and what they are probably caused by. */
export type ExplainedChanges = {readonly changes: ChangeList; readonly causes: readonly Cause[]};

/** Finds renamed resources among created and hidden ones, and the causes of all. */
export function explainChanges(found: ChangeList, input: Omit<CauseInput, 'changes'>): ExplainedChanges {
	const {after, before, values, places} = input;
	const names = {after: after.side, before: before.side};
	const sides = {after: after.inventory, before: before.inventory, values, names, places};
	const changes = findRenames(found, sides);
	return {changes, causes: findCauses({...input, changes})};
}
