import {UserError} from '../../../errors/user-error.ts';
import {lineageTexts} from '../../../report/lineage/texts.ts';
import {cutTo} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import type {Size} from '../../size.ts';
import {type Paint, signs} from '../../theme.ts';
import {lineageHeights, topOf} from './layout.ts';
import {lookOf, type NodeLook, nodeOf} from './node.ts';
import type {LineageContext, ShownLineage} from './state.ts';
import {lineageScreenTexts as texts} from './texts.ts';
import type {Line} from './tree.ts';

/** The least number of cells for a type or an id. */
const shortestPart = 8;

/** Draws the lines of a tree that are in view. */
export function drawTree(state: ShownLineage, context: LineageContext, size: Size, paint: Paint): readonly string[] {
	const {lines} = state.tree;
	const top = topOf(state, size);
	return Array.from({length: lineageHeights(size).tree}, (_, row) => {
		const line = lines[top + row];
		if (line === undefined) return '';
		if (line.kind !== 'heading') return drawLine(line, top + row, {...state, context, columns: size.columns}, paint);
		const nothing = line.isEmpty ? `: ${lineageTexts.nothing}` : '';
		return `   ${paint('strong', lineageTexts[line.direction])}${paint('dim', nothing)}`;
	});
}

/** Draws a line that can be selected. */
function drawLine(
	line: Exclude<Line, {kind: 'heading'}>,
	at: number,
	{tree, selected, context, columns}: ShownLineage & {readonly context: LineageContext; readonly columns: number},
	paint: Paint,
): string {
	const [stem, mark] = line.kind === 'start' ? ['', ''] : [line.stem, texts.marks[line.mark]];
	const before = shortStem(stem, Math.floor(columns / 3));
	const after = mark === '' ? '' : ` [${mark}]`;
	const room = columns - 4 - width(before) - after.length;
	const node = nodeOf(tree, at, context);
	const text =
		node instanceof UserError ? paint('error', cutTo(texts.unreadable, room)) : drawNode(lookOf(node), room, paint);
	const [pointer, shown] = at === selected ? [signs.pointer, paint('strong', text)] : [' ', text];
	return ` ${pointer} ${paint('dim', before)}${shown}${paint('warning', after)}`;
}

/** Returns the end of a stem if it takes too much room. */
function shortStem(stem: string, cells: number): string {
	return stem.length <= cells ? stem : `…${stem.slice(1 - cells)}`;
}

/** Draws label, type and id of a node in at most `cells`. A label and an id share the room that the type leaves. */
function drawNode({sign, style, label, type, id}: NodeLook, cells: number, paint: Paint): string {
	const whole = `${sign}${label}`;
	const others = width(type) + 2 + (id === '' ? 0 : Math.min(width(id) + 2, Math.floor(cells / 3)));
	const name = cutTo(whole, Math.min(cells, Math.max(shortestPart, cells - others)));
	const rest = [type, id]
		.filter(part => part !== '')
		.map(part => `  ${part}`)
		.join('');
	const room = cells - width(name);
	const drawn = style === undefined ? name : paint(style, name);
	return `${drawn}${room < shortestPart ? '' : paint('dim', cutTo(rest, room))}`;
}
