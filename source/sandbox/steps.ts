/** The number of visible steps in which a sync creates its pages. */
export const stepCount = 10;

/** Splits items into the steps of a sync. */
export function inSteps<Item>(items: readonly Item[]): ReadonlyArray<readonly Item[]> {
	const size = Math.max(1, Math.ceil(items.length / stepCount));
	return Array.from({length: Math.ceil(items.length / size)}, (_, index) =>
		items.slice(index * size, (index + 1) * size),
	);
}
