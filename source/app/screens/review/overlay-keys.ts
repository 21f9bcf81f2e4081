import type {Encoding} from '../../../records/source/encoding.ts';
import {encodingNames} from '../../../records/source/encoding.ts';
import {helpKeys} from '../../components/help/keys.ts';
import type {KeyHint} from '../../hints.ts';
import {type Binding, type Keymap, keyOf} from '../../keys.ts';
import {letterMoveKeys} from '../../moves.ts';
import type {BaseMode} from './state.ts';
import {convertTexts} from './texts.ts';

/** Saves from a mode that asks no question. */
const save: Binding<'save'> = {keys: ['ctrl+s'], action: 'save', help: 'save the edits'};

const help: Binding<'help'> = {keys: ['?'], action: 'help', help: 'this help'};

const savedFrom: ReadonlySet<BaseMode['name']> = new Set(['browse', 'go-to', 'kinds', 'row-menu']);

/** The keys of the help of the review screen, in addition to those of every help. */
export const reviewHelpKeys: Keymap<'save', {readonly from: BaseMode}> = [
	{
		...save,
		disabled: ({from}) =>
			savedFrom.has(from.name) ? undefined : `Answer the question first. ${keyOf(helpKeys, 'back')} returns to it.`,
	},
];

export type FixKindAction = 'change-all' | 'back' | 'help';

/** The keys of the question before all problems of a kind are fixed. */
export const fixKindKeys: Keymap<FixKindAction> = [
	{keys: ['enter', 'y'], action: 'change-all', label: 'fix all', shown: 'Enter', help: 'apply the fix to all of them'},
	help,
	{
		keys: ['escape', 'n', 'q', 'ctrl+c'],
		action: 'back',
		label: 'back',
		shown: 'Esc',
		help: 'back to the table; nothing changes',
	},
];

export const fixKindHints: ReadonlyArray<KeyHint<FixKindAction>> = [
	{keys: ['F', 'f', 'a', ' '], action: 'change-all', does: 'fixes all of them'},
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
		disabled: ({safeFixes}) => (safeFixes === 0 ? 'There are no safe fixes to apply.' : undefined),
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
		help: 'move the selection (also j and k)',
	},
	{keys: ['enter'], action: 'select', label: 'run', help: 'run the selected item'},
	{
		keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
		action: 'select-by-number',
		shown: '1-9',
		help: 'run the item with this number',
	},
	save,
	help,
	{keys: ['escape', 'q', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const rowMenuHints: ReadonlyArray<KeyHint<RowMenuAction>> = [
	{keys: [' ', 'm', 'y', 's', 'x', 'd'], action: 'select', does: 'runs the selected item'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

export type ConvertAction = 'read' | 'keep' | 'help';

/** The keys of the question before the file is read with another encoding. */
export const convertKeys: Keymap<ConvertAction, {readonly encoding: Encoding}> = [
	{
		keys: ['enter'],
		action: 'read',
		label: ({encoding}) => convertTexts.read(encodingNames[encoding]),
		help: 'read the file with the other encoding',
	},
	help,
	{keys: ['escape', 'q', 'n', 'ctrl+c'], action: 'keep', label: convertTexts.keep, shown: 'Esc', help: 'keep UTF-8'},
];

export const convertHints: ReadonlyArray<KeyHint<ConvertAction>> = [
	{keys: ['y', 'r', ' '], action: 'read', does: 'reads the file with the other encoding'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];
