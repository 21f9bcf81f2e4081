import {UserError} from '../../../errors/user-error.ts';
import type {Problem} from '../../../kinds/problem.ts';
import type {RecordFormat} from '../../../records/record-format.ts';
import {problemsIn} from '../../../session/fixes.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {textOf} from '../../components/line-editor/state.ts';
import {drawLine} from '../../components/line-editor/view.ts';
import {dividerLine} from '../../divider-line.ts';
import {questionKeyLine} from '../../key-line.ts';
import {enabledBindings} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Paint, signs} from '../../theme.ts';
import {messageLines} from './draw-problem.ts';
import {editKeys} from './edit-keys.ts';
import {paneHeights} from './heights.ts';
import {unreadableText} from './notice.ts';
import type {OverlayFrame} from './overlay-frame.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';
import {problemTexts, rowTexts, editTexts as texts} from './texts.ts';
import {tryRead} from './try-read.ts';

type EditMode = Extract<Mode, {name: 'edit'}>;

/** Draws the editor of a cell or a row, with the problems of the text as it is typed. */
export function drawEdit(state: ReviewState, mode: EditMode, context: ReviewContext, paint: Paint): OverlayFrame {
	const {cursor, size} = state;
	const {session} = context;
	const isRow = mode.target === 'row';
	const number = session.numberOf(cursor.row);
	const label = session.header.labels[cursor.column] ?? rowTexts.cell(cursor.column);
	const {format, firstRow} = session.records;
	const labels = valueText(format.encode(session.header.labels));
	const header = isRow && firstRow > 1 ? [paint('dim', ` ${cutTo(labels, size.columns - 2)}`)] : [];
	const {text, cursorAt} = drawLine(mode.line, size.columns - 2);
	const top = [
		paint(
			'title',
			dividerLine(
				isRow ? texts.rowTitle(number, format.name) : texts.cellTitle(number, valueText(label)),
				size.columns,
			),
		),
		...header,
		` ${text}`,
	];
	const room = paneHeights(size).detail - top.length;
	const verdict = tryRead(() => editFeedback(state, mode, context));
	const verdictLines =
		verdict instanceof UserError
			? wrap(visible(unreadableText(verdict, state, context)), size.columns - 2, room).map(line =>
					paint('error', ` ${line}`),
				)
			: drawFeedback(verdict, format.name, room, size.columns, paint);
	return {
		place: 'detail',
		cursor: {x: 1 + cursorAt, y: top.length - 1},
		lines: [...top, ...verdictLines],
		keys: questionKeyLine(enabledBindings(editKeys, size), size.columns, paint, ['apply-save']),
	};
}

/** The check of a text as it is typed. */
type EditFeedback =
	| {readonly kind: 'not-one-row'; readonly hint: string}
	| {
			readonly kind: 'judged';
			readonly problems: readonly Problem[];
			readonly isChanged: boolean;
			/** True if other rows may add a problem: they are compared when the edit is applied. */
			readonly dependsOnOthers: boolean;
	  };

function editFeedback({cursor}: ReviewState, {target, line}: EditMode, {session}: ReviewContext): EditFeedback {
	const {row, column} = cursor;
	const text = textOf(line);
	const known = session.cells(row);
	if (target === 'row') {
		const cells = session.records.format.parse(text);
		if (cells === undefined) return {kind: 'not-one-row', hint: faultHint(text, session.records.format)};
		const isChanged = text !== session.encodeRow(row);
		if (!isChanged) return {kind: 'judged', problems: session.problemsAt(row), isChanged, dependsOnOthers: false};
		const {problems, isCompared} = session.checkDraft(row, cells);
		return {kind: 'judged', problems, isChanged, dependsOnOthers: !isCompared};
	}

	if (text === (known[column] ?? ''))
		return {kind: 'judged', problems: problemsIn(session, cursor), isChanged: false, dependsOnOthers: false};
	const field = session.fieldOf(column);
	const cells = Array.from({length: Math.max(known.length, column + 1)}, (_, at) =>
		at === column ? text : (known[at] ?? ''),
	);
	const {problems, isCompared} = session.checkDraft(row, cells);
	return {
		kind: 'judged',
		problems: problems.filter(problem => problem.field === undefined || problem.field === field),
		isChanged: true,
		dependsOnOthers: !isCompared && field !== undefined && session.kind.comparedFields.has(field),
	};
}

/** Returns a hint at what is wrong in a text that is not one row. */
function faultHint(text: string, format: RecordFormat): string {
	if (text.includes('\n')) return texts.pasteOneRow;
	const at = format.faultAt(text);
	if (at === undefined) return texts.checkQuotes;
	const [found = ''] = text.slice(at, at + 2);
	return texts.lookAt([...text.slice(0, at)].length + 1, valueText(found));
}

function drawFeedback(
	verdict: EditFeedback,
	format: string,
	room: number,
	columns: number,
	paint: Paint,
): readonly string[] {
	if (verdict.kind === 'not-one-row') {
		return wrap(`${signs.error} ${texts.notOneRow(format)} ${verdict.hint}`, columns - 2).map(line =>
			paint('error', ` ${line}`),
		);
	}

	const {problems, isChanged, dependsOnOthers} = verdict;
	const others = dependsOnOthers ? [paint('dim', cutTo(` ${texts.comparedLater}`, columns))] : [];
	if (problems.length === 0) return isChanged ? [paint('good', ` ${signs.good} ${texts.noProblems}`), ...others] : [];
	for (const most of [3, 2, 1]) {
		const lines = problems.flatMap(problem => messageLines(problem, columns, most, paint));
		if (lines.length + others.length <= room) return [...lines, ...others];
	}

	const lines = problems.flatMap(problem => messageLines(problem, columns, 1, paint));
	if (lines.length <= room) return lines;
	const shown = Math.max(1, room - 1);
	return [...lines.slice(0, shown), paint('dim', ` ${problemTexts.more(lines.length - shown)}`)];
}
