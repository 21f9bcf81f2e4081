import type {ChangeAction} from '../../../plan/changes/action.ts';
import type {Style} from '../../theme.ts';

/** The sign of each action: a colour is never alone. */
export const signOf: Readonly<Record<ChangeAction, string>> = {
	hidden: '-',
	renamed: '>',
	created: '+',
	revived: '^',
	updated: '~',
	retimed: '@',
};

export const styleOf: Readonly<Record<ChangeAction, Style | undefined>> = {
	hidden: 'error',
	renamed: 'warning',
	created: 'good',
	revived: 'good',
	updated: 'edited',
	retimed: 'dim',
};
