import {lineKeys} from '../../components/line-editor/keys.ts';
import {type Hint, hintText} from '../../hints.ts';
import {type EnabledBinding, enabledBindings, type Keymap, type KeyName} from '../../keys.ts';
import {editHints, editKeys, goToHints, goToKeys} from './edit-keys.ts';
import {browseHints, browseKeys} from './keys.ts';
import {
	convertHints,
	convertKeys,
	fixKindHints,
	fixKindKeys,
	kindsHints,
	kindsKeys,
	rowMenuHints,
	rowMenuKeys,
} from './overlay-keys.ts';
import {quitHints, quitKeys, saveHints, saveKeys} from './save-keys.ts';
import type {ReviewContext, ReviewState} from './state.ts';

/** What the keys of a mode do now, and what helps where a key does nothing. */
export type KeysNow = {
	readonly bindings: readonly EnabledBinding[];
	hint(key: KeyName): string | undefined;
};

/** Returns the keys of the mode that has the keyboard. */
export function keysOfMode(state: ReviewState, context: ReviewContext): KeysNow {
	const {mode, size} = state;
	switch (mode.name) {
		case 'browse':
			return keysNow(browseKeys, browseHints, {state, context});
		case 'edit':
			return withLineKeys(keysNow(editKeys, editHints, size));
		case 'go-to':
			return withLineKeys(keysNow(goToKeys, goToHints, undefined));
		case 'fix-kind':
			return keysNow(fixKindKeys, fixKindHints, undefined);
		case 'kinds':
			return keysNow(kindsKeys, kindsHints, mode);
		case 'row-menu':
			return keysNow(rowMenuKeys, rowMenuHints, undefined);
		case 'save':
			return keysNow(saveKeys, saveHints, {copy: mode.copy, session: context.session});
		case 'convert':
			return keysNow(convertKeys, convertHints, mode);
		case 'quit':
			return keysNow(quitKeys, quitHints, {state, context});
		case 'help':
			return keysNow([], [], undefined);
		case 'saving':
			// While a save runs no key may change what is being saved.
			return keysNow([], [], undefined);
	}
}

function keysNow<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	hints: ReadonlyArray<Hint<Action>>,
	now: Now,
): KeysNow {
	return {bindings: enabledBindings(keymap, now), hint: key => hintText(keymap, hints, key, now)};
}

function withLineKeys({bindings, hint}: KeysNow): KeysNow {
	return {bindings: [...bindings, ...enabledBindings(lineKeys, undefined)], hint};
}
