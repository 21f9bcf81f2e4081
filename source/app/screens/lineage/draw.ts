import {UserError} from '../../../errors/user-error.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {drawHelp} from '../../components/help/view.ts';
import type {TextFrame} from '../../frame.ts';
import {keyLine} from '../../key-line.ts';
import {enabledBindings, keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {drawDetails} from './draw-details.ts';
import {drawTree} from './draw-tree.ts';
import {lineageHelp} from './help.ts';
import {buildingKeys, rankedTreeKeys, treeKeys} from './keys.ts';
import {lookOf, readStart} from './node.ts';
import type {LineageContext, LineageState, ShownLineage} from './state.ts';
import {lineageScreenTexts as texts} from './texts.ts';
import {branchLimit, placeOf} from './tree.ts';

/** The most lines of a notice. */
const longestNotice = 2;

/** Draws the lineage of a node: the tree, the details of the selected node below it, a notice. */
export function drawLineage(state: LineageState, context: LineageContext, size: Size, paint: Paint): TextFrame {
	const {columns} = size;
	switch (state.name) {
		case 'building': {
			const title = drawTitle(state.start, '', context, size, paint);
			const text = state.notice ?? texts.building(state.part, keyOf(buildingKeys, 'back'));
			const keys = keyLine(enabledBindings(buildingKeys, undefined), columns, paint);
			return {lines: [title, '', ` ${cutTo(text, columns - 2)}`], keys};
		}

		case 'help': {
			const {lines, keys, cursor} = drawHelp(state.help, lineageHelp(size, state), paint);
			const title = drawTitle(state.tree.start, factsOf(state), context, size, paint);
			const hint = paint('strong', cutTo(` ${state.notice ?? ''}`, columns - 1));
			return {lines: [title, hint, ...lines], keys, cursor: cursor && {x: cursor.x, y: cursor.y + 2}};
		}

		case 'tree': {
			const title = drawTitle(state.tree.start, factsOf(state), context, size, paint);
			const notice = noticeLines(state, context, size, paint);
			const details = drawDetails(state, context, size, paint);
			// A notice of several lines takes the last lines of the details.
			const below = details.slice(0, details.length + 1 - notice.length);
			const keys = keyLine(enabledBindings(treeKeys, state), columns, paint, rankedTreeKeys);
			return {lines: [title, ...drawTree(state, context, size, paint), ...below, ...notice], keys};
		}
	}
}

function drawTitle(start: NodeReference, facts: string, context: LineageContext, size: Size, paint: Paint): string {
	const node = readStart(start, context);
	const title = texts.title(node instanceof UserError ? texts.unreadable : lookOf(node).label);
	return ` ${paint('title', cutTo(title, size.columns - width(facts) - 4))}  ${paint('dim', facts)}`;
}

/** Returns the depths and the position of the selected node. */
function factsOf({tree, selected}: ShownLineage): string {
	const {place, all} = placeOf(tree, selected);
	return `${texts.depths(tree.depths)}  ${texts.position(place, all)}`;
}

/** Returns the lines of the notice; at least one, which may be empty. */
function noticeLines(
	{notice, tree}: ShownLineage,
	{resources}: LineageContext,
	{columns}: Size,
	paint: Paint,
): readonly string[] {
	if (notice !== undefined) return wrap(notice, columns - 2, longestNotice).map(line => paint('strong', ` ${line}`));
	const toOpen = resources.isOpen ? '' : texts.openResources(resources.name);
	return [paint('dim', cutTo(` ${tree.isLimited ? texts.limited(branchLimit) : toOpen}`, columns - 1))];
}
