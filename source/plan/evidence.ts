import {type Baseline, canShowChange} from './baseline.ts';
import type {CatalogComparison} from './comparison.ts';
import type {EdgeStatus} from './edge-evidence.ts';

/** The evidence in a comparison after an upload. An incomplete listing is not evidence. */
export type Evidence =
	/** The catalog shows all of the file and nothing else, and there is evidence of this upload. */
	| 'complete'
	/** There is evidence, and the catalog shows all of the file, but also pages that should be hidden. */
	| 'still-shown'
	/** The catalog is as planned, but its listings are not evidence that this upload changed it. */
	| 'unproven'
	/** The upload changes nothing visible, and the catalog shows all of the file. */
	| 'no-evidence-possible'
	/** Not (yet) as planned. */
	| 'incomplete';

/** Judges a comparison by its baseline, the comparison before it, and what the catalog shows of the edges. */
export function assessEvidence(
	baseline: Baseline,
	now: CatalogComparison,
	previous: CatalogComparison | undefined,
	edges?: EdgeStatus,
): Evidence {
	if (now.missing > 0 || edges?.state === 'incomplete') return 'incomplete';
	if (!canShowChange(baseline) && !hasNewEdges(edges))
		return now.changes.texts > 0 ? 'complete' : 'no-evidence-possible';
	const evident = hasEvidence(baseline, now, edges);
	if (now.others > 0) return evident ? 'still-shown' : 'incomplete';
	if (!isAbsenceSettled(baseline, now, previous)) return 'incomplete';
	return evident ? 'complete' : 'unproven';
}

/**
True if the evidence also proves that Secoda accepted an upload without a response. A part of its changes can be those of someone else,
and so can all of them if the catalog shows rows that are neither in the file nor in the baseline. Readings without a total can omit such rows, and
the same row twice, so they prove nothing. Where only descriptions can change, all of them must have.
*/
export function provesUpload(
	baseline: Baseline,
	evidence: Evidence,
	{changes, listings}: CatalogComparison,
	edges?: EdgeStatus,
): boolean {
	if (!baseline.isCounted || listings.completeness !== 'counted') return false;
	if (!canShowChange(baseline) && !hasNewEdges(edges) && changes.texts < baseline.otherTexts.count) return false;
	return (evidence === 'complete' || evidence === 'still-shown') && changes.foreign === 0;
}

/**
True if a change is visible that only this upload can have caused: a resource, a description or an edge of the file is newly shown, or a
row outside the file is archived or gone. A missing row counts only if the listing is complete.
*/
function hasEvidence(
	baseline: Baseline,
	{changes, listings}: CatalogComparison,
	edges: EdgeStatus | undefined,
): boolean {
	if (hasNewEdges(edges)) return true;
	if (baseline.isReliable && changes.appeared > 0) return true;
	if (changes.revived > 0 || changes.archived > 0 || changes.texts > 0) return true;
	const gone = baseline.shownOthers.count - changes.stillShown - changes.archived;
	return listings.completeness === 'counted' && gone > 0;
}

function hasNewEdges(edges: EdgeStatus | undefined): boolean {
	return edges !== undefined && edges.counts.created > 0;
}

/** True if rows outside the file that are not listed are hidden, as far as listings show. */
function isAbsenceSettled(
	{shownOthers}: Baseline,
	{changes, listings}: CatalogComparison,
	previous: CatalogComparison | undefined,
): boolean {
	if (changes.archived === shownOthers.count || listings.completeness === 'counted') return true;
	return previous !== undefined && listings.agreesWith(previous.listings);
}
