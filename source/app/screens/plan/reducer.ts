import {helpHint, helpKey} from '../../components/help/state.ts';
import {cleanPaste, editLine, lineOf} from '../../components/line-editor/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName, keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {jump, openFind, searchAgain, showAll, stopWork, worked} from './find.ts';
import {planHelp, planKeyContext} from './help.ts';
import {type PlanKey, planHints, planKeys} from './keys.ts';
import {planHeights} from './layout.ts';
import {numberHint, numberKey, planFindHint, planFindKey} from './line-keys.ts';
import {closeLevel, closeRow, moveTo, openLevel, openRow} from './move.ts';
import {
	hasStop,
	type PlanAction,
	type PlanContext,
	type PlanMode,
	type PlanState,
	type PlanTransition,
	rowAt,
	rowCount,
} from './state.ts';

type ModeNamed<Name extends PlanMode['name']> = Extract<PlanMode, {name: Name}>;

/** Returns the next state and the effects to perform. */
export function planReducer(state: PlanState, action: PlanAction, context: PlanContext): PlanTransition {
	if (state.isDecided) return [state];
	switch (action.type) {
		case 'progress':
			return [state.work === undefined ? state : {...state, work: {...state.work, part: action.part}}];
		case 'worked':
			return worked(state, action.result, action.size, context);
		case 'paste':
			return [pasted(state, action.text, context)];
		case 'key':
			return pressed(state, action.key, action.size, context);
	}
}

function pressed(state: PlanState, key: KeyName, size: Size, context: PlanContext): PlanTransition {
	const {mode} = state;
	switch (mode.name) {
		case 'browse': {
			const now = planKeyContext(state, context);
			const action = actionOf(planKeys, key, now);
			if (action === undefined) return [withNotice(state, hintText(planKeys, planHints, key, now))];
			return act(withNotice(state, undefined), action, {key, size, context});
		}

		case 'find':
			return planFindKey(state, key, mode, context) ?? [withNotice(state, planFindHint(key))];
		case 'number':
			return numberKey(state, key, mode, context) ?? [withNotice(state, numberHint(key))];
		case 'help':
			return [helped(state, mode, key, size, context)];
	}
}

/** Returns the same state if the notice is the same, so that it is not drawn again. */
function withNotice(state: PlanState, notice: string | undefined): PlanState {
	return state.notice === notice ? state : {...state, notice};
}

function helped(
	state: PlanState,
	{help}: ModeNamed<'help'>,
	key: KeyName,
	size: Size,
	context: PlanContext,
): PlanState {
	const page = planHelp(size, planKeyContext(state, context));
	const step = helpKey(help, key, page);
	if (step === undefined) return withNotice(state, helpHint(help, key, page));
	return {...state, mode: step === 'closed' ? {name: 'browse'} : {name: 'help', help: step}, notice: undefined};
}

type Press = {readonly key: KeyName; readonly size: Size; readonly context: PlanContext};

function act(state: PlanState, action: PlanKey, {key, size, context}: Press): PlanTransition {
	const {list} = planHeights(size);
	const half = Math.max(1, Math.floor(list / 2));
	const moveBy = (rows: number): PlanTransition => [moveTo(state, state.selected + rows, size, context)];
	switch (action) {
		case 'up':
			return moveBy(-1);
		case 'down':
			return moveBy(1);
		case 'page-up':
			return moveBy(-list);
		case 'page-down':
			return moveBy(list);
		case 'half-up':
			return moveBy(-half);
		case 'half-down':
			return moveBy(half);
		case 'first':
			return [moveTo(state, 0, size, context)];
		case 'last':
			return [moveTo(state, rowCount(state, context) - 1, size, context)];
		case 'open': {
			const row = rowAt(state.selected, state, context);
			return row?.kind === 'cause' ? takeFix(state, context) : [openRow(state, size, context)];
		}

		case 'fix':
			return takeFix(state, context);
		case 'close':
			return [closeRow(state, size, context)];
		case 'open-level':
			return [openLevel(state, size, context)];
		case 'close-level':
			return [closeLevel(state, size, context)];
		case 'next-stop':
			return jump(state, 1, size, context);
		case 'previous-stop':
			return jump(state, -1, size, context);
		case 'search':
			return [openFind(state, 'search')];
		case 'filter':
			return [openFind(state, 'filter')];
		case 'next-match':
			return searchAgain(state, 1, keyOf(planKeys, 'search'), context);
		case 'previous-match':
			return searchAgain(state, -1, keyOf(planKeys, 'search'), context);
		case 'number':
			return [{...state, mode: {name: 'number', line: lineOf(key)}}];
		case 'send':
			if (hasStop(context)) return [{...state, mode: {name: 'number', line: lineOf('')}}];
			return [
				{...state, isDecided: true},
				{type: 'decide', decision: {kind: 'send', approval: undefined}},
			];
		case 'help':
			return [{...state, mode: {name: 'help', help: {top: 0}}}];
		case 'back':
			return goBack(state, size, context);
	}
}

function takeFix(state: PlanState, context: PlanContext): PlanTransition {
	const row = rowAt(state.selected, state, context);
	return row?.kind === 'cause' && row.fix.length > 0 ? [state, {type: 'take-fix', fix: row.fix}] : [state];
}

/** Stops the work, or shows all changes, or goes back. */
function goBack(state: PlanState, size: Size, context: PlanContext): PlanTransition {
	if (state.work !== undefined) return stopWork(state);
	if (state.filter !== undefined) return [showAll(state, size, context)];
	return [
		{...state, isDecided: true},
		{type: 'decide', decision: {kind: 'stop'}},
	];
}

/** Inserts pasted text into the text field that has the focus, or into that of a safety stop; it never acts as keys. */
function pasted(state: PlanState, text: string, context: PlanContext): PlanState {
	const {mode} = state;
	const insert = {type: 'insert', text: cleanPaste(text).replaceAll('\n', ' ').trim()} as const;
	switch (mode.name) {
		case 'find':
		case 'number':
			return {...state, mode: {...mode, line: editLine(mode.line, insert)}};
		case 'browse':
			return hasStop(context) ? {...state, mode: {name: 'number', line: editLine(lineOf(''), insert)}} : state;
		case 'help':
			return state;
	}
}
