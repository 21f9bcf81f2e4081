import {type StyledChar, styledCharsFromTokens, styledCharsToString, tokenize} from '@alcalzone/ansi-tokenize';
import inkLineUpdate from '../../node_modules/ink/build/line-update.js';
import {hasStableCells, width} from '../../source/text/width.ts';

/** A line as a terminal shows it. */
type Cells = {
	/** The character of each cell; the second cell of a wide one has none. */
	readonly characters: ReadonlyArray<StyledChar | undefined>;
	/** The style of each cell. */
	readonly looks: readonly string[];
};

const eraseToEnd = '\u001B[K';
const blank = ' ';

/** Unchanged cells that are cheaper to write again than to skip. */
const shortestGap = 8;

/** The cells of lines; most lines of a frame were in the one before, too. */
const known = new Map<string, Cells>();
const mostKnown = 4096;

/**
Replaces Ink's `lineUpdate`, which writes a line again from its first change to its end: this one writes only the cells that
differ. Lines whose widths terminals do not agree on are left to Ink.
*/
export default function updateLine(previous: string, next: string, columns: number | undefined): string {
	const before = cellsOf(previous);
	const after = cellsOf(next);
	if (before === undefined || after === undefined || columns === undefined || after.looks.length > columns)
		return inkLineUpdate(previous, next, columns);
	let update = '';
	for (const [start, end] of changedSpans(before.looks, after.looks)) {
		const characters = after.characters.slice(start, end).filter(character => character !== undefined);
		update += `${moveTo(start)}${styledCharsToString(characters)}`;
	}

	if (before.looks.length > after.looks.length) update += `${moveTo(after.looks.length)}${eraseToEnd}`;
	const whole = `${moveTo(0)}${eraseToEnd}${next}`;
	return update.length < whole.length ? update : whole;
}

function changedSpans(before: readonly string[], after: readonly string[]): ReadonlyArray<readonly [number, number]> {
	const spans: Array<[start: number, end: number]> = [];
	for (const [column, look] of after.entries()) {
		if (look === (before[column] ?? blank)) continue;
		const last = spans.at(-1);
		if (last !== undefined && column - last[1] < shortestGap) last[1] = column + 1;
		else spans.push([column, column + 1]);
	}

	return spans;
}

function cellsOf(line: string): Cells | undefined {
	const found = known.get(line);
	if (found !== undefined) return found;
	if (!hasStableCells(line)) return undefined;
	const characters: Array<StyledChar | undefined> = [];
	const looks: string[] = [];
	for (const character of styledCharsFromTokens(tokenize(line))) {
		characters.push(character);
		looks.push(character.value + character.styles.map(({code}) => code).join(''));
		if (width(character.value) === 2) {
			characters.push(undefined);
			looks.push('');
		}
	}

	const cells = {characters, looks};
	if (known.size >= mostKnown) known.clear();
	known.set(line, cells);
	return cells;
}

function moveTo(column: number): string {
	return `\u001B[${column + 1}G`;
}
