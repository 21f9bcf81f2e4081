import {parseLine} from './decode.ts';
import {delimiters} from './dialect.ts';

/** Parses a row that was copied from a spreadsheet, which separates cells with tabs. Returns `undefined` for any other text. */
export function parseCopiedRow(text: string): readonly string[] | undefined {
	return text.includes(delimiters.tab) ? parseLine(text, delimiters.tab) : undefined;
}

/** Returns pasted text for one cell: tabs between cells of a spreadsheet become spaces. */
export function pastedCell(text: string): string {
	return text.replaceAll(delimiters.tab, ' ');
}
