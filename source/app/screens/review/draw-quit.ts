import {encodingNames} from '../../../records/source/encoding.ts';
import {wrap} from '../../../text/fit.ts';
import {plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {dividerLine} from '../../divider-line.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import {quitKeys, whyNotKept} from './save-keys.ts';
import type {LeaveTarget, Mode, ReviewContext, ReviewState} from './state.ts';

/** Draws the question what becomes of unsaved edits when the open file is left. */
export function drawQuit(
	state: ReviewState,
	{leaving}: Extract<Mode, {name: 'quit'}>,
	context: ReviewContext,
	paint: Paint,
): OverlayFrame {
	const {size, isFileLost = false} = state;
	const rows = plural(context.session.records.overlay.unsavedRows, 'row');
	const title = dividerLine(`${signs.warning} ${rows} with unsaved edits`, size.columns);
	const bindings = enabledBindings(quitKeys, {state, context});
	// What helps comes first: edits of a file that is lost cannot be saved.
	const ordered = isFileLost
		? bindings.toSorted((a, b) => Number(b.action === 'keep') - Number(a.action === 'keep'))
		: bindings;
	const lines = paragraph(questionText(state, leaving, context), size);
	return {
		place: 'detail',
		lines: [paint('warning', title), ...lines],
		keys: questionKeyLine(ordered, size.columns, paint, ['keep']),
	};
}

/** Returns what the answers mean, and why edits cannot be saved or kept where that is so. */
function questionText(state: ReviewState, leaving: LeaveTarget, context: ReviewContext): string {
	const {convertedFrom, session} = context;
	const lost = `${visible(session.path)} was changed by another program: the edits cannot be saved now. `;
	const why = state.isFileLost === true ? lost : '';
	const notKept = whyNotKept({state, context});
	if (notKept !== undefined) return `${why}${notKept}`;
	const next =
		leaving.kind === 'reopen'
			? `they are offered when the file is read as ${encodingNames[convertedFrom ?? 'utf-8']} again`
			: 'the next opening of the file offers to restore them';
	return `${why}${keyOf(quitKeys, 'keep')} keeps them for later: ${next}. ${keyOf(quitKeys, 'discard')} discards them.`;
}

/** Wraps a text in the window. */
export function paragraph(text: string, {columns}: Size): readonly string[] {
	return wrap(text, columns - 2).map(line => ` ${line}`);
}
