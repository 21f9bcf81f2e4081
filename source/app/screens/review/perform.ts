import {UserError} from '../../../errors/user-error.ts';
import type {UndoStep} from '../../../records/overlay.ts';
import type {SaveResult} from '../../../records/save/save.ts';
import {changedCell} from '../../../session/problem-navigation.ts';
import type {CellPosition} from '../../../session/problem-source.ts';
import {plural} from '../../../text/format.ts';
import {keyOf} from '../../keys.ts';
import {browseKeys} from './keys.ts';
import type {RowWork} from './row-work.ts';
import type {
	FixedCopy,
	LeaveTarget,
	Notice,
	ReviewAction,
	ReviewContext,
	ReviewEffect,
	SaveDestination,
	UnsavedEditsChoice,
} from './state.ts';
import {tryRead} from './try-read.ts';

/** What the app does for this screen beyond the session. */
export type ReviewServices = {
	/** Filters and searches. */
	readonly rows: RowWork;
	/** Looks up the fixed copy beside the file. */
	lookUpCopy(): Promise<FixedCopy>;
	save(target: SaveDestination): Promise<SaveResult>;
	/** Asks for another name and saves there; `undefined` when the person goes back. */
	saveAs(): Promise<SaveResult | undefined>;
	upload(): void;
	leave(leaving: LeaveTarget, edits: UnsavedEditsChoice): void;
};

const undo = keyOf(browseKeys, 'undo');

/** Performs an effect and dispatches its result, or that rows cannot be read. */
export function performReview(
	effect: ReviewEffect,
	context: ReviewContext,
	services: ReviewServices,
	dispatch: (action: ReviewAction) => void,
): void {
	const failure = tryRead(() => perform(effect, context, services, dispatch));
	if (failure instanceof UserError) dispatch({type: 'thrown', error: failure});
}

function perform(
	effect: ReviewEffect,
	{session}: ReviewContext,
	services: ReviewServices,
	dispatch: (action: ReviewAction) => void,
): void {
	const tell = (
		step: UndoStep | undefined,
		done: (step: UndoStep) => string,
		nothing: string,
		at?: CellPosition,
		renumbering = step?.renumbering,
	) => {
		const notice: Notice = step === undefined ? {tone: 'info', text: nothing} : {tone: 'good', text: done(step)};
		dispatch({
			type: 'changed',
			notice,
			...(at === undefined ? {} : {at}),
			...(step === undefined ? {} : {step}),
			renumbering,
		});
	};
	const tellMove = (step: UndoStep | undefined, done: 'Undone' | 'Redone', nothing: string, from: CellPosition) => {
		const text = ({title, changes}: UndoStep) =>
			`${done}: ${title}${changes.length > 1 ? ` (${plural(changes.length, 'row')})` : ''}.`;
		const isUndo = done === 'Undone';
		const at = step && changedCell(step, from, isUndo ? 'undone' : 'made');
		tell(step, text, nothing, at, isUndo ? step?.renumbering?.inverse : step?.renumbering);
	};
	switch (effect.type) {
		case 'set-cell': {
			const {row, column} = effect.at;
			tell(
				session.setCell(row, column, effect.value),
				() => `Row ${row} changed. ${undo} undoes it.`,
				'Nothing changed.',
				effect.at,
			);
			break;
		}

		case 'rewrite-row':
			session.rewriteRow(effect.row, effect.line);
			tell(
				session.records.overlay.lastApplied,
				() => `Row ${effect.row} replaced. ${undo} undoes it.`,
				'Nothing changed.',
			);
			break;
		case 'filter':
			services.rows.filter(effect.choice, dispatch);
			break;
		case 'search':
			services.rows.search(effect, dispatch);
			break;
		case 'stop-work':
			services.rows.stop();
			break;
		case 'recount':
			services.rows.recount(effect.shown, dispatch);
			break;
		case 'take-fix':
			tell(
				session.applyFix(effect.row, effect.fix),
				({changes: {length}}) =>
					`${length === 1 ? `Row ${effect.row}` : plural(length, 'row')} fixed: ${effect.fix.title}. ${keyOf(browseKeys, 'next-problem')} goes to the next problem.`,
				'Nothing changed.',
			);
			break;
		case 'fix-all':
			tell(
				session.fixAll(effect.choice, effect.list),
				step => `Fixed ${plural(step.changes.length, 'row')} in one step. ${undo} undoes it.`,
				'There was nothing to fix.',
			);
			break;
		case 'toggle-skipped':
			tell(
				session.toggleSkipped(effect.row),
				() =>
					session.isSkipped(effect.row)
						? `Row ${effect.row} is skipped. ${undo} undoes it.`
						: `Row ${effect.row} is no longer skipped.`,
				'Nothing changed.',
			);
			break;
		case 'undo':
			tellMove(session.undo(), 'Undone', 'Nothing to undo.', effect.from);
			break;
		case 'redo':
			tellMove(session.redo(), 'Redone', 'Nothing to redo.', effect.from);
			break;
		case 'follow-up':
			dispatch(effect);
			break;
		case 'look-up-copy':
			services.lookUpCopy().then(
				copy => dispatch({type: 'copy-looked-up', copy}),
				error => dispatch({type: 'thrown', error}),
			);
			break;
		case 'save':
			services.save(effect.target).then(
				saved => dispatch({type: 'saved', saved}),
				error => dispatch({type: 'thrown', error}),
			);
			break;
		case 'save-as':
			services.saveAs().then(
				saved => saved && dispatch({type: 'saved', saved}),
				error => dispatch({type: 'thrown', error}),
			);
			break;
		case 'upload':
			services.upload();
			break;
		case 'leave':
			services.leave(effect.leaving, effect.edits);
			break;
		default:
			effect satisfies never;
	}
}
