import type {Direction} from '../../lineage/graph.ts';
import type {Lineage, LineageNode} from '../../lineage/named.ts';
import {treeLines} from '../../lineage/tree-lines.ts';
import {nodeLabels} from './labels.ts';
import {lineageTexts} from './texts.ts';

/** Returns a lineage as a tree of lines. */
export function lineageText(lineage: Lineage): string {
	const lines = [label(lineage.node), ...section(lineage, 'up'), ...section(lineage, 'down')];
	return `${lines.join('\n')}\n`;
}

function section(lineage: Lineage, direction: Direction): readonly string[] {
	const branches = lineage[direction];
	const title = lineageTexts[direction];
	if (branches.length === 0) return [`${title}: ${lineageTexts.nothing}`];
	const lines = treeLines(branches).map(({branch: {node, state}, stem}) => {
		const note = lineageTexts.states[state];
		return `${stem}${label(node)}${note === '' ? '' : ` [${note}]`}`;
	});
	return [title, ...lines];
}

/** Returns the name of a node, its title, and its type in parentheses. */
function label(node: LineageNode): string {
	const {name, title, type} = nodeLabels(node);
	return [name, ...(title === '' ? [] : [`"${title}"`]), ...(type === '' ? [] : [`(${type})`])].join(' ');
}
