/**
The effects of an upload on a resource, most severe first. `hidden`: it is not in the file. `renamed`: the page is hidden, and a new
one with another name is created for what seems to be the same resource. `revived`: its archived page is shown again. `retimed`: only
its time of the last update changes.
*/
export const changeActions = ['hidden', 'renamed', 'created', 'revived', 'updated', 'retimed'] as const;

export type ChangeAction = (typeof changeActions)[number];

/** The number of changes of each effect. */
export type ActionCounts = Readonly<Record<ChangeAction, number>>;

/** Returns the number of all changes. */
export function sumActions(counts: ActionCounts): number {
	return changeActions.reduce((sum, action) => sum + counts[action], 0);
}
