import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {type DocumentState, shownDocument} from './state.ts';

/** Draws the visible lines of a document, and their position if not all fit. */
export function drawDocument(state: DocumentState, area: Size, paint: Paint): readonly string[] {
	const {shown, top, all} = shownDocument(state, area);
	if (shown.length === all) return shown;
	return [...shown, paint('dim', `${top + 1}-${top + shown.length} of ${all} lines`)];
}
