import {UserError} from '../../../errors/user-error.ts';
import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import type {Frame} from '../../frame.ts';
import {keyLine, questionKeyLine} from '../../key-line.ts';
import type {Paint} from '../../theme.ts';
import {drawDetail, unreadableLines} from './draw-detail.ts';
import {cursorInGrid, drawGrid} from './draw-grid.ts';
import {drawKinds} from './draw-kinds.ts';
import {drawOverlay, placeHeight} from './draw-overlay.ts';
import {drawTitle} from './draw-title.ts';
import {paneHeights} from './heights.ts';
import {rankedKeys} from './keys.ts';
import {keysOfMode} from './keys-of-mode.ts';
import {shownNotice} from './notice.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {tryRead} from './try-read.ts';

/** The most lines of a notice. */
const longestNotice = 3;

/** Draws the review screen: a table that fills the terminal, a detail pane, a key line, and overlays. */
export function drawReview(state: ReviewState, context: ReviewContext, paint: Paint): Frame {
	const {size, mode} = state;
	if (mode.name === 'kinds') return drawKinds(state, mode, context, paint);
	const overlay = overlayOf(state, context, paint);
	const lines = [drawTitle(state, context, paint), ...drawMiddle(state, context, overlay, paint)];
	// An overlay of the detail pane begins below the title and the grid with its header.
	const top = overlay?.place === 'screen' ? 1 : 2 + paneHeights(size).grid;
	const cursor = overlay === undefined ? cursorInScreen(state, context) : cursorInOverlay(overlay, top);
	const keys =
		overlay?.keys ??
		keyLine<string>(keysOfMode(state, context).bindings, size.columns, paint, rankedKeys(state, context));
	return {lines, keys, cursor};
}

/** Returns the place of the selected cell on the screen: the title is above the grid. */
function cursorInScreen(state: ReviewState, context: ReviewContext): Frame['cursor'] {
	const cursor = cursorInGrid(state, context);
	return cursor && {x: cursor.x, y: 1 + cursor.y};
}

function cursorInOverlay({cursor}: OverlayFrame, top: number): Frame['cursor'] {
	return cursor && {x: cursor.x, y: top + cursor.y};
}

/** Returns the overlay, or the error if the rows that it shows cannot be read. */
function overlayOf(state: ReviewState, context: ReviewContext, paint: Paint): OverlayFrame | undefined {
	const overlay = tryRead(() => drawOverlay(state, context, paint));
	if (!(overlay instanceof UserError)) return overlay;
	const back = keysOfMode(state, context).bindings.filter(({action}) => action === 'back' || action === 'cancel');
	const keys = questionKeyLine(back, state.size.columns, paint);
	return {place: 'detail', lines: unreadableLines(overlay, state, context, paint), keys};
}

/** Draws everything between title and keys: grid, detail and notice, or the overlay. */
function drawMiddle(
	state: ReviewState,
	context: ReviewContext,
	overlay: OverlayFrame | undefined,
	paint: Paint,
): readonly string[] {
	const over = overlay === undefined ? [] : fill(overlay.lines, placeHeight(state, overlay.place));
	const notice = noticeLines(state, context, paint);
	if (overlay?.place === 'screen') return [...over, notice[0] ?? ''];
	const below = overlay === undefined ? drawDetail(state, context, paint) : over;
	// A notice of several lines takes the last lines of the pane above it.
	return [...drawGrid(state, context, paint), ...below.slice(0, below.length + 1 - notice.length), ...notice];
}

/** Returns the lines of the notice; at least one, which may be empty. */
function noticeLines(state: ReviewState, context: ReviewContext, paint: Paint): readonly string[] {
	const {columns} = state.size;
	const notice = shownNotice(state, context);
	if (notice === undefined) return [''];
	const look = notice.tone === 'info' ? 'strong' : notice.tone;
	return wrap(visible(notice.text), columns - 2, longestNotice).map(line => paint(look, ` ${line}`));
}

function fill(lines: readonly string[], height: number): readonly string[] {
	return Array.from({length: height}, (_, at) => lines[at] ?? '');
}
