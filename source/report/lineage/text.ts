import type {Direction} from '../../lineage/graph.ts';
import type {Lineage, LineageBranch, LineageNode} from '../../lineage/named.ts';
import {nodeName, nodeTitle, nodeType} from './labels.ts';
import {lineageTexts} from './texts.ts';

/** Returns a lineage as a tree of lines. */
export function lineageText(lineage: Lineage): string {
	const lines = [label(lineage.node), ...section(lineage, 'up'), ...section(lineage, 'down')];
	return `${lines.join('\n')}\n`;
}

function section(lineage: Lineage, direction: Direction): readonly string[] {
	const branches = lineage[direction];
	const title = lineageTexts[direction];
	return branches.length === 0 ? [`${title}: ${lineageTexts.nothing}`] : [title, ...branchLines(branches, '')];
}

function branchLines(branches: readonly LineageBranch[], indent: string): readonly string[] {
	return branches.flatMap(({node, state, children}, at) => {
		const isLast = at === branches.length - 1;
		const note = lineageTexts.states[state];
		const line = `${indent}${isLast ? '└─' : '├─'} ${label(node)}${note === '' ? '' : ` [${note}]`}`;
		return [line, ...branchLines(children, `${indent}${isLast ? '   ' : '│  '}`)];
	});
}

/** Returns the name of a node, its title, and its type in parentheses. */
function label(node: LineageNode): string {
	const title = nodeTitle(node);
	const type = nodeType(node);
	return [nodeName(node), ...(title === '' ? [] : [`"${title}"`]), ...(type === '' ? [] : [`(${type})`])].join(' ');
}
