import type {UserError} from '../../../errors/user-error.ts';
import type {LineageNode, NodeReference} from '../../../lineage/named.ts';
import {nodeTexts} from '../../../report/lineage/labels.ts';
import {valueText} from '../../signs-in-values.ts';
import {type Style, signs} from '../../theme.ts';
import {tryRead} from '../review/try-read.ts';
import type {LineageContext} from './state.ts';
import {lineageScreenTexts as texts} from './texts.ts';
import type {Tree} from './tree.ts';

/** The most characters of a text of a node: no window shows more, and a query can be long. */
const longestText = 4096;

/** Returns the node of a line that can be selected, or the error if its rows cannot be read. */
export function nodeOf({lines, start}: Tree, at: number, context: LineageContext): LineageNode | UserError {
	const line = lines[at];
	if (line?.kind !== 'branch') return readStart(start, context);
	return tryRead(() => context.names.branch(line.branch, line.direction));
}

/** Returns the node where a tree starts, or the error if its row cannot be read. */
export function readStart(start: NodeReference, {names}: LineageContext): LineageNode | UserError {
	return tryRead(() => names.start(start));
}

/** Returns a text of a node, safe for a terminal. */
export function nodeText(text: string): string {
	return valueText(text.slice(0, longestText));
}

/** A node as the screen draws it. */
export type NodeLook = {
	/** The sign and the style of nodes outside the catalog, and of queries. */
	readonly sign: string;
	readonly style: Style | undefined;
	/** The title, or else the name. */
	readonly label: string;
	/** The name, if the label is the title. */
	readonly id: string;
	readonly type: string;
};

/** Returns the look of a node. */
export function lookOf(node: LineageNode): NodeLook {
	const {name, title, type} = nodeTexts(node);
	const [label, id] = title === '' ? [name, ''] : [title, name];
	return {
		...styles[node.end.kind],
		label: nodeText(label),
		id: nodeText(id),
		type: nodeText(type) || texts.unknownType,
	};
}

const external = {sign: `${signs.external} `, style: 'external'} as const;

const styles: Readonly<Record<LineageNode['end']['kind'], Pick<NodeLook, 'sign' | 'style'>>> = {
	resource: {sign: '', style: undefined},
	table: external,
	column: external,
	query: {sign: `${signs.query} `, style: 'query'},
};
