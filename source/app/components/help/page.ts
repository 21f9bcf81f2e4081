import type {Size} from '../../size.ts';
import {type LineState, textOf} from '../line-editor/state.ts';
import {entriesOf, type HelpEntry} from './layout.ts';
import {type HelpSection, searchHelp} from './search.ts';

export type HelpState = {
	/** The index of the first visible entry. */
	readonly top: number;
	/** The search; its line has the focus until Enter. */
	readonly search?: HelpSearch | undefined;
};

export type HelpSearch = {readonly line: LineState; readonly isTyped: boolean};

/** The sections of the help, that of the current mode first, and its size in terminal cells. */
export type HelpPage = {readonly sections: readonly HelpSection[]; readonly size: Size};

/** Returns all entries, or those that match the search. */
export function shownEntries({search}: HelpState, {sections}: HelpPage): readonly HelpEntry[] {
	return entriesOf(search === undefined ? sections : searchHelp(sections, textOf(search.line)));
}

/** Returns the number of lines for entries; a search takes one line. */
export function rowsFor({search}: HelpState, {size}: HelpPage): number {
	return search === undefined ? size.rows : size.rows - 1;
}
