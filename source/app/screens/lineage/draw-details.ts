import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {LineageNode} from '../../../lineage/named.ts';
import {wrap} from '../../../text/fit.ts';
import {dividerLine} from '../../divider-line.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {lineageHeights} from './layout.ts';
import {lookOf, nodeOf} from './node.ts';
import type {LineageContext, ShownLineage} from './state.ts';
import {lineageScreenTexts as texts} from './texts.ts';

/** Draws the details of the selected node: its type and rows, and its whole title and name. */
export function drawDetails(
	{tree, selected}: ShownLineage,
	context: LineageContext,
	size: Size,
	paint: Paint,
): readonly string[] {
	const {columns} = size;
	const room = lineageHeights(size).details;
	const node = nodeOf(tree, selected, context);
	const line = tree.lines[selected];
	const edge = line?.kind === 'branch' ? [texts.edgeRow(line.branch.row)] : [];
	const [facts, lines] =
		node instanceof UserError
			? [[texts.unreadable, ...edge], wrap(valueText(errorLine(node)), columns - 2, room)]
			: [[...factsOf(node, context), ...edge], namesOf(node, columns - 2, room)];
	const filled = Array.from({length: room}, (_, at) => ` ${lines[at] ?? ''}`);
	return [paint('dim', dividerLine(facts.join(' · '), columns)), ...filled];
}

function factsOf(node: LineageNode, {resources}: LineageContext): readonly string[] {
	const {type} = lookOf(node);
	if (node.end.kind !== 'resource') return [type];
	if (node.resource !== undefined) return [type, texts.resourceRow(node.resource.row)];
	return resources.isOpen ? [type, texts.notIn(resources.name)] : [type];
}

/** Returns the title in one line if there is room, and the name in as many lines as there are. */
function namesOf(node: LineageNode, cells: number, most: number): readonly string[] {
	const {label, id} = lookOf(node);
	if (id === '') return wrap(label, cells, most);
	return most === 1 ? wrap(id, cells, 1) : [...wrap(label, cells, 1), ...wrap(id, cells, most - 1)];
}
