import type {Key} from 'ink';

/** One key, or one character of typed text, by its name: `down`, `ctrl+s`, `tab`, `shift+tab`, `G`, `é`. */
export type KeyName = string;

/**
What a key does in a mode. The handler, the key line, the help and texts that name a key all come from the mode's bindings.
`Now` is the state that labels and `disabled` depend on.
*/
export type Binding<Action extends string, Now = unknown> = {
	readonly keys: readonly KeyName[];
	readonly action: Action;
	/** What the help shows. */
	readonly help: string;
	/** Other words by which people search for it in the help. */
	readonly words?: string | undefined;
	/** A word or two for the key line; bindings without one are only in the help. */
	readonly label?: string | ((now: Now) => string | undefined) | undefined;
	/** How the keys are written for people; all of their names when absent. */
	readonly shown?: string | undefined;
	/** Returns why the binding is disabled: neither handled nor shown. `undefined` while it is enabled. */
	readonly disabled?: ((now: Now) => string | undefined) | undefined;
};

/** The bindings of a mode, in the order in which key line and help show them. */
export type Keymap<Action extends string, Now = unknown> = ReadonlyArray<Binding<Action, Now>>;

/** A binding that is enabled, with its label as it is now. */
export type EnabledBinding<Action extends string = string> = {
	readonly keys: readonly KeyName[];
	readonly action: Action;
	readonly help: string;
	readonly words?: string | undefined;
	readonly label?: string | undefined;
	readonly shown?: string | undefined;
};

const named = [
	['upArrow', 'up'],
	['downArrow', 'down'],
	['leftArrow', 'left'],
	['rightArrow', 'right'],
	['pageUp', 'pageup'],
	['pageDown', 'pagedown'],
	['home', 'home'],
	['end', 'end'],
	['return', 'enter'],
	['escape', 'escape'],
	['tab', 'tab'],
	['backspace', 'backspace'],
	['delete', 'delete'],
] as const satisfies ReadonlyArray<readonly [keyof Key, KeyName]>;

/**
The names of the keys in one input event. Several keys that come in one read are one event for Ink ("jjjj", "abc\r"),
so an event can be more than one key.
*/
export function keyNames(input: string, key: Key): readonly KeyName[] {
	const name = named.find(([property]) => key[property])?.[1];
	if (name !== undefined) return [prefixed(name, key)];
	if (key.ctrl || key.meta) return [prefixed(input, key)];
	if (input === '') return [unnamedKey];
	return Array.from(input, nameOfCharacter);
}

/** Stands in a keymap for every key that it does not bind. */
export const anyOtherKey: KeyName = 'any other key';

/** A key that Ink gives no name: F1 to F12, Insert. @forTests */
export const unnamedKey: KeyName = 'unnamed';

const controlNames: ReadonlyMap<string, KeyName> = new Map([
	['\r', 'enter'],
	['\n', 'enter'],
	['\t', 'tab'],
	['\u001B', 'escape'],
	['\u007F', 'backspace'],
]);

/** A control character inside a longer read is a key that was pressed with Ctrl. */
function nameOfCharacter(character: string): KeyName {
	const code = character.charCodeAt(0);
	return controlNames.get(character) ?? (code < 0x20 ? `ctrl+${String.fromCharCode(code + 0x60)}` : character);
}

function prefixed(name: string, key: Key): KeyName {
	return `${key.ctrl ? 'ctrl+' : ''}${key.meta && name !== 'escape' ? 'alt+' : ''}${key.shift && name.length > 1 ? 'shift+' : ''}${name}`;
}

/** Returns the bindings that are enabled now. */
export function enabledBindings<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	now: Now,
): ReadonlyArray<EnabledBinding<Action>> {
	return keymap
		.filter(binding => binding.disabled?.(now) === undefined)
		.map(({keys, action, help, words, label, shown}) => ({
			keys,
			action,
			help,
			words,
			shown,
			label: typeof label === 'function' ? label(now) : label,
		}));
}

/** Returns what a key does now; `undefined` for a key that is not bound, or whose binding is disabled. */
export function actionOf<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	name: KeyName,
	now: Now,
): Action | undefined {
	const bound = (key: KeyName) =>
		keymap.find(({keys, disabled}) => keys.includes(key) && disabled?.(now) === undefined)?.action;
	return bound(name) ?? bound(anyOtherKey);
}

/** Returns how the first key of an action is written. @throws an error for an action that the keymap does not have */
export function keyOf<Action extends string>(keymap: Keymap<Action, never>, action: Action): string {
	const [key] = keymap.find(binding => binding.action === action)?.keys ?? [];
	if (key === undefined) throw new Error(`no key is bound to ${action}`);
	return keyText(key);
}

/** Returns how the keys of a binding are written for people. */
export function shownKeys({keys, shown}: Pick<EnabledBinding, 'keys' | 'shown'>): string {
	return shown ?? keys.map(keyText).join(' ');
}

/** Returns how a key is written for people: `Ctrl+S`, `PgDn`, `f`. */
export function keyText(key: KeyName): string {
	const modified = /^(ctrl|alt)\+(.+)$/.exec(key);
	if (modified === null) return shownNames.get(key) ?? key;
	const [, modifier = '', rest = ''] = modified;
	const name = rest.length === 1 ? rest.toUpperCase() : keyText(rest);
	return `${modifier === 'ctrl' ? 'Ctrl' : 'Alt'}+${name}`;
}

const shownNames: ReadonlyMap<KeyName, string> = new Map([
	['enter', 'Enter'],
	['escape', 'Esc'],
	['tab', 'Tab'],
	['shift+tab', 'Shift+Tab'],
	['up', '↑'],
	['down', '↓'],
	['left', '←'],
	['right', '→'],
	['pageup', 'PgUp'],
	['pagedown', 'PgDn'],
	['home', 'Home'],
	['end', 'End'],
	['backspace', 'Backspace'],
	['delete', 'Delete'],
	[' ', 'Space'],
]);
