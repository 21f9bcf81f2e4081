import {type BaseMode, browse, type ReviewState, type ReviewTransition, withHelp} from './state.ts';

/** Returns the transition for the actions that all overlays have: back to the rows, and help; `undefined` without an action. */
export function backOrHelp(
	state: ReviewState,
	mode: BaseMode,
	action: 'back' | 'help' | undefined,
): ReviewTransition | undefined {
	switch (action) {
		case 'back':
			return [{...state, mode: browse}];
		case 'help':
			return [withHelp(state, mode)];
		case undefined:
			return undefined;
	}
}
