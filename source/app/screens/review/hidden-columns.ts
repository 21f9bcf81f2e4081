import type {Session} from '../../../session/session.ts';
import type {ReviewState} from './state.ts';

/** True if a column is on the screen: the cursor is in it, or its format shows it. */
export function isColumnShown(column: number, {cursor}: Pick<ReviewState, 'cursor'>, {records}: Session): boolean {
	return column === cursor.column || records.format.isShown(column);
}

/** Returns the column that is shown at or after `column` in a direction, or else the nearest one before it. */
export function shownColumnFrom(column: number, direction: 1 | -1, {header, records}: Session): number {
	const {length} = header.labels;
	const isShown = (candidate: number) => records.format.isShown(candidate);
	for (const step of [direction, -direction]) {
		for (let at = column; at >= 0 && at < length; at += step) if (isShown(at)) return at;
	}

	return column;
}
