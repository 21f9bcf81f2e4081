import type {CellPosition} from '../problem-source.ts';
import type {Session} from '../session.ts';
import {isCaseSensitive} from './case-variants.ts';
import {anyCellContains, textPattern} from './filter-language.ts';
import {isListed, type RowList} from './row-list.ts';
import {type ScanRange, scanRows} from './scan.ts';

/** The start or result of a search: a cell, or a header label, which comes before the first row. */
export type SearchPosition =
	| ({readonly kind: 'cell'} & CellPosition)
	| {readonly kind: 'label'; readonly column: number};

/** The progress of a search, from 0 to 1, or its result. */
export type SearchEvent =
	| {readonly kind: 'progress'; readonly part: number}
	/** `isWrapped` if it has continued at the other end. */
	| {readonly kind: 'found'; readonly place: SearchPosition; readonly isWrapped: boolean}
	| {readonly kind: 'not-found'};

export type SearchOrder = ScanRange['order'];

export type SearchOptions = {readonly from: SearchPosition; readonly list: RowList; readonly order: SearchOrder};

/** Returns the column with exactly this label. */
export function labelledColumn(session: Session, text: string): number | undefined {
	const fold = (label: string) => (isCaseSensitive(text) ? label.trim() : label.trim().toLowerCase());
	const column = session.header.labels.findIndex(label => fold(label) === text.trim());
	return column === -1 ? undefined : column;
}

/**
Finds the next or previous cell or label that contains a text, among the rows of a list. The search continues at the other end and
finally reaches its start position. @throws FileError
*/
export async function* search(
	session: Session,
	text: string,
	options: SearchOptions,
	signal: AbortSignal,
): AsyncGenerator<SearchEvent, void, void> {
	const {list, order} = options;
	const pattern = textPattern(text);
	const found = (line: Line, columns: ColumnRange): SearchPosition | undefined => {
		const values = line === 'labels' ? session.header.labels : session.cells(line);
		const column = columnIn(values, columns, order, value => value.search(pattern) !== -1);
		if (column === undefined) return undefined;
		return line === 'labels' ? {kind: 'label', column} : {kind: 'cell', row: line, column};
	};
	let scanned = 0;
	for (const [stretch, isWrapped] of searchPlan(options)) {
		if (stretch.kind === 'line') {
			const place = found(stretch.line, stretch.columns);
			if (place !== undefined) return yield {kind: 'found', place, isWrapped};
			continue;
		}

		const range = {...stretch, order};
		for await (const {rows, from, to} of scanRows(session, [anyCellContains(text)], list, range, signal)) {
			for (const row of rows) {
				const place = found(row, everyColumn);
				if (place !== undefined) return yield {kind: 'found', place, isWrapped};
			}

			scanned += to - from;
			yield {kind: 'progress', part: scanned / Math.max(1, list.length)};
		}
	}

	yield {kind: 'not-found'};
}

/** A row, or the header labels. */
type Line = number | 'labels';

/** The columns between two exclusive bounds. */
type ColumnRange = {readonly behind: number; readonly before: number};

const everyColumn: ColumnRange = {behind: -1, before: Number.POSITIVE_INFINITY};

/** A part of a search. */
type SearchSegment =
	| {readonly kind: 'line'; readonly line: Line; readonly columns: ColumnRange}
	| {readonly kind: 'rows'; readonly from: number; readonly to: number};

/** Returns the segments in search order; `isWrapped` for those beyond the end of the list. */
function searchPlan(options: SearchOptions): ReadonlyArray<readonly [stretch: SearchSegment, isWrapped: boolean]> {
	const {first, wrapped} = segmentsOf(options);
	return [...first.map(stretch => [stretch, false] as const), ...wrapped.map(stretch => [stretch, true] as const)];
}

type SearchSegments = {readonly first: readonly SearchSegment[]; readonly wrapped: readonly SearchSegment[]};

function segmentsOf({from, list, order}: SearchOptions): SearchSegments {
	const behind: ColumnRange = {behind: from.column, before: Number.POSITIVE_INFINITY};
	const before: ColumnRange = {behind: -1, before: from.column};
	const here: Line = from.kind === 'label' ? 'labels' : from.row;
	const isInList = from.kind === 'label' || isListed(list, from.row);
	const line = (columns: ColumnRange): SearchSegment[] => (isInList ? [{kind: 'line', line: here, columns}] : []);
	const labels: SearchSegment[] = from.kind === 'label' ? [] : [{kind: 'line', line: 'labels', columns: everyColumn}];
	const at = from.kind === 'label' ? 0 : list.indexOf(from.row);
	const above: SearchSegment = {kind: 'rows', from: 0, to: at};
	const below: SearchSegment = {kind: 'rows', from: from.kind === 'cell' && isInList ? at + 1 : at, to: list.length};
	const itself = {behind: from.column - 1, before: from.column + 1};
	return order === 'forward'
		? {first: [...line(behind), below], wrapped: [...labels, above, ...line(before), ...line(itself)]}
		: {first: [...line(before), above, ...labels], wrapped: [below, ...line(behind), ...line(itself)]};
}

/** Returns the first matching column, or the last one for a backward search. */
function columnIn(
	values: readonly string[],
	{behind, before}: ColumnRange,
	order: SearchOrder,
	matches: (value: string) => boolean,
): number | undefined {
	const isFound = (value: string, column: number) => column > behind && column < before && matches(value);
	const column = order === 'forward' ? values.findIndex(isFound) : values.findLastIndex(isFound);
	return column === -1 ? undefined : column;
}
