import type {TextFrame} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import {type Paint, signs} from '../../theme.ts';
import {drawLine} from '../line-editor/view.ts';
import {drawEntry} from './layout.ts';
import {type HelpPage, type HelpState, rowsFor, shownEntries} from './page.ts';
import {shownTop} from './scroll.ts';
import {helpBindings} from './state.ts';

/** Draws the keys of all modes; a search takes the first line. */
export function drawHelp(state: HelpState, page: HelpPage, paint: Paint): TextFrame {
	const {columns} = page.size;
	const entries = shownEntries(state, page);
	const room = rowsFor(state, page);
	const top = shownTop(state, page);
	// Each entry takes at least one line.
	const found = entries.slice(top, top + room).flatMap(entry => drawEntry(entry, columns, paint));
	const shown = entries.length === 0 ? [paint('dim', ' No matches.')] : found.slice(0, room);
	const keys = keyLine(helpBindings(state, page), columns, paint);
	if (state.search === undefined) return {lines: shown, keys};
	const {text, cursorAt} = drawLine(state.search.line, columns - 4);
	return {
		lines: [` ${signs.prompt} ${text}`, ...shown],
		keys,
		cursor: state.search.isTyped ? {x: 3 + cursorAt, y: 0} : undefined,
	};
}
