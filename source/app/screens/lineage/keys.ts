import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import {listKeys, type MoveKey} from '../../moves.ts';
import {lineageScreenTexts as texts} from './texts.ts';
import {branchLimit, type Tree} from './tree.ts';

/** The keys while the edges are read. */
export const buildingKeys: Keymap<'back'> = [
	{
		keys: ['escape', 'q', 'ctrl+c'],
		action: 'back',
		label: 'cancel',
		shown: 'Esc',
		help: 'cancel, and go back to the rows',
	},
];

export const buildingHints: ReadonlyArray<KeyHint<'back'>> = [
	{keys: 'other', action: 'back', does: 'cancels, and goes back to the rows'},
];

export type TreeAction = MoveKey | 'walk' | 'former' | 'deeper' | 'shallower' | 'go-to-row' | 'help' | 'back';

/** The state that the keys of a tree depend on. */
export type TreeKeyContext = {
	readonly tree: Tree;
	readonly selected: number;
	/** The trees that the user came from. */
	readonly former: readonly unknown[];
};

/** The keys of a tree of lineage. */
export const treeKeys: Keymap<TreeAction, TreeKeyContext> = [
	{
		keys: ['enter'],
		action: 'walk',
		label: 'start here',
		help: 'show the lineage of the selected node',
		words: 'walk follow root open',
		disabled: ({selected}) => (selected === 0 ? texts.isStart : undefined),
	},
	{
		keys: ['backspace', 'b'],
		action: 'former',
		label: ({former}) => (former.length > 0 ? 'previous node' : undefined),
		short: 'previous',
		shown: 'Backspace',
		help: 'back to the node before (also b)',
		words: 'undo return history',
		disabled: ({former}) => (former.length === 0 ? texts.noFormer : undefined),
	},
	{
		keys: ['r'],
		action: 'go-to-row',
		label: 'go to row',
		short: 'row',
		help: 'go to the row of the resource; closes the lineage',
	},
	{
		keys: ['+', '='],
		action: 'deeper',
		label: 'deeper',
		shown: '+',
		help: 'one step more in each direction (also =)',
		words: 'depth expand more zoom',
		disabled: ({tree: {isCut, isLimited}}) => {
			if (isCut) return undefined;
			return isLimited ? texts.limited(branchLimit) : texts.everythingShown;
		},
	},
	{
		keys: ['-', '_'],
		action: 'shallower',
		label: 'less deep',
		shown: '-',
		help: 'one step less in each direction (also _)',
		words: 'depth collapse fewer zoom',
		disabled: ({tree: {depths}}) => (Math.max(depths.up, depths.down) === 1 ? texts.leastDepth : undefined),
	},
	...listKeys('node'),
	{keys: ['?'], action: 'help', label: 'help', help: 'this help'},
	{
		keys: ['escape', 'q', 'L', 'ctrl+c'],
		action: 'back',
		label: 'back',
		shown: 'Esc',
		help: 'back to the rows (also q and L)',
		words: 'close leave exit',
	},
];

/** Hints for keys that have no action in a tree. */
export const treeHints: ReadonlyArray<KeyHint<TreeAction>> = [
	{keys: ['right', 'l', ' '], action: 'walk', does: 'shows the lineage of the selected node'},
	{keys: ['left', 'h', 'u', 'delete'], action: 'former', does: 'goes back to the node before'},
	{keys: ['t', 'e', 'o', 'm', ':'], action: 'go-to-row', does: 'goes to the row of the resource'},
	{keys: ['>', 'd'], action: 'deeper', does: 'shows one step more in each direction'},
	{keys: 'other', action: 'help', does: 'shows the keys'},
];

/** The most important keys of a tree, for the key line. */
export const rankedTreeKeys = ['walk', 'former', 'go-to-row', 'deeper'] as const satisfies readonly TreeAction[];
