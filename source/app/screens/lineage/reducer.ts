import {errorLine, UserError} from '../../../errors/user-error.ts';
import type {Depths} from '../../../lineage/walk.ts';
import {helpHint, helpKey} from '../../components/help/state.ts';
import {hintText} from '../../hints.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {lineageHelp} from './help.ts';
import {buildingHints, buildingKeys, type TreeAction, treeHints, treeKeys} from './keys.ts';
import {lineageHeights, topOf} from './layout.ts';
import {nodeOf, nodeText} from './node.ts';
import type {LineageAction, LineageContext, LineageState, LineageTransition} from './state.ts';
import {lineageScreenTexts as texts} from './texts.ts';
import {growTree, sameLine, selectableFrom} from './tree.ts';

type State<Name extends LineageState['name']> = Extract<LineageState, {name: Name}>;

/** The depth of a tree when it is opened. */
const firstDepths: Depths = {up: 2, down: 2};

/** Returns the next state and the effects to perform. */
export function lineageReducer(state: LineageState, action: LineageAction, context: LineageContext): LineageTransition {
	switch (action.type) {
		case 'progress':
			return [state.name === 'building' ? {...state, part: action.part} : state];
		case 'built': {
			if (state.name !== 'building') return [state];
			const tree = growTree(action.graph, state.start, firstDepths);
			return [{name: 'tree', graph: action.graph, tree, selected: 0, top: 0, former: [], notice: undefined}];
		}

		case 'key':
			return pressed(state, action, context);
	}
}

function pressed(
	state: LineageState,
	{key, size}: {readonly key: KeyName; readonly size: Size},
	context: LineageContext,
): LineageTransition {
	switch (state.name) {
		case 'building':
			return actionOf(buildingKeys, key, undefined) === 'back'
				? [state, {type: 'close'}]
				: [withNotice(state, hintText(buildingKeys, buildingHints, key, undefined))];
		case 'tree': {
			const action = actionOf(treeKeys, key, state);
			if (action === undefined) return [withNotice(state, hintText(treeKeys, treeHints, key, state))];
			return act(state.notice === undefined ? state : {...state, notice: undefined}, action, size, context);
		}

		case 'help':
			return [helped(state, key, size)];
	}
}

/** Returns the same state if the notice is the same, so that it is not drawn again. */
function withNotice<Any extends LineageState>(state: Any, notice: string | undefined): Any {
	return state.notice === notice ? state : {...state, notice};
}

function helped(state: State<'help'>, key: KeyName, size: Size): LineageState {
	const page = lineageHelp(size, state);
	const step = helpKey(state.help, key, page);
	if (step === undefined) return withNotice(state, helpHint(state.help, key, page));
	const {help: _closed, ...shown} = state;
	return step === 'closed'
		? {...shown, name: 'tree', notice: undefined}
		: {...shown, name: 'help', help: step, notice: undefined};
}

function act(state: State<'tree'>, action: TreeAction, size: Size, context: LineageContext): LineageTransition {
	const {selected} = state;
	switch (action) {
		case 'up':
			return [selectLine(state, selected - 1, -1, size)];
		case 'down':
			return [selectLine(state, selected + 1, 1, size)];
		case 'page-up':
			return [selectLine(state, selected - lineageHeights(size).tree, -1, size)];
		case 'page-down':
			return [selectLine(state, selected + lineageHeights(size).tree, 1, size)];
		case 'first':
			return [selectLine(state, 0, 1, size)];
		case 'last':
			return [selectLine(state, state.tree.lines.length - 1, -1, size)];
		case 'walk':
			return [walkTo(state, context)];
		case 'former': {
			const last = state.former.at(-1);
			return [last === undefined ? state : {...state, ...last, former: state.former.slice(0, -1)}];
		}

		case 'deeper':
			return [withDepth(state, 1, size)];
		case 'shallower':
			return [withDepth(state, -1, size)];
		case 'go-to-row':
			return goToRow(state, context);
		case 'help':
			return [{...state, name: 'help', help: {top: 0}}];
		case 'back':
			return [state, {type: 'close'}];
	}
}

function selectLine(state: State<'tree'>, wanted: number, step: -1 | 1, size: Size): LineageState {
	const selected = selectableFrom(state.tree, wanted, step);
	return selected === state.selected ? state : {...state, selected, top: topOf({...state, selected}, size)};
}

function withDepth(state: State<'tree'>, step: -1 | 1, size: Size): LineageState {
	const {tree: before, graph, selected: line} = state;
	const {up, down} = before.depths;
	const tree = growTree(graph, before.start, {up: Math.max(1, up + step), down: Math.max(1, down + step)});
	const selected = sameLine(before, line, tree);
	return {...state, tree, selected, top: topOf({...state, tree, selected}, size)};
}

/** Makes the selected node the start of the tree. */
function walkTo(state: State<'tree'>, context: LineageContext): LineageState {
	const {tree, selected, top, graph, former} = state;
	const node = nodeOf(tree, selected, context);
	if (node instanceof UserError) return withNotice(state, valueText(errorLine(node)));
	if (node.number === tree.start.number) return withNotice(state, texts.isStart);
	const next = growTree(graph, {number: node.number, end: node.end}, tree.depths);
	return {...state, tree: next, selected: 0, top: 0, former: [...former, {tree, selected, top}]};
}

function goToRow(state: State<'tree'>, context: LineageContext): LineageTransition {
	const node = nodeOf(state.tree, state.selected, context);
	if (node instanceof UserError) return [withNotice(state, valueText(errorLine(node)))];
	const {end, resource} = node;
	const {name, isOpen} = context.resources;
	if (resource !== undefined) return [state, {type: 'go-to-row', row: resource.row}];
	if (end.kind !== 'resource') return [withNotice(state, texts.externalHasNoRow)];
	return [withNotice(state, isOpen ? texts.noRow(nodeText(end.id), name) : texts.openResourcesForRow(name))];
}
