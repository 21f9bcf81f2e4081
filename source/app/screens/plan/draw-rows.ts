import {UserError} from '../../../errors/user-error.ts';
import {type ActionCounts, changeActions, sumActions} from '../../../plan/changes/action.ts';
import {cutTo} from '../../../text/fit.ts';
import {count} from '../../../text/format.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {signOf, styleOf} from './actions.ts';
import {fieldLine} from './field-line.ts';
import type {HeadRow} from './head.ts';
import {planHeights, planTop} from './layout.ts';
import type {NodeText} from './plan-reader.ts';
import {type PlanContext, type PlanState, rowAt, rowCount} from './state.ts';
import {detailTexts, headTexts, planTexts as texts} from './texts.ts';

/** The cells of the labels of facts. */
const labelWidth = Math.max(...Object.values(headTexts.labels).map(label => label.length)) + 2;

/** The least number of cells for what follows a name. */
const shortestRest = 12;

/** Draws the rows that are in view. */
export function drawRows(state: PlanState, context: PlanContext, size: Size, paint: Paint): readonly string[] {
	const top = planTop(state, rowCount(state, context), size);
	return Array.from({length: planHeights(size).list}, (_, at) =>
		drawRow(top + at, state, context, size.columns, paint),
	);
}

function drawRow(number: number, state: PlanState, context: PlanContext, columns: number, paint: Paint): string {
	const row = rowAt(number, state, context);
	if (row === undefined) return '';
	const isSelected = number === state.selected;
	const pointer = isSelected ? signs.pointer : ' ';
	const look = (text: string) => (isSelected ? paint('strong', text) : text);
	if (row.kind !== 'node') return ` ${pointer} ${look(drawHead(row, columns - 3, paint))}`;
	return ` ${pointer} ${look(drawNode(row, state, context, columns - 3, paint))}`;
}

function drawHead(row: HeadRow, cells: number, paint: Paint): string {
	switch (row.kind) {
		case 'stop':
			return paint('warning', cutTo(`${signs.warning} ${row.text}`, cells));
		case 'cause':
			return cutTo(row.line === 'problem' ? `${signs.proposed} ${row.text.problem}` : `  ${row.text.hint}`, cells);
		case 'fact':
			return `${paint('dim', row.label.padEnd(labelWidth))}${cutTo(row.text, cells - labelWidth)}`;
	}
}

/** Draws a node, its counts and what changes, or one of its fields. */
function drawNode(
	{index, field}: {readonly index: number; readonly field: number},
	{rows}: PlanState,
	{reader, preview}: PlanContext,
	cells: number,
	paint: Paint,
): string {
	const {outline} = rows;
	const node = outline.nodeAt(index);
	const {tree} = preview.plan;
	const indent = '  '.repeat(Math.min(outline.depthAt(index), Math.floor(cells / 6)));
	const read = reader.read(node);
	if (read instanceof UserError) return cutTo(`  ${indent}  ${texts.unreadable}`, cells);
	const room = cells - indent.length - 4;
	const change = read.fields[field];
	if (field >= 0) return `    ${indent}${change === undefined ? '' : cutTo(fieldLine(change, room), room)}`;
	const action = read.node.kind === 'resource' ? read.node.change?.action : undefined;
	const sign = action === undefined ? ' ' : signOf[action];
	const style = action === undefined ? undefined : styleOf[action];
	const isOpen = rows.isOpen(index);
	const hasBelow = outline.endAt(index) > index + 1;
	const fold = isOpen ? signs.open : hasBelow ? signs.closed : ' ';
	const counts = hasBelow ? shownCounts(outline.changesAt(index), tree.countsAt(node)) : '';
	const marks = read.marks.length === 0 ? '' : ` [${read.marks.join(', ')}]`;
	const name = cutTo(nameOf(read), room - width(marks) - (counts === '' ? 0 : width(counts) + 2));
	const left = room - width(name) - width(marks) - 2;
	const rest = counts !== '' ? cutTo(counts, left) : isOpen ? '' : changeText(read, left);
	return `${style === undefined ? sign : paint(style, sign)} ${indent}${fold} ${name}${paint('warning', marks)}${rest === '' ? '' : paint('dim', `  ${rest}`)}`;
}

/** Returns the own name of a node. */
function nameOf({node, name}: NodeText): string {
	if (node.kind === 'type') return node.entity.plural;
	const own = name.at(-1) ?? '';
	return own === '' ? texts.noName : valueText(own);
}

/** Returns what changes of a node in at most `cells`. */
function changeText({fields, node}: NodeText, cells: number): string {
	const action = node.kind === 'resource' ? node.change?.action : undefined;
	const [first, ...others] = fields;
	if (first === undefined || cells < shortestRest) return '';
	if (action === 'renamed') return cutTo(detailTexts.was(valueText(first.before ?? '')), cells);
	if (action !== 'updated' && action !== 'retimed') return '';
	const more = others.length === 0 ? '' : `, ${detailTexts.more(others.length)}`;
	return cutTo(`${fieldLine(first, Math.max(shortestRest, cells - more.length))}${more}`, cells);
}

/** Returns the counts of all changes, or how many of them a filter shows. */
function shownCounts(shown: number, counts: ActionCounts): string {
	const all = sumActions(counts);
	return shown === all ? countsText(counts) : texts.position(shown, all);
}

function countsText(counts: ActionCounts): string {
	return changeActions
		.filter(action => counts[action] > 0)
		.map(action => `${signOf[action]}${count(counts[action])}`)
		.join(' ');
}
