import {appKeys} from './app-keys.ts';
import {helpKeys, helpSearchKeys} from './components/help/keys.ts';
import type {HelpSection} from './components/help/search.ts';
import {lineKeys} from './components/line-editor/keys.ts';
import type {EnabledBinding, Keymap} from './keys.ts';
import {everyFormKey} from './screens/form/keys.ts';
import {homeKeys, removeKeys} from './screens/home/keys.ts';
import {endedKeys, preparingKeys, sendingKeys, syncingKeys} from './screens/job/keys.ts';
import {buildingKeys, treeKeys} from './screens/lineage/keys.ts';
import {columnsKeys, constantKeys, fieldsKeys} from './screens/mapping/keys.ts';
import {numberKeys, planFindKeys, planKeys} from './screens/plan/keys.ts';
import {editKeys, goToKeys} from './screens/review/edit-keys.ts';
import {explainKeys} from './screens/review/explain-keys.ts';
import {findKeys} from './screens/review/find-keys.ts';
import {browseKeys} from './screens/review/keys.ts';
import {convertKeys, fixKindKeys, kindsKeys, rowMenuKeys} from './screens/review/overlay-keys.ts';
import {quitKeys, saveKeys} from './screens/review/save-keys.ts';

/** The keymaps of all modes of all screens, in the order in which the help shows them. @forTests */
export const keymapSections = {
	browse: {title: 'Rows of the file', keymap: browseKeys},
	edit: {title: 'Edit a cell or a row', keymap: editKeys},
	'go-to': {title: 'Go to a row', keymap: goToKeys},
	find: {title: 'Filter and search', keymap: findKeys},
	'row-menu': {title: 'Row menu', keymap: rowMenuKeys},
	'fix-kind': {title: 'Fix all problems of a kind', keymap: fixKindKeys},
	kinds: {title: 'Problems by kind', keymap: kindsKeys},
	explain: {title: 'Explanation of a problem', keymap: explainKeys},
	lineage: {title: 'Lineage of a resource', keymap: treeKeys},
	'lineage-building': {title: 'Reading the edges', keymap: buildingKeys},
	save: {title: 'Save', keymap: saveKeys},
	quit: {title: 'Quit with unsaved edits', keymap: quitKeys},
	convert: {title: 'Another encoding', keymap: convertKeys},
	mapping: {title: 'Mapping of columns', keymap: fieldsKeys},
	'mapping-columns': {title: 'Column of a field', keymap: columnsKeys},
	'mapping-value': {title: 'Value of a field for all rows', keymap: constantKeys},
	home: {title: 'Profiles', keymap: homeKeys},
	remove: {title: 'Remove a profile', keymap: removeKeys},
	preparing: {title: 'Preparing the plan', keymap: preparingKeys},
	plan: {title: 'Plan of an upload', keymap: planKeys},
	'plan-find': {title: 'Search and filter in a plan', keymap: planFindKeys},
	'plan-number': {title: 'Number for a safety stop', keymap: numberKeys},
	sending: {title: 'Upload', keymap: sendingKeys},
	syncing: {title: 'Sync', keymap: syncingKeys},
	ended: {title: 'Result of an upload', keymap: endedKeys},
	form: {title: 'Questions', keymap: everyFormKey},
	app: {title: 'Everywhere', keymap: appKeys},
	text: {title: 'Text fields', keymap: lineKeys},
	help: {title: 'Help', keymap: helpKeys},
	'help-search': {title: 'Search in the help', keymap: helpSearchKeys},
} as const satisfies {readonly [id: string]: {readonly title: string; readonly keymap: Keymap<string, never>}};

export type SectionId = keyof typeof keymapSections;

/** Returns the enabled keys of the current mode, followed by all keys of the other modes. */
export function helpSections(current: SectionId, bindings: readonly EnabledBinding[]): readonly HelpSection[] {
	const others = Object.entries(keymapSections).filter(([id]) => id !== current);
	return [
		{title: keymapSections[current].title, bindings},
		...others.map(([, {title, keymap}]) => ({title, bindings: keymap.map(inAnyState)})),
	];
}

/** Returns a binding as the help shows it for a mode that does not have the focus. */
function inAnyState({keys, action, help, words, label, shown}: Keymap<string, never>[number]): EnabledBinding {
	return {keys, action, help, words, shown, label: typeof label === 'string' ? label : undefined};
}
