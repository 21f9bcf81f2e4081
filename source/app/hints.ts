import {type EnabledBinding, enabledBindings, type Keymap, type KeyName, keyText} from './keys.ts';

/** What people most likely want who press a key that is not bound in a mode. */
export type KeyHint<Action extends string> = {
	/** The keys that they press; `typed` stands for every other character, `other` for every other key. */
	readonly keys: readonly KeyName[] | 'typed' | 'other';
	/** The binding that does it. */
	readonly action: Action;
	/** What the key of the action does, to be read behind the key: "edits the cell". */
	readonly does: string;
};

/**
Returns what to tell about a key that does nothing now: why its binding is disabled, or else the key that people most
likely want. `undefined` where that one is disabled too.
*/
export function hintText<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	hints: ReadonlyArray<KeyHint<Action>>,
	key: KeyName,
	now: Now,
): string | undefined {
	const why = keymap.find(({keys}) => keys.includes(key))?.disabled?.(now);
	if (why !== undefined) return why;
	const enabled = enabledBindings(keymap, now);
	for (const {keys, action, does} of hints) {
		const bound = enabled.find(binding => binding.action === action);
		if (bound !== undefined && isFor(keys, key)) return `${firstKey(bound)} ${does}.`;
	}

	return undefined;
}

function isFor(keys: KeyHint<string>['keys'], key: KeyName): boolean {
	switch (keys) {
		case 'typed':
			return [...key].length === 1;
		case 'other':
			return true;
		default:
			return keys.includes(key);
	}
}

function firstKey({keys: [key = '']}: EnabledBinding): string {
	return keyText(key);
}
