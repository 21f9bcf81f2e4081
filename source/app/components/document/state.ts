import {wrap} from '../../../text/fit.ts';
import {visible} from '../../../text/visible.ts';
import {width} from '../../../text/width.ts';
import type {Size} from '../../size.ts';

/** A text that the user scrolls. */
export type DocumentState = {
	readonly lines: readonly string[];
	/** The index of the first visible line, of the lines as the window wraps them. */
	readonly top: number;
};

/** The part of a document that an area shows. */
export type ShownDocument = {
	readonly shown: readonly string[];
	readonly top: number;
	/** The number of lines of the whole document. */
	readonly all: number;
};

/** Scrolls by a number of lines, as far as there are more. Returns the same object if nothing changes. */
export function scrollDocument(state: DocumentState, by: number, area: Size): DocumentState {
	const lines = wrappedLines(state, area);
	const top = topOf(topOf(state.top, lines, area) + by, lines, area);
	return top === state.top ? state : {...state, top};
}

/** Returns the visible lines. If not all fit, the last line of the area is free for their position. */
export function shownDocument(state: DocumentState, area: Size): ShownDocument {
	const lines = wrappedLines(state, area);
	const top = topOf(state.top, lines, area);
	return {shown: lines.slice(top, top + roomFor(lines, area)), top, all: lines.length};
}

function topOf(wanted: number, lines: readonly string[], area: Size): number {
	return Math.max(0, Math.min(wanted, lines.length - roomFor(lines, area)));
}

function roomFor(lines: readonly string[], {rows}: Size): number {
	return lines.length <= rows ? rows : Math.max(1, rows - 1);
}

function wrappedLines({lines}: DocumentState, {columns}: Size): readonly string[] {
	return lines.flatMap(line => wrapIndented(visible(line), columns));
}

/** Wraps a line; its other lines are indented two cells more than the first. */
function wrapIndented(line: string, columns: number): readonly string[] {
	if (width(line) <= columns) return [line];
	const text = line.trimStart();
	const indent = line.slice(0, line.length - text.length);
	return wrap(text, Math.max(1, columns - indent.length - 2)).map(
		(part, at) => `${indent}${at === 0 ? '' : '  '}${part}`,
	);
}
