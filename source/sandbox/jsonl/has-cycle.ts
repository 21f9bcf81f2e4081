import type {ImportedEdge} from './read-edge.ts';

/** True if following edges between resources of the upload leads back to one. */
export function hasCycle(edges: readonly ImportedEdge[]): boolean {
	const targets = new Map<string, string[]>();
	const incoming = new Map<string, number>();
	for (const {from, to} of edges) {
		if (from.kind !== 'internal' || to.kind !== 'internal') continue;
		const list = targets.get(from.databuilderId) ?? [];
		list.push(to.databuilderId);
		targets.set(from.databuilderId, list);
		incoming.set(from.databuilderId, incoming.get(from.databuilderId) ?? 0);
		incoming.set(to.databuilderId, (incoming.get(to.databuilderId) ?? 0) + 1);
	}

	// Resources without incoming edges are removed until there are none. Those of a cycle stay.
	const removed = [...incoming].flatMap(([id, count]) => (count === 0 ? [id] : []));
	for (const id of removed) {
		for (const target of targets.get(id) ?? []) {
			const count = (incoming.get(target) ?? 0) - 1;
			incoming.set(target, count);
			if (count === 0) removed.push(target);
		}
	}

	return removed.length < incoming.size;
}
