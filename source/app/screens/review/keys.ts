import {basename} from 'node:path';
import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import {pageKeys, stepKeys} from '../../moves.ts';
import {valueText} from '../../signs-in-values.ts';
import {whyNoLineage} from './lineage-of-row.ts';
import type {ReviewContext, ReviewState} from './state.ts';
import {mappingTexts, otherFileTexts} from './texts.ts';

/** The context of the labels and the enabled bindings of the review screen. */
export type ReviewKeyContext = {readonly state: ReviewState; readonly context: ReviewContext};

export type BrowseAction =
	| 'up'
	| 'down'
	| 'left'
	| 'right'
	| 'page-up'
	| 'page-down'
	| 'half-up'
	| 'half-down'
	| 'first-row'
	| 'last-row'
	| 'first-column'
	| 'last-column'
	| 'go-to'
	| 'filter'
	| 'problems-only'
	| 'apply-again'
	| 'search'
	| 'next-match'
	| 'previous-match'
	| 'next-problem'
	| 'previous-problem'
	| 'edit'
	| 'edit-row'
	| 'fix'
	| 'fix-by-number'
	| 'fix-kind'
	| 'kinds'
	| 'explain'
	| 'row-menu'
	| 'undo'
	| 'redo'
	| 'save'
	| 'upload'
	| 'other-file'
	| 'lineage'
	| 'map-columns'
	| 'help'
	| 'dismiss'
	| 'exit'
	| 'quit';

/** The keys while the grid has the keyboard. */
export const browseKeys: Keymap<BrowseAction, ReviewKeyContext> = [
	{
		keys: ['tab', ']'],
		action: 'next-problem',
		label: 'next problem',
		short: 'problem',
		shown: 'Tab',
		help: 'next problem (also ])',
		words: 'error warning find',
	},
	{
		keys: ['shift+tab', '['],
		action: 'previous-problem',
		shown: 'Shift+Tab',
		help: 'previous problem (also [)',
		words: 'error warning',
	},
	{
		keys: ['enter', 'e'],
		action: 'edit',
		label: 'edit',
		shown: 'Enter',
		help: 'edit the cell, or the whole row if it has too many or too few cells (also e)',
		words: 'change correct replace type',
	},
	{keys: ['f'], action: 'fix', label: 'fix', help: 'apply the first fix'},
	{
		keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
		action: 'fix-by-number',
		shown: '1-9',
		help: 'apply the fix with this number',
	},
	{
		keys: ['F'],
		action: 'fix-kind',
		label: 'fix all like this',
		short: 'fix all',
		help: 'fix all problems of this kind in the rows shown; asks first',
		words: 'bulk every alike same kind',
	},
	{
		keys: ['P'],
		action: 'kinds',
		label: 'problem list',
		short: 'list',
		help: 'list problems by kind; apply all safe fixes',
		words: 'count list errors summary',
	},
	{keys: ['i'], action: 'explain', help: 'explain the problem in this cell', words: 'why meaning info page'},
	{keys: ['p'], action: 'upload', label: 'upload', help: 'preview the upload, then send', words: 'plan sync'},
	{
		keys: ['t'],
		action: 'other-file',
		label: ({context}) => otherName(context),
		short: 'other file',
		help: 'go to the other file of the upload',
		words: 'switch toggle second lineage resources',
		disabled: ({context}) => (otherName(context) === undefined ? otherFileTexts.onlyFile : undefined),
	},
	{
		keys: ['L'],
		action: 'lineage',
		label: 'lineage',
		help: 'draw where the data of this resource comes from and where it goes to',
		words: 'upstream downstream edges graph tree source target',
		disabled: ({context}) => whyNoLineage(context),
	},
	{
		keys: ['c'],
		action: 'map-columns',
		label: ({context}) => (context.session.canCheckRows ? undefined : 'map columns'),
		help: 'map the columns of the file to fields, or type one value for all rows',
		words: 'mapping map header fields constant',
		disabled: ({context}) => whyNotMapped(context),
	},
	{
		keys: ['/'],
		action: 'search',
		label: 'search',
		help: 'search in cells and column names',
		words: 'find look grep',
	},
	{keys: ['n'], action: 'next-match', help: 'next match', words: 'find again'},
	{keys: ['N'], action: 'previous-match', help: 'previous match', words: 'find again back'},
	{
		keys: ['&'],
		action: 'filter',
		label: 'filter',
		help: 'show only rows that match a text, field=value or field~regex',
		words: 'find only where select show hide',
	},
	{
		keys: ['!'],
		action: 'problems-only',
		label: now => (showsProblemsOnly(now) ? 'all rows' : 'problems only'),
		help: 'show only rows with problems; again: all rows',
		words: 'error warning filter show hide',
	},
	{
		keys: ['r'],
		action: 'apply-again',
		label: ({state: {shown}}) => (shown.kind === 'some' && shown.stale > 0 ? 'refresh' : undefined),
		help: 'filter again: hides rows that no longer match',
		words: 'refresh reload update',
		disabled: ({state: {shown}}) => (shown.kind === 'all' ? 'There is no filter to apply again.' : undefined),
	},
	{
		keys: ['ctrl+s'],
		action: 'save',
		label: 'save',
		help: 'save a copy next to the file, in place, or under another name',
		words: 'write store export',
	},
	{keys: ['u'], action: 'undo', label: 'undo', help: 'undo the last change', words: 'revert back'},
	{keys: ['ctrl+r'], action: 'redo', help: 'redo the last undone change', words: 'again repeat'},
	{keys: ['E'], action: 'edit-row', help: 'edit the whole row as a line of the file'},
	{
		keys: ['m'],
		action: 'row-menu',
		help: 'row menu: skip the row, go to a related row',
		words: 'delete remove drop exclude duplicate parent child source target relation',
	},
	...stepKeys('row'),
	{keys: ['left', 'h'], action: 'left', shown: '← h', help: 'one column left'},
	{keys: ['right', 'l'], action: 'right', shown: '→ l', help: 'one column right'},
	...pageKeys,
	{keys: ['g'], action: 'first-row', help: 'first row'},
	{keys: ['G'], action: 'last-row', help: 'last row'},
	{keys: ['home', '0'], action: 'first-column', shown: 'Home 0', help: 'first column'},
	{keys: ['end', '$'], action: 'last-column', shown: 'End $', help: 'last column'},
	{keys: [':'], action: 'go-to', help: 'go to a row by its number', words: 'jump line'},
	{
		keys: ['escape'],
		action: 'dismiss',
		label: ({state}) => (state.work !== undefined ? 'stop' : state.shown.kind === 'some' ? 'all rows' : undefined),
		help: 'stop a search or filter, show all rows, dismiss the message',
		words: 'leave filter cancel',
	},
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{keys: ['ctrl+c'], action: 'exit', help: 'quit the program; twice keeps unsaved edits for later'},
	{
		keys: ['q'],
		action: 'quit',
		label: 'quit',
		help: 'quit, or go back to where the file was opened',
		words: 'exit close leave',
	},
];

