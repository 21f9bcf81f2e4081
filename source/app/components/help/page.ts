import type {Size} from '../../size.ts';
import {type LineState, textOf} from '../line-editor/state.ts';
import {entriesOf, type HelpEntry} from './layout.ts';
import {type HelpSection, searchHelp} from './search.ts';

export type HelpState = {
	/** The first entry that is shown. */
	readonly top: number;
	/** What narrows the help; keys are typed into it until it is done. */
	readonly search?: HelpSearch | undefined;
};

export type HelpSearch = {readonly line: LineState; readonly isTyped: boolean};

/** What the help shows, the mode from which it was opened first, and the terminal cells that it has for that. */
export type HelpPage = {readonly sections: readonly HelpSection[]; readonly size: Size};

/** Returns what the help shows: all entries, or those that the search finds. */
export function shownEntries({search}: HelpState, {sections}: HelpPage): readonly HelpEntry[] {
	return entriesOf(search === undefined ? sections : searchHelp(sections, textOf(search.line)));
}

/** Returns the lines for the entries: the search takes the first one. */
export function rowsFor({search}: HelpState, {size}: HelpPage): number {
	return search === undefined ? size.rows : size.rows - 1;
}
