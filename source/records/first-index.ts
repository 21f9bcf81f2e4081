/** Returns the first index below `count` for which `reached` is true, else `count`. It must be true for all later indices. */
export function firstIndex(count: number, reached: (index: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (reached(middle)) high = middle;
		else low = middle + 1;
	}

	return low;
}
