import type {Relative, RelativeFile} from '../../../kinds/relatives.ts';
import type {Session} from '../../../session/session.ts';
import {actionOf} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import {backOrHelp} from './back-or-help.ts';
import {saveEdits} from './browse.ts';
import {rowMenuKeys} from './overlay-keys.ts';
import {nearestOf, relativeText, whyNotReachable} from './relative-text.ts';
import {goToRow} from './rows-shown.ts';
import {browse, type Mode, type ReviewContext, type ReviewState, type ReviewTransition, withNotice} from './state.ts';
import {rowMenuTexts as texts} from './texts.ts';

/** An item of the row menu. */
export type RowMenuItem = {readonly text: string} & (
	| {readonly action: 'toggle-skipped'}
	| {readonly action: 'go-to'; readonly file: RelativeFile; readonly row: number}
	/** A relative that is in no row; `reason` says why. */
	| {readonly action: 'none'; readonly reason: string}
);

export function rowMenuItems(row: number, context: ReviewContext): readonly RowMenuItem[] {
	const {session} = context;
	const skip = session.isSkipped(row) ? texts.restore : texts.skip(skipEffect(session, row));
	const relatives = relativeItems(row, context);
	const isRelative = (other: number) =>
		relatives.some(item => item.action === 'go-to' && item.file === 'same' && item.row === other);
	const related = relatedRows(session, row).filter(([other]) => !isRelative(other));
	return [
		{action: 'toggle-skipped', text: skip},
		...related.map(([other, text]): RowMenuItem => ({action: 'go-to', text, file: 'same', row: other})),
		...relatives,
	];
}

/** Returns the rows that the problems of a row concern, with the texts of their items. */
function relatedRows(session: Session, row: number): ReadonlyArray<readonly [row: number, text: string]> {
	const found = new Map<number, string>();
	for (const {related, code, field} of session.problemsAt(row)) {
		if (related === undefined || found.has(related)) continue;
		const isProposed = code === 'table-conflict' && field !== undefined;
		const number = session.numberOf(related);
		found.set(related, isProposed ? texts.goToProposed(number, field) : texts.goTo(number));
	}

	return [...found];
}

/** Returns the items that go to the nearest relative in each relation. */
function relativeItems(row: number, context: ReviewContext): readonly RowMenuItem[] {
	return context.session.relativesOf(row).map(relatives => {
		const relative = nearestOf(relatives);
		return relativeItem(relatives.nearest, relative, context);
	});
}

function relativeItem(nearest: string, relative: Relative, context: ReviewContext): RowMenuItem {
	const {place} = relative;
	if (place.kind === 'row') {
		const text = texts.goToRelative(nearest, relativeText(relative, context));
		return {action: 'go-to', text, file: place.file, row: place.row};
	}

	const reason = whyNotReachable(relative, context);
	return {action: 'none', text: texts.noRelative(nearest, reason), reason};
}

/** Returns the effect of skipping a row on its page or edge in Secoda. */
function skipEffect(session: Session, row: number): string {
	const codes = session.findings.at(row).map(({code}) => code);
	if (codes.includes('blank-row')) return texts.skipBlank;
	const other = session.duplicateRowOf(row);
	const {recordMakes} = session.kind;
	return other === undefined ? texts.skipHides[recordMakes] : texts.skipKeeps(recordMakes, session.numberOf(other));
}

/** Returns the transition for a key in the row menu; `undefined` if it has no action. */
export function rowMenuKey(
	state: ReviewState,
	key: string,
	mode: Extract<Mode, {name: 'row-menu'}>,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(rowMenuKeys, key, undefined);
	// The row may be unreadable: it is read only for keys that need it, so that the menu can always be closed.
	const items = () => rowMenuItems(state.cursor.row, context);
	switch (action) {
		case 'choose': {
			const wanted = mode.selected + (moveBy(letterMoveKeys, key) ?? 0);
			return [{...state, mode: {...mode, selected: Math.max(0, Math.min(items().length - 1, wanted))}}];
		}

		case 'select':
			return runItem(state, items()[mode.selected], context);
		case 'select-by-number':
			return runItem(state, items()[Number(key) - 1], context);
		case 'save':
			return saveEdits({...state, mode: browse, notice: undefined}, context);
		case 'back':
		case 'help':
		case undefined:
			return backOrHelp(state, mode, action);
	}
}

function runItem(state: ReviewState, item: RowMenuItem | undefined, context: ReviewContext): ReviewTransition {
	const closed: ReviewState = {...state, mode: browse};
	switch (item?.action) {
		case 'toggle-skipped':
			return [closed, {type: 'toggle-skipped', row: state.cursor.row}];
		case 'go-to':
			return item.file === 'same'
				? [goToRow(closed, item.row, context)]
				: [closed, {type: 'show-other', action: {type: 'show-row', row: item.row}}];
		case 'none':
			return [withNotice(state, 'info', item.reason)];
		case undefined:
			return [state];
	}
}