/** Returns why the columns of the file cannot be mapped. */
function whyNotMapped({session: {kind, records, header}}: ReviewContext): string | undefined {
	if (kind.readsForeignFiles !== true) return mappingTexts.notMapped(records.format.name);
	return header.labels.some(label => label !== '') ? undefined : mappingTexts.noHeader;
}

/** Returns the name of the other file of the upload. */
function otherName({others = []}: ReviewContext): string | undefined {
	const [other] = others;
	return other && valueText(basename(other.path));
}

function showsProblemsOnly({state: {shown}}: ReviewKeyContext): boolean {
	return shown.kind === 'some' && shown.choice.problemsOnly;
}

/** Returns the actions by their importance for the key line. Edits are saved and uploaded; a filter is for bulk fixes. */
export function rankedKeys({shown, work}: ReviewState, {session, others = []}: ReviewContext): readonly BrowseAction[] {
	const hasEdits = session.records.overlay.saved.changedSinceSave > 0;
	const isPart = shown.kind === 'some' || work !== undefined;
	const isStale = shown.kind === 'some' && shown.stale > 0;
	const ofState: readonly BrowseAction[] = [
		...(session.canCheckRows ? [] : ['map-columns' as const]),
		...(hasEdits ? ['save' as const] : []),
		...(isStale ? ['apply-again' as const] : []),
		...(others.length > 0 ? ['other-file' as const] : []),
		...(isPart ? (['dismiss', 'fix-kind'] as const) : []),
	];
	return [...new Set([...ofState, ...usualRanks[session.isValid ? 'valid' : hasEdits ? 'edited' : 'unedited']])];
}

/** The ranks in a file without errors, and in one with errors. */
const usualRanks = {
	valid: ['edit', 'upload', 'next-problem', 'lineage', 'fix', 'kinds', 'fix-kind'],
	edited: ['next-problem', 'edit', 'upload', 'fix', 'kinds', 'fix-kind', 'lineage'],
	unedited: ['next-problem', 'edit', 'fix', 'fix-kind', 'kinds', 'upload', 'lineage'],
} as const satisfies {readonly [state: string]: readonly BrowseAction[]};

/** Hints for keys that have no action while browsing. */
export const browseHints: ReadonlyArray<KeyHint<BrowseAction>> = [
	{keys: ['s', 'w', 'S', 'W'], action: 'save', does: 'saves the edits'},
	{keys: ['x', 'd', 'X', 'D'], action: 'row-menu', does: 'opens the row menu, to skip the row'},
	{keys: [' '], action: 'page-down', does: 'moves one page down'},
	{keys: ['b', 'ctrl+b'], action: 'page-up', does: 'moves one page up'},
	{keys: ['U', 'ctrl+y'], action: 'redo', does: 'redoes a change'},
	{keys: ['Q', 'ctrl+q', 'ctrl+w', 'ctrl+x'], action: 'quit', does: 'quits'},
	{keys: ['ctrl+f', 'f3'], action: 'search', does: 'searches'},
	{keys: ['backspace', 'delete'], action: 'edit', does: 'edits the cell'},
	{keys: 'typed', action: 'edit', does: 'edits the cell'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];
