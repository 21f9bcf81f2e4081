import type {Encoding} from '../../../records/source/encoding.ts';
import {encodingNames} from '../../../records/source/encoding.ts';
import {helpKeys} from '../../components/help/keys.ts';
import type {KeyHint} from '../../hints.ts';
import {type Binding, type Keymap, keyOf} from '../../keys.ts';
import {letterMoveKeys} from '../../moves.ts';
import type {BaseMode} from './state.ts';

/** Closes a mode that asks nothing, and saves. */
const save: Binding<'save'> = {keys: ['ctrl+s'], action: 'save', help: 'save the edits'};

const help: Binding<'help'> = {keys: ['?'], action: 'help', help: 'this help'};

const savedFrom: ReadonlySet<BaseMode['name']> = new Set(['browse', 'go-to', 'kinds', 'row-menu']);

/** The keys of the help of the review screen, beside those of every help. */
export const reviewHelpKeys: Keymap<'save', {readonly from: BaseMode}> = [
	{
		...save,
		disabled: ({from}) =>
			savedFrom.has(from.name) ? undefined : `${keyOf(helpKeys, 'back')} goes back to the question.`,
	},
];

export type FixKindAction = 'change-all' | 'back' | 'help';

/** The keys of the question whether all problems of a kind are fixed. */
export const fixKindKeys: Keymap<FixKindAction> = [
	{keys: ['enter', 'y'], action: 'change-all', label: 'change all', shown: 'Enter', help: 'change all of them'},
	help,
	{keys: ['escape', 'n', 'q', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'change nothing'},
];

export const fixKindHints: ReadonlyArray<KeyHint<FixKindAction>> = [
	{keys: ['F', 'f', 'a', ' '], action: 'change-all', does: 'changes all of them'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type KindsAction = 'take-safe' | 'save' | 'back' | 'help';

/** The keys of the list of problems by kind. */
export const kindsKeys: Keymap<KindsAction, {readonly safeFixes: number}> = [
	{
		keys: ['a'],
		action: 'take-safe',
		label: 'apply all safe fixes',
		help: 'apply all safe fixes',
		disabled: ({safeFixes}) => (safeFixes === 0 ? 'There is no safe fix to apply.' : undefined),
	},
	save,
	help,
	{keys: ['escape', 'q', 'P', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const kindsHints: ReadonlyArray<KeyHint<KindsAction>> = [
	{keys: ['enter', 'f', 'F', 'A'], action: 'take-safe', does: 'applies all safe fixes'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type RowMenuAction = 'choose' | 'select' | 'select-by-number' | 'save' | 'back' | 'help';

/** The keys of the menu of a row. */
export const rowMenuKeys: Keymap<RowMenuAction> = [
	{
		keys: letterMoveKeys.flatMap(({keys}) => keys),
		action: 'choose',
		label: 'choose',
		shown: '↑ ↓',
		help: 'choose an item (also j and k)',
	},
	{keys: ['enter'], action: 'select', label: 'select', help: 'do what is chosen'},
	{
		keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
		action: 'select-by-number',
		shown: '1-9',
		help: 'do what has that number',
	},
	save,
	help,
	{keys: ['escape', 'q', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const rowMenuHints: ReadonlyArray<KeyHint<RowMenuAction>> = [
	{keys: [' ', 'm', 'y', 's', 'x', 'd'], action: 'select', does: 'does what is chosen'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type ConvertAction = 'read' | 'keep' | 'help';

/** The keys of the question whether the file is read in another encoding. */
export const convertKeys: Keymap<ConvertAction, {readonly encoding: Encoding}> = [
	{
		keys: ['enter'],
		action: 'read',
		label: ({encoding}) => `read as ${encodingNames[encoding]}`,
		help: 'read the file in the other encoding',
	},
	help,
	{keys: ['escape', 'q', 'n', 'ctrl+c'], action: 'keep', label: 'keep UTF-8', shown: 'Esc', help: 'keep UTF-8'},
];

export const convertHints: ReadonlyArray<KeyHint<ConvertAction>> = [
	{keys: ['y', 'r', ' '], action: 'read', does: 'reads the file in the other encoding'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];
