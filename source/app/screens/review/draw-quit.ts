import {encodingNames} from '../../../records/source/encoding.ts';
import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {dividerLine} from '../../divider-line.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import {quitKeys, whyNotKept} from './save-keys.ts';
import {type LeaveTarget, type Mode, type ReviewContext, type ReviewState, unsavedRowsOf} from './state.ts';
import {quitTexts as texts} from './texts.ts';

/** Draws the question about unsaved edits before the file is closed. */
export function drawQuit(
	state: ReviewState,
	{leaving}: Extract<Mode, {name: 'quit'}>,
	context: ReviewContext,
	paint: Paint,
): OverlayFrame {
	const {size, isFileLost = false} = state;
	const rows = texts.title(unsavedRowsOf(context));
	const title = dividerLine(`${signs.warning} ${rows}`, size.columns);
	const bindings = enabledBindings(quitKeys, {state, context});
	// Edits cannot be saved to a lost file: the key that keeps them comes first.
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

/** Returns the explanation of the answers, and the reason if edits cannot be saved or kept. */
function questionText(state: ReviewState, leaving: LeaveTarget, context: ReviewContext): string {
	const {convertedFrom, session} = context;
	const lost = state.isFileLost === true ? `${texts.cannotSave(visible(session.path))} ` : '';
	const notKept = whyNotKept({state, context});
	if (notKept !== undefined) return `${lost}${notKept}`;
	const next =
		leaving.kind === 'reopen' ? texts.nextEncoding(encodingNames[convertedFrom ?? 'utf-8']) : texts.nextOpening;
	return `${lost}${texts.answers(keyOf(quitKeys, 'keep'), next, keyOf(quitKeys, 'discard'))}`;
}

/** Wraps a text to the width of the window. */
export function paragraph(text: string, {columns}: Size): readonly string[] {
	return wrap(text, columns - 2).map(line => ` ${line}`);
}
