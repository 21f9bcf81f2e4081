import {UserError} from '../../../errors/user-error.ts';
import type {Codes} from '../../../kinds/codes.ts';
import type {Finding} from '../../../kinds/problem.ts';
import {unparsedText} from '../../../records/unparsed-text.ts';
import {textPattern} from '../../../session/rows/filter-language.ts';
import {isListed} from '../../../session/rows/row-list.ts';
import {fit} from '../../../text/fit.ts';
import {toTerminal, valueText} from '../../signs-in-values.ts';
import {type Paint, type Style, signs} from '../../theme.ts';
import {paneHeights} from './heights.ts';
import {gutterWidth, markWidth, type ShownColumn, shownColumns} from './layout.ts';
import {rowsShown} from './rows-shown.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {rowTexts} from './texts.ts';
import {tryRead} from './try-read.ts';

/** The frozen header and the rows under it, one string a line. */
export function drawGrid(state: ReviewState, context: ReviewContext, paint: Paint): readonly string[] {
	const columns = shownColumns(state, context);
	const list = rowsShown(state, context);
	const rows = Array.from({length: paneHeights(state.size).grid}, (_, at) => list.rowAt(state.top + at));
	return [
		drawHeader(columns, state, context, paint),
		...rows.map(row => (row === undefined ? '' : drawRow(row, columns, state, context, paint))),
	];
}

/** Returns the place of the selected cell, counted from the header line; `undefined` while it is out of view. */
export function cursorInGrid(
	state: ReviewState,
	context: ReviewContext,
): {readonly x: number; readonly y: number} | undefined {
	const {cursor, top} = state;
	const list = rowsShown(state, context);
	const line = list.indexOf(cursor.row) - top;
	const columns = shownColumns(state, context);
	const at = columns.findIndex(({column}) => column === cursor.column);
	if (!isListed(list, cursor.row) || line < 0 || line >= paneHeights(state.size).grid || at === -1) return undefined;
	const mark = markWidth(context);
	const before = columns.slice(0, at).reduce((sum, {width}) => sum + width + mark, 0);
	return {x: gutterWidth(context.session) + before + mark, y: 1 + line};
}

/** Draws the part before a value: a line after a frozen column, and the mark of the cell. */
function lead(mark: string, columns: readonly ShownColumn[], at: number, context: ReviewContext, paint: Paint): string {
	const line = columns[at - 1]?.isFrozen === true ? paint('dim', '│') : ' ';
	return `${line}${mark}${' '.repeat(markWidth(context) - 2)}`;
}

function drawHeader(
	columns: readonly ShownColumn[],
	{left, cursor, search}: ReviewState,
	context: ReviewContext,
	paint: Paint,
): string {
	const {session} = context;
	const pattern = search && textPattern(search.text);
	const gutter = fit(left > 0 ? '  ‹' : '', gutterWidth(session));
	const cells = columns.map((shown, at) => {
		const {column} = shown;
		const label = fitted(session.header.labels[column] ?? '', shown);
		const look = column === cursor.column ? 'header' : session.fieldOf(column) === undefined ? 'dim' : 'title';
		return `${lead(' ', columns, at, context, paint)}${painted(label, look, pattern, paint)}`;
	});
	return gutter + cells.join('');
}

function drawRow(
	row: number,
	columns: readonly ShownColumn[],
	state: ReviewState,
	context: ReviewContext,
	paint: Paint,
): string {
	const {session} = context;
	const {codes} = session.kind;
	const findings = session.findings.at(row);
	const isSkipped = session.isSkipped(row);
	const edit = session.records.overlay.get(row);
	const cells = tryRead(() => session.shownCells(row));
	const isCursorRow = row === state.cursor.row;
	const number = fit(String(session.numberOf(row)), gutterWidth(session) - 3, 'right');
	if (cells instanceof UserError) {
		const text = paint('error', rowTexts.unreadable);
		return `${paint('error', signs.error)} ${paint(isCursorRow ? 'strong' : 'dim', number)}  ${text}`;
	}

	const finding = worst(findings, codes);
	const mark = isSkipped ? signs.skipped : finding === undefined ? ' ' : severityMark(finding, codes, paint);
	const start = `${mark} ${paint(isCursorRow ? 'strong' : 'dim', number)} `;
	const unparsed = cells.length === 0 ? unparsedText(session.records, row) : undefined;
	if (unparsed !== undefined) {
		const room = state.size.columns - gutterWidth(session) - markWidth(context);
		const text = fit(valueText(unparsed.text.slice(0, room * 16)), room);
		return `${start}${lead(' ', [], 0, context, paint)}${paint(isCursorRow ? 'cursor' : isSkipped ? 'dim' : 'error', text)}`;
	}

	const pattern = state.search && textPattern(state.search.text);
	const line = columns.map((shown, at) => {
		const {column} = shown;
		const finding = worst(
			findings.filter(candidate => (session.columnOf(candidate) ?? 0) === column),
			codes,
		);
		const edited = edit?.kind === 'rewritten' || (edit?.kind === 'cells' && edit.cells.has(column));
		const text = fitted(cells[column] ?? '', shown);
		const look =
			isCursorRow && column === state.cursor.column
				? 'cursor'
				: isSkipped
					? 'dim'
					: finding === undefined
						? undefined
						: severityLook(finding, codes);
		const mark = lead(cellMark({finding, edited}, codes, paint), columns, at, context, paint);
		return `${mark}${look === 'cursor' ? paint(look, text) : painted(text, look, pattern, paint)}`;
	});
	return `${start}${line.join('')}`;
}

/** Cuts or pads a value to the width of its column, with a space before the line after a frozen one. */
function fitted(value: string, {width, isFrozen}: ShownColumn): string {
	// Only the start is cleaned: a cell can have a million characters.
	const text = valueText(value.slice(0, width * 16));
	return isFrozen ? `${fit(text, width - 1)} ` : fit(text, width);
}

/** Styles text, with another style for the matches of a search. */
function painted(text: string, look: Style | undefined, pattern: RegExp | undefined, paint: Paint): string {
	const plain = (part: string) => (look === undefined ? part : paint(look, part));
	if (pattern === undefined) return plain(text);
	let painted = '';
	let end = 0;
	for (const {0: found, index} of toTerminal(text, {ascii: false}).matchAll(pattern)) {
		const after = index + found.length;
		painted += plain(text.slice(end, index)) + paint('match', text.slice(index, after));
		end = after;
	}

	return painted + plain(text.slice(end));
}

/** Returns the first error, or else the first warning. */
function worst(findings: readonly Finding[], codes: Codes): Finding | undefined {
	return findings.find(finding => severityLook(finding, codes) === 'error') ?? findings[0];
}

function severityMark(finding: Finding, codes: Codes, paint: Paint): string {
	const look = severityLook(finding, codes);
	return paint(look, signs[look]);
}

type CellState = {readonly finding: Finding | undefined; readonly edited: boolean};

/** Returns the mark of a cell: that of its problem, or else that of an edit. */
function cellMark({finding, edited}: CellState, codes: Codes, paint: Paint): string {
	if (finding !== undefined) return severityMark(finding, codes, paint);
	return edited ? paint('good', signs.edited) : ' ';
}

function severityLook({code, severity}: Finding, codes: Codes): 'error' | 'warning' {
	return severity === undefined && codes.get(code)?.severity === 'error' ? 'error' : 'warning';
}
