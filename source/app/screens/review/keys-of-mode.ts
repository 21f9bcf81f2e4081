import type {HelpPage} from '../../components/help/page.ts';
import {helpBindings, helpHint} from '../../components/help/state.ts';
import {lineKeys} from '../../components/line-editor/keys.ts';
import {hintText, type KeyHint} from '../../hints.ts';
import {helpSections} from '../../keymap-sections.ts';
import {type EnabledBinding, enabledBindings, type Keymap, type KeyName} from '../../keys.ts';
import {editHints, editKeys, goToHints, goToKeys} from './edit-keys.ts';
import {explainHints, explainKeys} from './explain-keys.ts';
import {findHints, findKeyContext, findKeys} from './find-keys.ts';
import {paneHeights} from './heights.ts';
import {browseHints, browseKeys} from './keys.ts';
import {
	convertHints,
	convertKeys,
	fixKindHints,
	fixKindKeys,
	kindsHints,
	kindsKeys,
	reviewHelpKeys,
	rowMenuHints,
	rowMenuKeys,
} from './overlay-keys.ts';
import {quitHints, quitKeys, saveHints, saveKeys} from './save-keys.ts';
import type {Mode, ReviewContext, ReviewState} from './state.ts';

type HelpMode = Extract<Mode, {name: 'help'}>;

/** The enabled bindings of a mode, and its hints for keys without an action. */
export type ModeKeys = {
	readonly bindings: readonly EnabledBinding[];
	hint(key: KeyName): string | undefined;
};

/** Returns the keys of the mode that has the keyboard. */
export function keysOfMode(state: ReviewState, context: ReviewContext): ModeKeys {
	const {mode, size} = state;
	switch (mode.name) {
		case 'browse':
			return modeKeys(browseKeys, browseHints, {state, context});
		case 'edit':
			return withLineKeys(modeKeys(editKeys, editHints, size));
		case 'go-to':
			return withLineKeys(modeKeys(goToKeys, goToHints, undefined));
		case 'find':
			return withLineKeys(modeKeys(findKeys, findHints, findKeyContext(state, mode)));
		case 'fix-kind':
			return modeKeys(fixKindKeys, fixKindHints, undefined);
		case 'kinds':
			return modeKeys(kindsKeys, kindsHints, mode);
		case 'explain':
			return modeKeys(explainKeys, explainHints, undefined);
		case 'row-menu':
			return modeKeys(rowMenuKeys, rowMenuHints, undefined);
		case 'save':
			return modeKeys(saveKeys, saveHints, {copy: mode.copy, session: context.session});
		case 'convert':
			return modeKeys(convertKeys, convertHints, mode);
		case 'quit':
			return modeKeys(quitKeys, quitHints, {state, context});
		case 'help': {
			const page = helpPage(state, mode, context);
			const own = modeKeys(reviewHelpKeys, [], mode);
			return {
				bindings: [...own.bindings, ...helpBindings(mode, page)],
				hint: key => own.hint(key) ?? helpHint(mode, key, page),
			};
		}

		case 'saving':
			// While a save runs, no key may change the edits.
			return modeKeys([], [], undefined);
	}
}

/** Returns the page of the help, over grid and detail; the keys of the mode that it was opened from come first. */
export function helpPage(state: ReviewState, {from}: HelpMode, context: ReviewContext): HelpPage {
	const {bindings} = keysOfMode({...state, mode: from}, context);
	const {grid, detail} = paneHeights(state.size);
	const sections = from.name === 'saving' ? [] : helpSections(from.name, bindings);
	return {sections, size: {columns: state.size.columns, rows: grid + 1 + detail}};
}

function modeKeys<Action extends string, Now>(
	keymap: Keymap<Action, Now>,
	hints: ReadonlyArray<KeyHint<Action>>,
	now: Now,
): ModeKeys {
	return {bindings: enabledBindings(keymap, now), hint: key => hintText(keymap, hints, key, now)};
}

function withLineKeys({bindings, hint}: ModeKeys): ModeKeys {
	return {bindings: [...bindings, ...enabledBindings(lineKeys, undefined)], hint};
}
