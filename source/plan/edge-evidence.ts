/** An edge between two pages, by their IDs in the catalog. */
type EdgeEnds = {readonly fromId: string; readonly toId: string};

/** Edges that the catalog lists. For a sample of an upload: an edge takes a string of about 75 characters. */
export class ListedEdges {
	readonly #keys = new Set<string>();

	constructor(edges: Iterable<EdgeEnds> = []) {
		for (const edge of edges) this.add(edge);
	}

	add(edge: EdgeEnds): void {
		this.#keys.add(keyOf(edge));
	}

	has(edge: EdgeEnds): boolean {
		return this.#keys.has(keyOf(edge));
	}
}

/** The evidence that lists of edges before and after an upload give. @forTests */
export type EdgeEvidence =
	/** All edges are listed, and this upload added some of them. */
	| 'complete'
	/** All edges are listed, as before the upload. */
	| 'no-evidence-possible'
	/** Some edges are listed. */
	| 'incomplete'
	/** No edge is listed: not yet, or because the catalog does not list uploaded edges [unknown]. */
	| 'not-listed';

/** Judges what the catalog shows of the edges that were sent. Without edges there can be no evidence. @forTests */
export function assessEdges(sent: readonly EdgeEnds[], before: ListedEdges, now: ListedEdges): EdgeEvidence {
	const listed = sent.filter(edge => now.has(edge));
	if (listed.length < sent.length) return listed.length === 0 ? 'not-listed' : 'incomplete';
	return sent.some(edge => !before.has(edge)) ? 'complete' : 'no-evidence-possible';
}

function keyOf({fromId, toId}: EdgeEnds): string {
	return `${fromId} ${toId}`;
}
