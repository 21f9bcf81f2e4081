import type {IdSet} from './id-set.ts';

/** The state of the catalog before an upload, as needed to detect later what the upload changed. */
export type Baseline = {
	/** True if a resource that is not in the baseline was not in the catalog. */
	readonly isReliable: boolean;
	/** True if the catalog announced how many rows its lists have. Otherwise two equal readings can omit the same row. */
	readonly isCounted: boolean;
	/** For each resource of the snapshot that can have its own row: 1 if it was shown. Ordered by type, then by number. */
	readonly shown: Uint8Array;
	/** The ids of rows that were shown and are not in the snapshot. */
	readonly shownOthers: IdSet;
	/** The ids of rows that were archived and are in the snapshot. */
	readonly archivedOwn: IdSet;
	/** For each edge of the sample: 1 if it was certainly not listed. Empty if nothing is known of the edges. */
	readonly absentEdges: Uint8Array;
	/** The ids of rows in the snapshot whose description was another one, and that no person is known to have written. */
	readonly otherTexts: IdSet;
};

/** True if the upload changes anything that is visible in the catalog. */
export function canShowChange({shown, shownOthers}: Baseline): boolean {
	return shownOthers.count > 0 || shown.includes(0, 1);
}
