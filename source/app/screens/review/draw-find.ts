import {filterNames} from '../../../session/rows/filter-names.ts';
import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {dividerLine} from '../../divider-line.ts';
import type {Paint} from '../../theme.ts';
import {findFeedback} from './find.ts';
import {paneHeights} from './heights.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';
import {findTexts as texts} from './texts.ts';

/** Draws the line for a filter or a search text, and its meaning below it. */
export function drawFind(
	state: ReviewState,
	mode: Extract<Mode, {name: 'find'}>,
	context: ReviewContext,
	keys: string,
	paint: Paint,
): OverlayFrame {
	const {columns} = state.size;
	const {text, cursorAt} = drawLine(mode.line, columns - 2);
	const verdict = findFeedback(state, mode, context);
	const verdictLines = wrap(visible(verdict.text), columns - 2, 2).map(line => paint(verdict.tone, ` ${line}`));
	const room = paneHeights(state.size).detail - 2 - verdictLines.length;
	const help = mode.what === 'filter' ? filterHelp(context, columns - 2) : searchHelp(state);
	return {
		place: 'detail',
		lines: [
			paint('title', dividerLine(mode.what === 'filter' ? texts.filterTitle : texts.searchTitle, columns)),
			` ${text}`,
			...verdictLines,
			...help.slice(0, Math.max(0, room)).map(line => paint('dim', ` ${line}`)),
		],
		cursor: {x: 1 + cursorAt, y: 1},
		keys,
	};
}

function filterHelp({session}: ReviewContext, columns: number): readonly string[] {
	return [
		...wrap(texts.filterForms, columns),
		...wrap(texts.filterHelp, columns),
		...wrap(visible(texts.fields(filterNames(session).fields)), columns, 2),
	];
}

function searchHelp({shown}: ReviewState): readonly string[] {
	return [texts.searchHelp(shown.kind)];
}
