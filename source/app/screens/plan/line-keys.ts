import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, textOf} from '../../components/line-editor/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import {applyFind} from './find.ts';
import {numberHints, numberKeys, planFindHints, planFindKeys} from './keys.ts';
import {type PlanContext, type PlanMode, type PlanState, type PlanTransition, requiredNumber} from './state.ts';
import {planTexts as texts} from './texts.ts';

/** Returns the transition for a key while a search text or a filter is typed; `undefined` if it has no action. */
export function planFindKey(
	state: PlanState,
	key: KeyName,
	mode: Extract<PlanMode, {name: 'find'}>,
	context: PlanContext,
): PlanTransition | undefined {
	const closed: PlanState = {...state, mode: {name: 'browse'}, notice: undefined};
	switch (actionOf(planFindKeys, key, undefined)) {
		case 'apply':
			return applyFind(closed, mode.what, textOf(mode.line).trim(), context);
		case 'back':
			return [closed];
		case undefined: {
			const typed = lineAction(key);
			return typed && [{...state, mode: {...mode, line: editLine(mode.line, typed)}, notice: undefined}];
		}
	}
}

export function planFindHint(key: KeyName): string | undefined {
	return hintText(planFindKeys, planFindHints, key, undefined);
}

/** Returns the transition for a key while the number for a safety stop is typed; `undefined` if it has no action. */
export function numberKey(
	state: PlanState,
	key: KeyName,
	mode: Extract<PlanMode, {name: 'number'}>,
	{preview}: PlanContext,
): PlanTransition | undefined {
	switch (actionOf(numberKeys, key, undefined)) {
		case 'send': {
			const {number} = requiredNumber(preview);
			if (textOf(mode.line).replaceAll(/[,\s]/g, '') !== String(number))
				return [{...state, mode: {...mode, error: texts.wrongNumber(number)}, notice: undefined}];
			const decision = {kind: 'send', approval: preview.plan.id} as const;
			return [
				{...state, isDecided: true},
				{type: 'decide', decision},
			];
		}

		case 'back':
			return [{...state, mode: {name: 'browse'}, notice: undefined}];
		case undefined: {
			const typed = lineAction(key);
			return typed && [{...state, mode: {name: 'number', line: editLine(mode.line, typed)}, notice: undefined}];
		}
	}
}

export function numberHint(key: KeyName): string | undefined {
	return hintText(numberKeys, numberHints, key, undefined);
}
