import {isDeepStrictEqual} from 'node:util';
import {missingFields, recipeOf} from '../../../mapping/draft/draft.ts';
import {countSuggestions} from '../../../mapping/draft/suggestions.ts';
import {helpHint, helpKey, helpPaste} from '../../components/help/state.ts';
import {cleanPaste, editLine} from '../../components/line-editor/state.ts';
import {listPaste} from '../../components/list/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName, keyOf} from '../../keys.ts';
import type {Size} from '../../size.ts';
import {inConstant, inHeaders, inList} from './answer-keys.ts';
import {acceptEverything, fillDown, goOn, removeSource, setPart, typeConstant} from './change.ts';
import {countOf, recipeToCount} from './count.ts';
import {mappingHelp} from './help.ts';
import {initialMapping} from './initial.ts';
import {itemsOf, selectedItem} from './items.ts';
import {type FieldsAction, fieldsHints, fieldsKeys, whyNotDone} from './keys.ts';
import {mappingHeights, topOf} from './layout.ts';
import {listColumns, listHeaders} from './open-list.ts';
import type {MappingAction, MappingContext, MappingMode, MappingState, MappingTransition} from './state.ts';
import {mappingKeyTexts as texts} from './texts.ts';

type Mode<Name extends MappingMode['name']> = Extract<MappingMode, {name: Name}>;

/** Returns the next state and the effects to perform. A change of the mapping starts another count. */
export function mappingReducer(state: MappingState, action: MappingAction, context: MappingContext): MappingTransition {
	switch (action.type) {
		case 'opened':
			return [state, ...countEffects(state)];
		case 'key':
			return recounted(state, pressed(state, action, context));
		case 'paste':
			return recounted(state, [pasted(state, action.text)]);
		case 'sampled': {
			const {constants} = recipeOf(state.draft, state.sample);
			const read = initialMapping(constants === undefined ? {} : {constants}, action.sample);
			const next = {...read, opened: state.opened};
			return [next, ...countEffects(next)];
		}

		case 'progress':
			return [state.count.kind === 'counting' ? {...state, count: {kind: 'counting', part: action.part}} : state];
		case 'counted':
			return [{...state, count: {kind: 'counted', counted: action.counted}}];
		case 'count-failed':
			return [{...state, count: {kind: 'failed', message: action.message}}];
	}
}

/** Counts again if the mapping has changed. */
function recounted(before: MappingState, [after, ...effects]: MappingTransition): MappingTransition {
	if (after.draft === before.draft && after.suggestions === before.suggestions) return [after, ...effects];
	if (isDeepStrictEqual(recipeToCount(before), recipeToCount(after))) return [after, ...effects];
	return [{...after, count: countOf(after)}, ...effects, ...countEffects(after)];
}

function countEffects(state: MappingState): MappingTransition[1][] {
	const recipe = recipeToCount(state);
	return [recipe === undefined ? {type: 'stop-count'} : {type: 'count', recipe}];
}

function pressed(
	before: MappingState,
	{key, size}: {readonly key: KeyName; readonly size: Size},
	context: MappingContext,
): MappingTransition {
	const state = before.notice === undefined ? before : {...before, notice: undefined};
	const {mode} = state;
	switch (mode.name) {
		case 'fields': {
			const now = {state, context};
			const action = actionOf(fieldsKeys, key, now);
			if (action === undefined) return [withNotice(before, hintText(fieldsKeys, fieldsHints, key, now))];
			if (action === 'back' && isChanged(state)) {
				// The next key would lose the changes.
				const notice = texts.leaveAgain(keyOf(fieldsKeys, 'back'));
				if (before.notice !== notice) return [{...state, notice}];
			}

			return act(state, action, size);
		}

		case 'columns':
			return inList(state, mode, key);
		case 'header':
			return inHeaders(state, mode, key);
		case 'constant':
			return inConstant(state, mode, key);
		case 'help':
			return [inHelp(before, mode, {key, size})];
	}
}

