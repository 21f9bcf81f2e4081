import type {LineageNode} from '../../lineage/named.ts';
import {visible} from '../../text/visible.ts';
import {lineageTexts} from './texts.ts';

/** Maximum number of characters of a query or a name. */
const longestName = 80;

/** The texts of a node as its files have them, not safe for a terminal. */
export type NodeTexts = {
	/** The id of a resource, the path of an external table or column, or a query on one line. */
	readonly name: string;
	/** The title of a resource, if it is known and not its id; otherwise empty. */
	readonly title: string;
	/** The type of a resource, if it is known, or the type of an external end. */
	readonly type: string;
};

/** Returns the texts of a node. */
export function nodeTexts({end, resource}: LineageNode): NodeTexts {
	switch (end.kind) {
		case 'resource': {
			const title = resource?.title.trim() ?? '';
			return {name: end.id, title: title === end.id ? '' : title, type: resource?.type.replaceAll('_', ' ') ?? ''};
		}

		case 'table':
		case 'column':
			return {name: end.path.join('.'), title: '', type: lineageTexts.external[end.kind]};
		case 'query':
			return {name: end.sql.trim().replaceAll(/\s+/g, ' '), title: '', type: lineageTexts.external[end.kind]};
	}
}

/** Returns the texts of a node as reports print them: safe, and not too long. */
export function nodeLabels(node: LineageNode): NodeTexts {
	const {name, title, type} = nodeTexts(node);
	return {name: shortened(name), title: shortened(title), type: visible(type)};
}

function shortened(text: string): string {
	const characters = [...visible(text)];
	return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : characters.join('');
}
