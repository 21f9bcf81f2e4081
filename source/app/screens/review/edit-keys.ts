import type {KeyHint} from '../../hints.ts';
import type {Keymap} from '../../keys.ts';
import type {Size} from '../../size.ts';

/** Columns from which on the key line has room for long labels. */
const roomy = 74;

const isRoomy = ({columns}: Size): boolean => columns >= roomy;

export type EditAction = 'apply' | 'apply-next' | 'apply-save' | 'cancel';

/** The keys while a cell or a row is edited, in addition to those of every text field. */
export const editKeys: Keymap<EditAction, Size> = [
	{keys: ['enter'], action: 'apply', label: 'apply', help: 'apply the edit'},
	{
		keys: ['tab'],
		action: 'apply-next',
		label: size => (isRoomy(size) ? 'apply, next problem' : 'next'),
		help: 'apply the edit and go to the next problem',
	},
	{
		keys: ['ctrl+s'],
		action: 'apply-save',
		label: size => (isRoomy(size) ? 'apply and save' : 'save'),
		help: 'apply the edit and save the file',
	},
	{keys: ['escape', 'ctrl+c'], action: 'cancel', label: 'cancel', shown: 'Esc', help: 'cancel the edit'},
];

export const editHints: ReadonlyArray<KeyHint<EditAction>> = [
	{keys: ['up', 'down', 'pageup', 'pagedown', 'shift+tab'], action: 'apply', does: 'applies the edit'},
	{keys: 'other', action: 'cancel', does: 'cancels the edit'},
];

export type GoToAction = 'go' | 'save' | 'back';

/** The keys while a row number is typed, in addition to those of every text field. */
export const goToKeys: Keymap<GoToAction> = [
	{keys: ['enter'], action: 'go', label: 'go', help: 'go to the row'},
	{keys: ['ctrl+s'], action: 'save', help: 'save the edits'},
	{keys: ['escape', 'ctrl+c'], action: 'back', label: 'back', shown: 'Esc', help: 'back to the table'},
];

export const goToHints: ReadonlyArray<KeyHint<GoToAction>> = [
	{keys: 'other', action: 'back', does: 'goes back to the table'},
];
