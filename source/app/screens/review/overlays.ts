import {actionOf, type Binding} from '../../keys.ts';
import {browse, type Mode, type ReviewContext, type ReviewNext, type ReviewState} from './state.ts';

type Of<Name extends Mode['name']> = Extract<Mode, {name: Name}>;

/** What the row menu offers for the cursor's row. */
export type RowMenuItem =
	| {readonly action: 'toggle-left-out'; readonly text: string}
	| {readonly action: 'go-to-pair'; readonly text: string; readonly row: number};

export function rowMenuItems(row: number, {session}: ReviewContext): readonly RowMenuItem[] {
	const pair = session.problemsAt(row).find(({related}) => related !== undefined)?.related;
	const leftOut = session.isLeftOut(row);
	return [
		leftOut
			? {action: 'toggle-left-out', text: 'Bring this row back'}
			: {
					action: 'toggle-left-out',
					text: 'Leave this row out (hides its page in Secoda)',
				},
		...(pair === undefined
			? []
			: [{action: 'go-to-pair', text: `Go to row ${pair}, the other of the pair`, row: pair} as const]),
	];
}

export function rowMenuKey(state: ReviewState, key: string, mode: Of<'row-menu'>, context: ReviewContext): ReviewNext {
	const items = rowMenuItems(state.cursor.row, context);
	const last = items.length - 1;
	if (key === 'up' || key === 'k') return [{...state, mode: {...mode, selected: Math.max(0, mode.selected - 1)}}];
	if (key === 'down' || key === 'j') return [{...state, mode: {...mode, selected: Math.min(last, mode.selected + 1)}}];
	if (key === 'escape' || key === 'q') return [{...state, mode: browse}];
	const item = key === 'enter' ? items[mode.selected] : items[Number(key) - 1];
	if (item?.action === 'toggle-left-out')
		return [
			{...state, mode: browse},
			{type: 'toggle-left-out', row: state.cursor.row},
		];
	if (item?.action === 'go-to-pair') return [{...state, mode: browse, cursor: {...state.cursor, row: item.row}}];
	return [state];
}

export const kindsKeys: ReadonlyArray<Binding<'take-safe' | 'back'>> = [
	{keys: ['a'], action: 'take-safe', label: 'take all safe fixes', help: 'take all safe fixes'},
	{keys: ['escape', 'q', 'P'], action: 'back', label: 'back', shown: 'Esc', help: 'back'},
];

export function kindsKey(state: ReviewState, key: string, mode: Of<'kinds'>): ReviewNext {
	const action = actionOf(kindsKeys, key);
	if (action === 'take-safe' && mode.safeFixes > 0)
		return [
			{...state, mode: browse},
			{type: 'fix-all', choice: 'safe'},
		];
	return action === undefined || action === 'take-safe' ? [state] : [{...state, mode: browse}];
}

/** Saving: beside the file is the first offer; in place only on request; never with the key that asked. */
export function saveKey(state: ReviewState, key: string, mode: Of<'save'>): ReviewNext {
	const saving: ReviewState = {...state, mode: {name: 'saving'}};
	if (key === 'enter' && !mode.copyExists) return [saving, {type: 'save', target: 'copy', replace: false}];
	if (key === 'r' && mode.copyExists) return [saving, {type: 'save', target: 'copy', replace: true}];
	if (key === 'i') return [saving, {type: 'save', target: 'in-place', replace: true}];
	return key === 'escape' || key === 'q' ? [{...state, mode: browse}] : [state];
}

export function convertKey(state: ReviewState, key: string, mode: Of<'convert'>): ReviewNext {
	if (key === 'enter') return [state, {type: 'reopen', encoding: mode.encoding}];
	return key === 'escape' || key === 'q' || key === 'n' ? [{...state, mode: browse}] : [state];
}

export function quitKey(state: ReviewState, key: string, {exit}: Of<'quit'>): ReviewNext {
	if (key === 'y') return [state, {type: 'quit', exit}];
	if (key === 'ctrl+s') return [{...state, mode: browse}, {type: 'look-up-copy'}];
	return key === 'escape' || key === 'n' ? [{...state, mode: browse}] : [state];
}
