import type {EdgeStatus} from '../plan/edge-evidence.ts';
import type {PlannedEdges} from '../plan/planned-edges.ts';
import {count, plural} from '../text/format.ts';

/** Returns what is known of the edges of an upload before it is sent as text, one line for each fact. */
export function plannedEdgeLines(edges: PlannedEdges): readonly string[] {
	const {file, external, sample} = edges;
	return [
		...(sample === 0 ? [] : [comparedText(edges)]),
		...(sample < file - external ? [`sample: ${count(sample)} of ${count(file - external)} edges`] : []),
		...(external === 0 ? [] : [`${count(external)} with external ends, not compared`]),
		...othersText(edges),
	];
}

function comparedText({sample, listed, unlisted, problem}: PlannedEdges): string {
	if (problem !== undefined) return `${count(sample)} not compared: ${problem}`;
	const rest = sample - listed - unlisted;
	const others = rest === 0 ? '' : `, ${count(rest)} not compared`;
	return `${count(unlisted)} not listed, ${count(listed)} listed by Secoda${others}`;
}

/** Returns what is known of edges that the file does not have. Whether Secoda removes them is [unknown]. */
function othersText({notInFile, problem}: PlannedEdges): readonly string[] {
	if (notInFile === undefined) return problem === undefined ? ['other edges in Secoda: not counted'] : [];
	return notInFile === 0 ? [] : [`${plural(notInFile, 'other edge')} listed, may be removed`];
}

/** Returns what is known of the edges before an upload in the documented shape. */
export function plannedEdgesJson({notInFile, problem, ...counts}: PlannedEdges): object {
	return {...counts, notInFile: notInFile ?? null, problem: problem ?? null};
}

/** Returns what the catalog shows of the edges after an upload in the documented shape. */
export function edgesJson(edges: EdgeStatus): object {
	const {file, external, sample, expected, found, created} = edges.counts;
	const problem = edges.state === 'unread' ? (edges.problem ?? null) : null;
	return {state: edges.state, file, external, sample, expected, found, new: created, problem};
}
