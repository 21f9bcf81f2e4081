import type {HelpPage} from '../../components/help/page.ts';
import {helpSections} from '../../keymap-sections.ts';
import {enabledBindings} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type HomeKeyContext, homeKeys} from './keys.ts';

/** Returns the help page of home for a window of this size. */
export function homeHelp({columns, rows}: Size, now: HomeKeyContext): HelpPage {
	return {sections: helpSections('home', enabledBindings(homeKeys, now)), size: {columns, rows: rows - 3}};
}
