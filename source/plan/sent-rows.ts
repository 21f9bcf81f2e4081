import {plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import type {SnapshotPart, SnapshotTotals} from './snapshot.ts';

/** Returns the rows of a snapshot as text: "17 rows", or "12 rows of one.csv and 5 rows of two.csv". */
export function sentRows({records, files = []}: Pick<SnapshotTotals, 'records' | 'files'>): string {
	if (files.length < 2) return plural(records, 'row');
	return files.map(sentRowsOf).join(' and ');
}

/** Returns the rows of one file: "12 rows of one.csv". */
export function sentRowsOf({name, records}: Pick<SnapshotPart, 'name' | 'records'>): string {
	return `${plural(records, 'row')} of ${visible(name)}`;
}
