import type {HelpPage} from '../../components/help/page.ts';
import {helpSections} from '../../keymap-sections.ts';
import type {Size} from '../../size.ts';
import {fieldsKeys} from './keys.ts';

/** Returns the help page of the screen for a window of this size: title, notice and keys stay visible. It has the keys of every line. */
export function mappingHelp({columns, rows}: Size): HelpPage {
	const bindings = fieldsKeys.map(({keys, action, help, words, shown}) => ({keys, action, help, words, shown}));
	return {sections: helpSections('mapping', bindings), size: {columns, rows: rows - 3}};
}
