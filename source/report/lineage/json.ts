import type {Lineage, LineageBranch, LineageNode} from '../../lineage/named.ts';

/** Returns a lineage in the documented shape of `lineage --format json`. Unknown values are null. */
export function lineageJson({node, up, down}: Lineage): object {
	return {...nodeJson(node), upstream: up.map(branchJson), downstream: down.map(branchJson)};
}

function branchJson({node, row, state, children}: LineageBranch): object {
	return {...nodeJson(node), row, state, children: children.map(branchJson)};
}

function nodeJson({end, resource}: LineageNode): object {
	switch (end.kind) {
		case 'resource':
			return {kind: end.kind, id: end.id, title: resource?.title ?? null, type: resource?.type ?? null};
		case 'table':
		case 'column':
			return {kind: `external_${end.kind}`, path: end.path};
		case 'query':
			return {kind: end.kind, sql: end.sql};
	}
}
