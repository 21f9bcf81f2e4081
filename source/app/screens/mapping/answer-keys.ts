import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, textOf} from '../../components/line-editor/state.ts';
import {listKey, selectedItem} from '../../components/list/state.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import {fillDown, goOn, removeSource, setSource, takeConstant, typeConstant} from './change.ts';
import {columnsKeys, constantKeys, type ListAction} from './keys.ts';
import {listColumns} from './open-list.ts';
import type {MappingMode, MappingState, MappingTransition} from './state.ts';

type Mode<Name extends MappingMode['name']> = Extract<MappingMode, {name: Name}>;

/** Returns the transition for a key in the list of the columns of a field. */
export function inList(state: MappingState, mode: Mode<'columns'>, key: KeyName): MappingTransition {
	const action = actionOf(columnsKeys, key, undefined);
	return action === 'choose' ? [choose(state, mode)] : inAnyList(state, mode, key, action);
}

function choose(state: MappingState, {field, choices, list, next}: Mode<'columns'>): MappingState {
	const choice = choices[Number(selectedItem(list)?.id)];
	const fields: MappingState = {...state, mode: {name: 'fields'}};
	if (choice === undefined) return state;
	switch (choice.kind) {
		case 'source':
			return next === 'same' ? setSource(state, field, choice.source) : goOn(setSource(state, field, choice.source));
		case 'type-constant':
			return typeConstant(state, field);
		case 'fill-down':
			return fillDown(fields, field);
		case 'nothing':
			return removeSource(fields, field);
	}
}

/** Returns the transition for a key in the list of rows that can be the header. */
export function inHeaders(state: MappingState, mode: Mode<'header'>, key: KeyName): MappingTransition {
	const action = actionOf(columnsKeys, key, undefined);
	if (action !== 'choose') return inAnyList(state, mode, key, action);
	const headerRow = Number(selectedItem(mode.list)?.id);
	if (Number.isNaN(headerRow)) return [state];
	const fields: MappingState = {...state, mode: {name: 'fields'}};
	return headerRow === state.sample.headerRow ? [fields] : [fields, {type: 'read-header', headerRow}];
}

/** Returns the transition for a key that chooses nothing in a list. */
function inAnyList(
	state: MappingState,
	mode: Mode<'columns' | 'header'>,
	key: KeyName,
	action: Exclude<ListAction, 'choose'> | undefined,
): MappingTransition {
	switch (action) {
		case 'back':
			return [{...state, mode: {name: 'fields'}}];
		case 'quit':
			return [state, {type: 'stop-count'}, {type: 'quit'}];
		case 'move':
		case undefined: {
			const list = listKey(mode.list, key, 'search');
			return [list === mode.list ? state : {...state, mode: {...mode, list}}];
		}
	}
}

/** Returns the transition for a key while a value for all rows is typed. */
export function inConstant(state: MappingState, mode: Mode<'constant'>, key: KeyName): MappingTransition {
	const {field, line} = mode;
	switch (actionOf(constantKeys, key, undefined)) {
		case 'take':
			return [takeConstant(state, field, textOf(line))];
		case 'columns':
			return [listColumns(state, field, 'missing')];
		case 'back':
			return [{...state, mode: {name: 'fields'}}];
		case 'quit':
			return [state, {type: 'stop-count'}, {type: 'quit'}];
		case undefined: {
			const typed = lineAction(key);
			if (typed === undefined) return [state];
			return [{...state, mode: {name: 'constant', field, line: editLine(line, typed)}}];
		}
	}
}
