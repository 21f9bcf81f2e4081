import type {HelpPage} from '../../components/help/page.ts';
import {helpSections} from '../../keymap-sections.ts';
import {enabledBindings} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type TreeKeyContext, treeKeys} from './keys.ts';

/** Returns the help page of a tree of lineage for a window of this size: title, notice and keys stay visible. */
export function lineageHelp({columns, rows}: Size, now: TreeKeyContext): HelpPage {
	return {sections: helpSections('lineage', enabledBindings(treeKeys, now)), size: {columns, rows: rows - 3}};
}
