import type {HelpPage} from '../../components/help/page.ts';
import {helpSections} from '../../keymap-sections.ts';
import {enabledBindings} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {type PlanKeyContext, planKeys} from './keys.ts';
import {hasStop, type PlanContext, type PlanState, rowAt} from './state.ts';

/** Returns the state that the keys of a plan depend on. */
export function planKeyContext(state: PlanState, context: PlanContext): PlanKeyContext {
	const row = rowAt(state.selected, state, context);
	const kind = row?.kind ?? 'fact';
	return {
		selected: row?.kind === 'cause' && row.fix.length > 0 ? 'cause-with-fix' : kind,
		use: context.use,
		hasStop: hasStop(context),
		ends: state.work !== undefined ? 'work' : state.filter !== undefined ? 'filter' : 'screen',
	};
}

/** Returns the help page of a plan for a window of this size: title, notice and keys stay visible. */
export function planHelp({columns, rows}: Size, now: PlanKeyContext): HelpPage {
	return {sections: helpSections('plan', enabledBindings(planKeys, now)), size: {columns, rows: rows - 3}};
}
