import type {Lineage, LineageBranch, LineageNode} from '../../lineage/named.ts';
import {nodeLabels} from './labels.ts';

/** Returns a lineage as a flowchart for Mermaid. External tables and columns have dashed borders, queries another shape. */
export function lineageMermaid(lineage: Lineage): string {
	const nodes = new Map([[lineage.node.number, lineage.node]]);
	const edges = new Set<string>();
	const add = (from: LineageNode, to: LineageNode) => edges.add(`n${from.number} --> n${to.number}`);
	const walk = (parent: LineageNode, branches: readonly LineageBranch[], link: typeof add): void => {
		for (const {node, children} of branches) {
			nodes.set(node.number, node);
			link(parent, node);
			walk(node, children, link);
		}
	};
	walk(lineage.node, lineage.up, (node, source) => add(source, node));
	walk(lineage.node, lineage.down, add);
	const external = [...nodes.values()].filter(({end}) => end.kind !== 'resource');
	const lines = [
		...Array.from(nodes.values(), nodeLine),
		...edges,
		`class n${lineage.node.number} start`,
		...external.map(({number}) => `class n${number} external`),
		'classDef start stroke-width:3px',
		'classDef external stroke-dasharray:5 5',
	];
	return `flowchart LR\n${lines.map(line => `  ${line}\n`).join('')}`;
}

function nodeLine(node: LineageNode): string {
	const {title, name, type} = nodeLabels(node);
	const parts = [title, name, type].filter(part => part !== '');
	const label = `"${parts.map(escaped).join('<br/>')}"`;
	return `n${node.number}${node.end.kind === 'query' ? `{{${label}}}` : `[${label}]`}`;
}

/** Writes the characters that mean something to Mermaid or HTML as entities. */
function escaped(text: string): string {
	return text.replaceAll(/["#&<>`]/g, character => `#${character.charCodeAt(0)};`);
}
