import {pathKeys} from '../../components/path-field/keys.ts';
import {type EnabledBinding, enabledBindings, type Keymap, type KeyName} from '../../keys.ts';
import {letterMoveKeys, moveKeys} from '../../moves.ts';

export type FormKey = 'complete' | 'move' | 'toggle' | 'enter' | 'back' | 'quit';

/** The labels of Enter and Esc on a page; Esc has none where a key of the page does the same. */
export type FormKeyContext = {readonly back: string; readonly enter?: string};

type FormBinding = Keymap<FormKey, FormKeyContext>[number];

const back: FormBinding = {
	keys: ['escape'],
	action: 'back',
	label: ({back: label}) => (label === '' ? undefined : label),
	help: 'back to the previous question',
};
const enter: FormBinding = {
	keys: ['enter'],
	action: 'enter',
	label: ({enter: label}) => label ?? 'continue',
	help: 'answer the question',
};
const quit: FormBinding = {keys: ['ctrl+c'], action: 'quit', help: 'quit'};
const toggle: FormBinding = {keys: [' '], action: 'toggle', label: 'select', help: 'select or clear an item'};
const complete: FormBinding = {
	keys: namesOf(pathKeys.filter(({action}) => action === 'complete')),
	action: 'complete',
	label: 'complete',
	help: 'complete the path',
};

/** Returns the binding of the keys that move through a list. */
function moving(keymap: Keymap<string>): FormBinding {
	return {keys: namesOf(keymap), action: 'move', label: 'choose', shown: '↑ ↓', help: 'choose an item'};
}

function namesOf(keymap: Keymap<string>): readonly KeyName[] {
	return keymap.flatMap(({keys}) => keys);
}

/** The field of a page. In a searchable list, letters are typed. */
export type FormField =
	| {readonly kind: 'choice'; readonly search: boolean}
	| {readonly kind: 'several' | 'text' | 'path' | 'document' | 'keys' | 'wait'};

const keymaps = {
	search: [moving(moveKeys), enter, back, quit],
	choice: [moving(letterMoveKeys), enter, back, quit],
	several: [moving(letterMoveKeys), toggle, enter, back, quit],
	text: [enter, back, quit],
	path: [complete, moving(pathKeys.filter(({action}) => action !== 'complete')), enter, back, quit],
	document: [{...moving(letterMoveKeys), label: 'scroll'}, back, quit],
	keys: [back, quit],
	// Ctrl+C stops work in progress.
	wait: [{...back, keys: [...back.keys, ...quit.keys]}],
} as const satisfies {readonly [name: string]: Keymap<FormKey, FormKeyContext>};

/** The keys of all pages. */
export const everyFormKey: Keymap<FormKey, FormKeyContext> = [
	complete,
	moving(letterMoveKeys),
	toggle,
	enter,
	back,
	quit,
];

/** Returns the keys that all pages with this field share. */
export function formKeys(field: FormField): Keymap<FormKey, FormKeyContext> {
	return keymaps[field.kind === 'choice' && field.search ? 'search' : field.kind];
}

/** Returns all keys of a page for its key line. The page's own keys come before Enter, or after it in a list of choices. */
export function pageBindings(
	field: FormField,
	own: readonly EnabledBinding[],
	now: FormKeyContext,
): readonly EnabledBinding[] {
	const bindings = enabledBindings(formKeys(field), now);
	const behind: FormKey = bindings.some(({action}) => action === 'enter') && field.kind !== 'choice' ? 'enter' : 'back';
	const at = bindings.findIndex(({action}) => action === behind);
	return [...bindings.slice(0, at), ...own, ...bindings.slice(at)];
}
