import {basename} from 'node:path';
import type {EdgeSide, EdgeSource} from '../../../kinds/edges.ts';
import {kindPairedWith} from '../../../kinds/index.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import type {Session} from '../../../session/session.ts';
import {valueText} from '../../signs-in-values.ts';
import {type ReviewContext, type ReviewState, type ReviewTransition, withNotice} from './state.ts';
import {otherFileTexts, lineageTexts as texts} from './texts.ts';

/** Returns why rows have no lineage: the file has neither resources nor edges, or no edges are open. */
export function whyNoLineage({session, others = []}: ReviewContext): string | undefined {
	if ([session, ...others].some(({edges}) => edges !== undefined)) return undefined;
	if (session.definedIds === undefined) return texts.noneInFormat(session.records.format.name);
	return texts.openEdges(kindPairedWith(session.kind)?.pairing?.fileNames[0] ?? texts.lineageFile);
}

/** Shows the lineage of the resource in the selected row, or that of an end of its edge. */
export function openLineage(state: ReviewState, {session, others = []}: ReviewContext): ReviewTransition {
	const {row} = state.cursor;
	const unchecked = others.find(({isChecked}) => !isChecked);
	if (unchecked !== undefined)
		return [withNotice(state, 'info', otherFileTexts.notChecked(valueText(basename(unchecked.path))))];
	const edges = [session, ...others].find(file => file.edges !== undefined)?.edges;
	if (edges === undefined) return [state];
	const ownEdges = session.edges;
	const start = ownEdges === undefined ? startOfResource(row, session, edges) : startOfEdge(state, session, ownEdges);
	if (start !== undefined) return [state, {type: 'show-lineage', start}];
	const number = session.numberOf(row);
	return [withNotice(state, 'info', ownEdges === undefined ? texts.noResource(number) : texts.noEdge(number))];
}

function startOfResource(row: number, {definedIds}: Session, edges: EdgeSource): NodeReference | undefined {
	const id = definedIds?.idAt(row);
	return id === undefined ? undefined : {number: edges.endOfId(id), end: {kind: 'resource', id}};
}

/** Returns a resource of the edge in a row, first the end that is selected; without a resource another end. */
function startOfEdge(
	{cursor: {row, column}}: ReviewState,
	session: Session,
	edges: EdgeSource,
): NodeReference | undefined {
	const selected = edges.sideOf(session.header.labels[column] ?? '');
	const sides: readonly EdgeSide[] = selected === 'target' ? ['target', 'source'] : ['source', 'target'];
	const ends = sides.flatMap(side => {
		const number = edges.ends[side][row] ?? 0;
		return number === 0 ? [] : [{number, end: edges.readEnd(row, side)}];
	});
	return ends.find(({end}) => end.kind === 'resource') ?? ends[0];
}
