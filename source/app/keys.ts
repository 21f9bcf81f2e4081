import type {Key} from 'ink';

/** The name of a key or of a typed character: `down`, `ctrl+s`, `tab`, `shift+tab`, `G`, `é`. */
export type KeyName = string;

/**
The keys of an action in a mode. The handler, the key line, the help and the texts that name a key all read it. `Now` is the
state that labels and `disabled` depend on.
*/
export type Binding<Action extends string, Now = unknown> = {
	readonly keys: readonly KeyName[];
	readonly action: Action;
	/** The description in the help. */
	readonly help: string;
	/** More words that find the binding in the help. */
	readonly words?: string | undefined;
	/** A word or two for the key line; a binding without a label is only in the help. */
	readonly label?: string | ((now: Now) => string | undefined) | undefined;
	/** A shorter label for a key line without room for the label. */
	readonly short?: string | undefined;
	/** The keys as the screens show them; by default all of their names. */
	readonly shown?: string | undefined;
	/** Returns the reason why the binding is disabled (neither handled nor shown), or `undefined` while it is enabled. */
	readonly disabled?: ((now: Now) => string | undefined) | undefined;
};

/** The bindings of a mode, in the order in which key line and help show them. */
export type Keymap<Action extends string, Now = unknown> = ReadonlyArray<Binding<Action, Now>>;

/** An enabled binding with its current label. */
export type EnabledBinding<Action extends string = string> = {
	readonly keys: readonly KeyName[];
	readonly action: Action;
	readonly help: string;
	readonly words?: string | undefined;
	readonly label?: string | undefined;
	readonly short?: string | undefined;
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
Returns the names of the keys of one input event. Ink makes one event of keys that arrive in one read ("jjjj", "abc\r").
*/
export function keyNames(input: string, key: Key): readonly KeyName[] {
	const name = named.find(([property]) => key[property])?.[1];
	if (name !== undefined) return [prefixed(name, key)];
	if (key.ctrl || key.meta) return [prefixed(input, key)];
	if (input === '') return [unnamedKey];
	return Array.from(input, nameOfCharacter);
}

/** Matches every key that a keymap does not bind. */
export const anyOtherKey: KeyName = 'any other key';

/** The name of keys for which Ink has none: F1 to F12, Insert. @forTests */
export const unnamedKey: KeyName = 'unnamed';

const controlNames: ReadonlyMap<string, KeyName> = new Map([
	['\r', 'enter'],
	['\n', 'enter'],
	['\t', 'tab'],
	['\u001B', 'escape'],
	['\u007F', 'backspace'],
]);

/** Returns the name of a character in a longer read; a control character is a key with Ctrl. */
function nameOfCharacter(character: string): KeyName {
	const code = character.charCodeAt(0);
	return controlNames.get(character) ?? (code < 0x20 ? `ctrl+${String.fromCharCode(code + 0x60)}` : character);
}

function prefixed(name: string, key: Key): KeyName {
	return `${key.ctrl ? 'ctrl+' : ''}${key.meta && name !== 'escape' ? 'alt+' : ''}${key.shift && name.length > 1 ? 'shift+' : ''}${name}`;
}

/** Returns the enabled bindings with their current labels. */
export function enabledBindings<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	now: Now,
): ReadonlyArray<EnabledBinding<Action>> {
	return keymap
		.filter(binding => binding.disabled?.(now) === undefined)
		.map(({keys, action, help, words, label, short, shown}) => ({
			keys,
			action,
			help,
			words,
			short,
			shown,
			label: typeof label === 'function' ? label(now) : label,
		}));
}

/** Returns the action of a key; `undefined` if the key is not bound or its binding is disabled. */
export function actionOf<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	name: KeyName,
	now: Now,
): Action | undefined {
	const bound = (key: KeyName) =>
		keymap.find(({keys, disabled}) => keys.includes(key) && disabled?.(now) === undefined)?.action;
	return bound(name) ?? bound(anyOtherKey);
}

/** Returns the first key of an action as the screens show it. @throws an error for an action that is not in the keymap */
export function keyOf<Action extends string>(keymap: Keymap<Action, never>, action: Action): string {
	const [key] = keymap.find(binding => binding.action === action)?.keys ?? [];
	if (key === undefined) throw new Error(`no key is bound to ${action}`);
	return keyText(key);
}

/** Returns the keys of a binding as the screens show them. */
export function shownKeys({keys, shown}: Pick<EnabledBinding, 'keys' | 'shown'>): string {
	return shown ?? keys.map(keyText).join(' ');
}

/** Returns a key as the screens show it: `Ctrl+S`, `PgDn`, `f`. */
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
