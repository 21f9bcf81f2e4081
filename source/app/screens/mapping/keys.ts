import {canBeConstant} from '../../../mapping/draft/choices.ts';
import {canFillDown, columnOfSource, missingFields} from '../../../mapping/draft/draft.ts';
import {hasGaps} from '../../../mapping/draft/sample-values.ts';
import {countSuggestions} from '../../../mapping/draft/suggestions.ts';
import type {KeyHint} from '../../hints.ts';
import {type Keymap, keyOf} from '../../keys.ts';
import {listKeys, type MoveKey, moveKeys} from '../../moves.ts';
import {selectedItem} from './items.ts';
import type {MappingContext, MappingState} from './state.ts';
import {mappingKeyTexts as texts} from './texts.ts';

/** The context of the labels and the enabled bindings of the screen. */
export type MappingKeyContext = {readonly state: MappingState; readonly context: MappingContext};

export type FieldsAction =
	| 'enter'
	| 'accept-all'
	| 'constant'
	| 'fill-down'
	| 'remove'
	| 'done'
	| MoveKey
	| 'help'
	| 'back'
	| 'quit';

/** The keys while fields are selected. */
export const fieldsKeys: Keymap<FieldsAction, MappingKeyContext> = [
	{
		keys: ['enter'],
		action: 'enter',
		label: ({state}) => enterLabel(state),
		help: 'on a field: choose its column, or another source; on the first line: accept the proposals, or use the mapping',
		words: 'select map column choose split',
	},
	{
		keys: ['a'],
		action: 'accept-all',
		label: ({state}) => (selectedItem(state).kind === 'action' ? undefined : 'accept all'),
		short: 'accept',
		help: 'accept all proposals',
		words: 'apply yes auto',
		disabled: ({state}) => (countSuggestions(state) === 0 ? texts.nothingProposed : undefined),
	},
	{
		keys: ['v', '='],
		action: 'constant',
		label: 'one value',
		shown: 'v',
		help: 'type one value for all rows (also =)',
		words: 'constant set fixed default',
		disabled: ({state}) => whyNotTyped(state),
	},
	{
		keys: ['d'],
		action: 'fill-down',
		label: ({state}) => (whyNotFilled(state) === undefined ? 'fill down' : undefined),
		help: 'fill empty cells with the value above, or stop filling them',
		words: 'merged empty above repeat',
		disabled: ({state}) => whyNotFilled(state),
	},
	{
		keys: ['x', 'delete', 'backspace'],
		action: 'remove',
		label: 'remove',
		shown: 'x',
		help: 'remove the column of a field, reject a proposal, turn off a line about rows (also Delete)',
		words: 'clear none reject off discard',
		disabled: ({state}) => whyNotRemoved(state),
	},
	{
		keys: ['s'],
		action: 'done',
		label: ({state}) => (selectedItem(state).kind === 'action' ? undefined : 'use this mapping'),
		short: 'use',
		help: 'use this mapping, and continue',
		words: 'continue done finish apply save',
		disabled: ({state}) => whyNotDone(state),
	},
	...listKeys('line'),
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{
		keys: ['escape', 'q'],
		action: 'back',
		label: ({context}) => context.back,
		shown: 'Esc',
		help: 'leave the mapping as it was (also q)',
		words: 'cancel skip close',
	},
	{keys: ['ctrl+c'], action: 'quit', help: 'quit the program'},
];

function enterLabel(state: MappingState): string {
	const item = selectedItem(state);
	switch (item.kind) {
		case 'action':
			return countSuggestions(state) > 0 ? 'accept all' : 'use this mapping';
		case 'field':
			return 'choose column';
		case 'header':
			return 'choose row';
		case 'part':
			return item.part.status === 'on' ? 'turn off' : 'turn on';
	}
}

function whyNotTyped(state: MappingState): string | undefined {
	const item = selectedItem(state);
	if (item.kind !== 'field') return texts.selectField;
	return canBeConstant(item.field) ? undefined : texts.oneForEach(item.field);
}

function whyNotFilled(state: MappingState): string | undefined {
	const item = selectedItem(state);
	if (item.kind !== 'field') return texts.selectField;
	const {field} = item;
	const {draft, suggestions, sample} = state;
	const source = suggestions.get(field)?.source ?? draft.sources.get(field);
	if (!canFillDown(source)) return texts.fillsColumns;
	if (draft.fillDown.has(field)) return undefined;
	if (!canBeConstant(field)) return texts.differentRows(field);
	return hasGaps(sample, columnOfSource(source)) ? undefined : texts.noGaps;
}

function whyNotRemoved(state: MappingState): string | undefined {
	const item = selectedItem(state);
	switch (item.kind) {
		case 'field': {
			const {field} = item;
			const source = state.draft.sources.get(field);
			if (state.suggestions.has(field)) return undefined;
			return source === undefined ? texts.nothingToRemove : undefined;
		}

		case 'part':
			return item.part.status === 'off' ? texts.isOff : undefined;
		case 'action':
		case 'header':
			return texts.selectField;
	}
}

/** Returns why the mapping cannot be used yet; `undefined` if it can. */
export function whyNotDone(state: MappingState): string | undefined {
	const proposals = countSuggestions(state);
	if (proposals > 0) return texts.acceptFirst(proposals, firstKey('accept-all'), firstKey('remove'));
	const missing = missingFields(state.draft);
	return missing.length === 0 ? undefined : texts.missing(missing, firstKey('enter'), firstKey('constant'));
}

function firstKey(action: FieldsAction): string {
	return keyOf(fieldsKeys, action);
}

/** Hints for keys that have no action while fields are selected. */
export const fieldsHints: ReadonlyArray<KeyHint<FieldsAction>> = [
	{keys: ['right', 'l', ' ', 'e', 'c', '/'], action: 'enter', does: 'lists the columns'},
	{keys: ['y', 'p', 'w', 'ctrl+s'], action: 'done', does: 'uses this mapping'},
	{keys: ['y'], action: 'accept-all', does: 'accepts all proposals'},
	{keys: ['n'], action: 'remove', does: 'removes the column'},
	{keys: ['left', 'h', 'u'], action: 'back', does: 'leaves the mapping as it was'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

/** The most important keys, for the key line. */
export const rankedFieldsKeys = [
	'enter',
	'accept-all',
	'done',
	'constant',
	'remove',
	'fill-down',
] as const satisfies readonly FieldsAction[];

export type ListAction = 'choose' | 'move' | 'back' | 'quit';

/** The keys of the lists of columns and of rows; letters search. */
export const columnsKeys: Keymap<ListAction> = [
	{
		keys: moveKeys.flatMap(({keys}) => keys),
		action: 'move',
		label: 'choose',
		shown: '↑ ↓',
		help: 'choose a column; letters search',
	},
	{keys: ['enter'], action: 'choose', label: 'select', help: 'take the selected line'},
	{keys: ['escape'], action: 'back', label: 'back', help: 'back to the fields'},
	{keys: ['ctrl+c'], action: 'quit', help: 'quit the program'},
];

export type ConstantAction = 'take' | 'columns' | 'back' | 'quit';

/** The keys while a value for all rows is typed. */
export const constantKeys: Keymap<ConstantAction> = [
	{
		keys: ['enter'],
		action: 'take',
		label: 'take the value',
		help: 'take the value, and continue with the next field that needs one',
	},
	{keys: ['tab'], action: 'columns', label: 'choose a column', short: 'columns', help: 'choose a column instead'},
	{keys: ['escape'], action: 'back', label: 'back', help: 'back to the fields'},
	{keys: ['ctrl+c'], action: 'quit', help: 'quit the program'},
];
