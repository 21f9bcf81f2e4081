import {canShowChange} from '../plan/baseline.ts';
import type {PlannedEdges} from '../plan/planned-edges.ts';
import type {History} from '../state/history.ts';
import type {HistoryEntry} from '../state/history-entry.ts';
import type {PreparedUpload} from './prepare.ts';

/**
Returns the last upload to the integration if sending the same again changes nothing: it had the same snapshot and was confirmed, and the
catalog still shows exactly that. A catalog that cannot be read completely, or that was changed since, is not known to be the same. Empty
descriptions are: where the property import is off, none is ever shown.
*/
export function unchangedSince(
	{preview, baseline, snapshot, otherTexts}: PreparedUpload,
	history: History,
): HistoryEntry | undefined {
	const {plan, host, integration} = preview;
	const last = history.lastAcceptedBy({host, integration: integration.id});
	if (last?.outcome !== 'confirmed' || last.kind !== snapshot.kind || last.sha256 !== snapshot.digest) return undefined;
	const isSame =
		baseline.isReliable &&
		!canShowChange(baseline) &&
		plan.changes.length === 0 &&
		(plan.edited?.count ?? 0) + otherTexts === 0 &&
		areEdgesSame(plan.edges);
	return isSame ? last : undefined;
}

/** True if the catalog lists exactly the edges of the file. Those with external ends are never listed. */
function areEdgesSame(edges: PlannedEdges | undefined): boolean {
	if (edges === undefined) return true;
	return edges.problem === undefined && edges.unlisted === 0 && edges.notInFile === 0;
}
