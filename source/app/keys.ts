import type {Key} from 'ink';

/** One key, or one character of typed text, by its name: `down`, `ctrl+s`, `tab`, `shift+tab`, `G`, `é`. */
export type KeyName = string;

/** What a key does on a screen. The key line and the help are made from these. */
export type Binding<Action extends string> = {
	readonly keys: readonly KeyName[];
	readonly action: Action;
	/** What the help says. */
	readonly help: string;
	/** A word or two for the key line; bindings without one stand only in the help. */
	readonly label?: string;
	/** How the keys are written for people; the first key's name when absent. */
	readonly shown?: string;
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
	return Array.from(input, nameOfCharacter);
}

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

/** The action of a key on a screen. */
export function actionOf<Action extends string>(
	bindings: ReadonlyArray<Binding<Action>>,
	name: KeyName,
): Action | undefined {
	return bindings.find(({keys}) => keys.includes(name))?.action;
}

/** How a binding's keys are written for people. */
export function shownKeys({keys, shown}: Binding<string>): string {
	return shown ?? keys.map(key => shownNames.get(key) ?? key.replace('ctrl+', '^')).join(' ');
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
]);
