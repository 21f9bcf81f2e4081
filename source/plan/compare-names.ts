import type {ResourceName} from '../kinds/resources.ts';

/** Compares names part by part. */
export function compareNames(one: ResourceName, other: ResourceName): number {
	const length = Math.min(one.length, other.length);
	for (let at = 0; at < length; at++) {
		const order = compareText(one[at] ?? '', other[at] ?? '');
		if (order !== 0) return order;
	}

	return one.length - other.length;
}

function compareText(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
