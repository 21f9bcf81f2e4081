import {encodingNames} from '../../../records/source/encoding.ts';
import {wrap} from '../../../text/fit.ts';
import {plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {type KeyWord, keysText} from '../../key-line.ts';
import {rule} from '../../rule.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import type {Overlay} from './overlay-frame.ts';
import {canKeepEdits, type Leaving, type Mode, type ReviewContext, type ReviewState} from './state.ts';

/** Columns from which on the keys have room for all that they do. */
const roomy = 50;

/** Draws the question what becomes of unsaved edits when the open file is left. */
export function drawQuit(
	state: ReviewState,
	{leaving}: Extract<Mode, {name: 'quit'}>,
	context: ReviewContext,
	paint: Paint,
): Overlay {
	const {size, isFileLost = false} = state;
	const rows = plural(context.session.records.overlay.atStake, 'row');
	const title = rule(`${signs.warning} ${rows} with unsaved edits`, size.columns);
	const save: KeyWord = ['Ctrl+S', 'save'];
	const keep: readonly KeyWord[] = canKeepEdits(state, context)
		? [['k', size.columns < roomy ? 'keep' : 'keep for later']]
		: [];
	// What helps comes first: edits of a file that is lost cannot be saved.
	const words: readonly KeyWord[] = [
		...(isFileLost ? [...keep, save] : [save, ...keep]),
		['y', 'discard'],
		['Esc', 'back'],
	];
	const lines = paragraph(questionText(state, leaving, context), size);
	return {
		place: 'detail',
		lines: [paint('warning', title), ...lines],
		keys: keysText(words, size.columns, paint, keep),
	};
}

/** Returns what the answers mean, and why edits cannot be saved or kept where that is so. */
function questionText(state: ReviewState, leaving: Leaving, context: ReviewContext): string {
	const {convertedFrom, isTemporary, session} = context;
	const lost = `${visible(session.path)} was changed by another program: the edits cannot be saved now. `;
	const why = state.isFileLost === true ? lost : '';
	if (isTemporary === true)
		return `${why}They cannot be kept for later: this file is removed when the program ends. y discards them.`;
	if (!canKeepEdits(state, context))
		return `${why}They cannot be kept for later: the journal of edits cannot be written. y discards them.`;
	const next =
		leaving.kind === 'reopen'
			? `they are offered when the file is read as ${encodingNames[convertedFrom ?? 'utf-8']} again`
			: 'the next opening of the file offers to restore them';
	return `${why}k keeps them for later: ${next}. y discards them.`;
}

/** Wraps a text in the window. */
export function paragraph(text: string, {columns}: Size): readonly string[] {
	return wrap(text, columns - 2).map(line => ` ${line}`);
}
