import {isListed} from '../../../session/rows/row-list.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {editLine, textOf} from '../../components/line-editor/state.ts';
import {hintText, type KeyHint} from '../../hints.ts';
import {actionOf, keyOf} from '../../keys.ts';
import {saveEdits} from './browse.ts';
import {goToKeys} from './edit-keys.ts';
import {type BrowseAction, browseKeys} from './keys.ts';
import {rowsShown, showAll} from './rows-shown.ts';
import {
	browse,
	type Mode,
	type ReviewContext,
	type ReviewState,
	type ReviewTransition,
	withHint,
	withNotice,
} from './state.ts';
import {goToTexts} from './texts.ts';

type GoToMode = Extract<Mode, {name: 'go-to'}>;

/** Hints for commands of other editors, typed after a colon. */
const commands: ReadonlyArray<KeyHint<BrowseAction>> = [
	{keys: ['w', 'w!', 'write', 'save', 'wq', 'x'], action: 'save', does: 'saves the edits'},
	{keys: ['q', 'q!', 'quit', 'exit'], action: 'quit', does: 'quits'},
	{keys: ['u', 'undo'], action: 'undo', does: 'undoes the last change'},
	{keys: ['e', 'edit'], action: 'edit', does: 'edits the cell'},
	{keys: ['h', 'help'], action: 'help', does: 'shows the keys'},
];

/** Returns the transition for a key while a row number is typed; `undefined` if it has no action. */
export function goToKey(
	state: ReviewState,
	key: string,
	mode: GoToMode,
	context: ReviewContext,
): ReviewTransition | undefined {
	const action = actionOf(goToKeys, key, undefined);
	switch (action) {
		case 'back':
			return [{...state, mode: browse}];
		case 'save':
			return saveEdits({...state, mode: browse, notice: undefined}, context);
		case 'go':
			return goTo(state, mode, context);
		case undefined: {
			const typed = lineAction(key);
			return typed && [{...state, mode: {name: 'go-to', line: editLine(mode.line, typed)}}];
		}
	}
}

function goTo(state: ReviewState, mode: GoToMode, context: ReviewContext): ReviewTransition {
	const {firstRow, lastRow, numbers} = context.session.records;
	const text = textOf(mode.line).trim();
	const number = Number(text.replaceAll(/[,\s]/g, ''));
	const range = {first: firstRow === 1 ? 1 : numbers.of(firstRow - 1) + 1, last: numbers.of(lastRow)};
	const isInRange = Number.isInteger(number) && number >= range.first && number <= range.last;
	const row = isInRange ? numbers.rowFrom(number) : undefined;
	if (row !== undefined) return goToRow(state, mode, {row, number}, context);
	const wanted = hintText(browseKeys, commands, text, {state, context});
	if (wanted !== undefined) return [withHint({...state, mode: browse}, wanted)];
	const error = lastRow < firstRow ? goToTexts.noRows : goToTexts.range(range.first, range.last);
	return [{...state, mode: {...mode, error}}];
}

/** A row to go to, and the number that was typed: that of the row, or of one above it that a recipe has omitted. */
type Wanted = {readonly row: number; readonly number: number};

/** Goes to a row. For a row that the filter hides, a second Enter shows all rows first. */
function goToRow(state: ReviewState, mode: GoToMode, wanted: Wanted, context: ReviewContext): ReviewTransition {
	const {row} = wanted;
	const found = context.session.numberOf(row);
	const at = (from: ReviewState): ReviewState => {
		const there: ReviewState = {...from, mode: browse, cursor: {...state.cursor, row}};
		return found === wanted.number ? there : withNotice(there, 'info', goToTexts.omitted(wanted.number, found));
	};
	if (isListed(rowsShown(state, context), row)) return [at(state)];
	if (mode.hiddenRow !== row) {
		const error = goToTexts.hidden(found, keyOf(goToKeys, 'go'));
		return [{...state, mode: {...mode, error, hiddenRow: row}}];
	}

	const [all, ...effects] = showAll({...state, mode: browse}, context);
	return [at(all), ...effects];
}
