import {UserError} from '../../../errors/user-error.ts';
import {unparsedText} from '../../../records/unparsed-text.ts';
import {problemsIn} from '../../../session/fixes.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {count, plural} from '../../../text/format.ts';
import {visible} from '../../../text/visible.ts';
import {dividerLine} from '../../divider-line.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {drawProblems} from './draw-problem.ts';
import {drawRelatives} from './draw-relatives.ts';
import {drawFault} from './draw-unparsed.ts';
import {paneHeights} from './heights.ts';
import {unreadableText} from './notice.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {rowTexts, titleTexts} from './texts.ts';
import {tryRead} from './try-read.ts';

/** Draws the pane below the grid: the whole value, every problem of the cell, and their fixes. Always of the same height. */
export function drawDetail(state: ReviewState, context: ReviewContext, paint: Paint): readonly string[] {
	const height = paneHeights(state.size).detail;
	const lines = tryRead(() => detailLines(state, context, height, paint));
	const shown = lines instanceof UserError ? unreadableLines(lines, state, context, paint) : lines;
	return Array.from({length: height}, (_, at) => shown[at] ?? '');
}

/** Draws the error for a selected row that cannot be read. */
export function unreadableLines(
	error: UserError,
	state: ReviewState,
	context: ReviewContext,
	paint: Paint,
): readonly string[] {
	const {cursor, size} = state;
	const {columns} = size;
	return [
		paint('dim', dividerLine(rowTexts.row(context.session.numberOf(cursor.row)), columns)),
		...wrap(visible(unreadableText(error, state, context)), columns - 2, 4).map(line => paint('error', ` ${line}`)),
	];
}

function detailLines(state: ReviewState, context: ReviewContext, height: number, paint: Paint): readonly string[] {
	const {session} = context;
	const {columns} = state.size;
	const problems = problemsIn(session, state.cursor);
	// The title takes one line, the value at least one.
	const about =
		problems.length === 0
			? remarkLines(state, context, columns, paint)
			: drawProblems(problems, {session, shown: state.shown.kind}, {columns, rows: height - 2}, paint);
	const relatives = drawRelatives(state.cursor.row, context, {columns, rows: height - 2 - about.length}, paint);
	const room = Math.max(1, height - 1 - about.length - relatives.length);
	return [
		paint('dim', dividerLine(title(state, context), columns)),
		...valueLines(state, context, room, paint).map(line => ` ${line}`),
		...about,
		...relatives,
	];
}

/** Draws the value of the cell, or the text of a row that has no cells. */
function valueLines(
	{cursor, size}: ReviewState,
	{session}: ReviewContext,
	room: number,
	paint: Paint,
): readonly string[] {
	const {records} = session;
	const columns = size.columns - 2;
	const unparsed = unparsedText(records, cursor.row);
	// The end of a text that is cut is no fault.
	const fault = unparsed?.isCut === false ? records.format.faultAt(unparsed.text) : undefined;
	if (unparsed !== undefined && fault !== undefined && room > 1) return drawFault(unparsed.text, fault, columns, paint);
	const value = valueText(unparsed?.text ?? session.shownCells(cursor.row)[cursor.column] ?? '');
	return wrap(value === '' ? rowTexts.empty : value, columns, room);
}

function title({cursor: {row, column}}: ReviewState, {session}: ReviewContext): string {
	const isUnparsed = unparsedText(session.records, row) !== undefined;
	const label = isUnparsed ? '' : (session.header.labels[column] ?? rowTexts.cell(column));
	return [rowTexts.row(session.numberOf(row)), label, session.nameOf(row)].filter(Boolean).map(valueText).join(' · ');
}

function remarkLines(state: ReviewState, context: ReviewContext, columns: number, paint: Paint): readonly string[] {
	const text = remark(state, context);
	return text === '' ? [] : [paint('dim', cutTo(` ${text}`, columns))];
}

/** Returns the remark about a cell without a problem: the value that Secoda receives, if it is not the one in the file. */
function remark({cursor: {row, column}}: ReviewState, {session}: ReviewContext): string {
	if (session.isSkipped(row)) return `${signs.skipped} ${rowTexts.skipped}`;
	if (session.fieldOf(column) === undefined) return rowTexts.unknownColumn;
	if (session.findings.at(row).length > 0) return '';
	const value = session.records.cell(row, column);
	const sent = session.sentValue(column, value) ?? '';
	return sent === value ? '' : rowTexts.sentAs(valueText(sent));
}

/** Returns the numbers of errors and warnings for the title line, with or without words; with `cells`, also the number of affected cells. */
export function summary({session}: ReviewContext, paint: Paint, detail: 'cells' | 'words' | 'numbers'): string {
	const errors = session.problemCount('error');
	const warnings = session.problemCount('warning');
	if (errors + warnings === 0) return paint('good', `${signs.good} ${titleTexts.noProblems}`);
	const {cells, count: inRows} = session.findings;
	const text = (number: number, one: string) => (detail === 'numbers' ? count(number) : plural(number, one));
	return [
		...(errors === 0 ? [] : [paint('error', `${signs.error} ${text(errors, 'error')}`)]),
		...(warnings === 0 ? [] : [paint('warning', `${signs.warning} ${text(warnings, 'warning')}`)]),
		...(detail === 'cells' && cells < inRows ? [paint('dim', titleTexts.inCells(cells))] : []),
	].join('  ');
}