function isChanged({draft, suggestions, opened}: MappingState): boolean {
	return !isDeepStrictEqual([draft, suggestions], [opened.draft, opened.suggestions]);
}

/** Returns the same state if the notice is the same, so that it is not drawn again. */
function withNotice(state: MappingState, notice: string | undefined): MappingState {
	return state.notice === notice ? state : {...state, notice};
}

function act(state: MappingState, action: FieldsAction, size: Size): MappingTransition {
	const {selected} = state;
	const item = selectedItem(state);
	const page = mappingHeights(state, size).items;
	switch (action) {
		case 'enter':
			return enter(state);
		case 'accept-all':
			return [acceptEverything(state)];
		case 'constant':
			return [item.kind === 'field' ? typeConstant(state, item.field) : state];
		case 'fill-down':
			return [item.kind === 'field' ? fillDown(state, item.field) : state];
		case 'remove':
			if (item.kind === 'field') return [removeSource(state, item.field)];
			return [item.kind === 'part' ? setPart(state, item.index, 'off') : state];
		case 'done':
			return [state, {type: 'done', recipe: recipeOf(state.draft, state.sample)}];
		case 'up':
			return [select(state, selected - 1, size)];
		case 'down':
			return [select(state, selected + 1, size)];
		case 'page-up':
			return [select(state, selected - page, size)];
		case 'page-down':
			return [select(state, selected + page, size)];
		case 'first':
			return [select(state, 0, size)];
		case 'last':
			return [select(state, Number.POSITIVE_INFINITY, size)];
		case 'help':
			return [{...state, mode: {name: 'help', help: {top: 0}}}];
		case 'back':
			return [state, {type: 'stop-count'}, {type: 'back'}];
		case 'quit':
			return [state, {type: 'stop-count'}, {type: 'quit'}];
	}
}

function enter(state: MappingState): MappingTransition {
	const item = selectedItem(state);
	switch (item.kind) {
		case 'action':
			if (countSuggestions(state) > 0) return [acceptEverything(state)];
			if (missingFields(state.draft).length > 0) return [goOn({...state, notice: whyNotDone(state)})];
			return [state, {type: 'done', recipe: recipeOf(state.draft, state.sample)}];
		case 'field':
			return [listColumns(state, item.field, 'same')];
		case 'header':
			return [listHeaders(state)];
		case 'part':
			return [setPart(state, item.index, item.part.status === 'on' ? 'off' : 'on')];
	}
}

function select(state: MappingState, wanted: number, size: Size): MappingState {
	const selected = Math.max(0, Math.min(itemsOf(state).length - 1, wanted));
	return selected === state.selected ? state : {...state, selected, top: topOf({...state, selected}, size)};
}

function inHelp(
	state: MappingState,
	{help}: Mode<'help'>,
	{key, size}: {readonly key: KeyName; readonly size: Size},
): MappingState {
	const page = mappingHelp(size);
	const step = helpKey(help, key, page);
	if (step === undefined) return withNotice(state, helpHint(help, key, page));
	return {...state, notice: undefined, mode: step === 'closed' ? {name: 'fields'} : {name: 'help', help: step}};
}

/** Inserts pasted text into the text field; other modes ignore it. */
function pasted(state: MappingState, text: string): MappingState {
	const {mode} = state;
	const clean = cleanPaste(text).replaceAll(/\s+/g, ' ');
	switch (mode.name) {
		case 'columns':
		case 'header':
			return {...state, mode: {...mode, list: listPaste(mode.list, clean)}};
		case 'constant':
			return {
				...state,
				mode: {name: 'constant', field: mode.field, line: editLine(mode.line, {type: 'insert', text: clean})},
			};
		case 'help':
			return {...state, mode: {...mode, help: helpPaste(mode.help, clean)}};
		case 'fields':
			return state;
	}
}
