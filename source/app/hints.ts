import {type EnabledBinding, enabledBindings, type Keymap, type KeyName, keyText} from './keys.ts';

/** A suggestion for a key that is not bound in a mode: the binding that the user most likely wants. */
export type KeyHint<Action extends string> = {
	/** The unbound keys; `typed` matches every other character, `other` every other key. */
	readonly keys: readonly KeyName[] | 'typed' | 'other';
	/** The action of the suggested binding. */
	readonly action: Action;
	/** The effect of the suggested key, in words that follow its name: "edits the cell". */
	readonly does: string;
};

/**
Returns the notice for a key that has no effect: the reason why its binding is disabled, or else the suggested key.
Returns `undefined` if that one is disabled too.
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
