import type {LineageNode} from '../../lineage/named.ts';
import {visible} from '../../text/visible.ts';
import {lineageTexts} from './texts.ts';

/** Maximum number of characters of a query or a name. */
const longestName = 80;

/** Returns the name of a node: the id of a resource, the path of an external table or column, the start of a query. */
export function nodeName({end}: LineageNode): string {
	switch (end.kind) {
		case 'resource':
			return shortened(end.id);
		case 'table':
		case 'column':
			return shortened(end.path.join('.'));
		case 'query':
			return shortened(end.sql.trim().replaceAll(/\s+/g, ' '));
	}
}

/** Returns what a node is: the type of a resource, if it is known, or the type of an external end. */
export function nodeType({end, resource}: LineageNode): string {
	return end.kind === 'resource' ? visible(resource?.type.replaceAll('_', ' ') ?? '') : lineageTexts.external[end.kind];
}

/** Returns the title of a resource, if it is known and not its id. */
export function nodeTitle({end, resource}: LineageNode): string {
	const title = shortened(resource?.title.trim() ?? '');
	return end.kind === 'resource' && end.id !== title ? title : '';
}

function shortened(text: string): string {
	const characters = [...visible(text)];
	return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : characters.join('');
}
