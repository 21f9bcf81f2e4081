import {fit, wrap} from '../../../text/fit.ts';
import {dividerLine} from '../../divider-line.ts';
import {type EnabledBinding, shownKeys} from '../../keys.ts';
import type {Paint} from '../../theme.ts';
import type {HelpSection} from './search.ts';

const keysWidth = 12;

/** An entry of the help, by which it scrolls: the title of a mode, or a binding. */
export type HelpEntry =
	| {readonly kind: 'title'; readonly title: string}
	| {readonly kind: 'binding'; readonly binding: EnabledBinding};

export function entriesOf(sections: readonly HelpSection[]): readonly HelpEntry[] {
	return sections.flatMap(({title, bindings}) => [
		{kind: 'title', title} as const,
		...bindings.map(binding => ({kind: 'binding', binding}) as const),
	]);
}

/** Returns the number of lines of an entry in a window of this width. */
export function entryHeight(entry: HelpEntry, columns: number): number {
	return entry.kind === 'title' ? 1 : helpTexts(entry.binding, columns).length;
}

/** Draws an entry in lines of at most `columns`, the keys in the first. */
export function drawEntry(entry: HelpEntry, columns: number, paint: Paint): readonly string[] {
	if (entry.kind === 'title') return [paint('title', dividerLine(entry.title, columns))];
	const {binding} = entry;
	return helpTexts(binding, columns).map(
		(text, at) => `  ${paint('key', fit(at === 0 ? shownKeys(binding) : '', keysWidth))} ${text}`,
	);
}

function helpTexts({help}: EnabledBinding, columns: number): readonly string[] {
	const cells = columns - keysWidth - 4;
	// No character takes more than two cells: a short text fits, and is not measured for every binding at every key.
	return help.length * 2 <= cells ? [help] : wrap(help, cells);
}
