import {UserError} from '../../../errors/user-error.ts';
import type {NodeReference} from '../../../lineage/named.ts';
import type {SaveResult} from '../../../records/save/save.ts';
import type {UndoStep} from '../../../records/undo-step.ts';
import {changedCell} from '../../../session/problem-navigation.ts';
import type {CellPosition} from '../../../session/problem-source.ts';
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
import {changeTexts as texts} from './texts.ts';
import {tryRead} from './try-read.ts';

/** The effects of this screen that go beyond the session. */
export type ReviewServices = {
	/** Filters and searches. */
	readonly rows: RowWork;
	/** Looks up the fixed copy beside the file. */
	lookUpCopy(): Promise<FixedCopy>;
	save(target: SaveDestination): Promise<SaveResult>;
	/** Asks for another name and saves there; `undefined` if the user goes back. */
	saveAs(): Promise<SaveResult | undefined>;
	upload(): void;
	/** Shows the other file of the upload, and dispatches an action to it. */
	showOther(action: ReviewAction | undefined): void;
	/** Shows the lineage of a node. */
	showLineage(start: NodeReference): void;
	/** Shows the mapping of the file. */
	mapColumns(): void;
	leave(leaving: LeaveTarget, edits: UnsavedEditsChoice): void;
};

const undo = keyOf(browseKeys, 'undo');

/** Performs an effect and dispatches its result, or the error if rows cannot be read. */
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
	const reportStep = (
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
	const reportMove = (step: UndoStep | undefined, done: 'Undone' | 'Redone', nothing: string, from: CellPosition) => {
		const text = ({title, changes}: UndoStep) => texts.moved(done, title, changes.length);
		const isUndo = done === 'Undone';
		const at = step && changedCell(step, from, isUndo ? 'undone' : 'made');
		reportStep(step, text, nothing, at, isUndo ? step?.renumbering?.inverse : step?.renumbering);
	};
	switch (effect.type) {
		case 'set-cell': {
			const {row, column} = effect.at;
			reportStep(
				session.setCell(row, column, effect.value),
				() => texts.changed(session.numberOf(row), undo),
				texts.nothingChanged,
				effect.at,
			);
			break;
		}

		case 'rewrite-row':
			session.rewriteRow(effect.row, effect.line);
			reportStep(
				session.records.overlay.lastApplied,
				() => texts.replaced(session.numberOf(effect.row), undo),
				texts.nothingChanged,
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
			reportStep(
				session.applyFix(effect.row, effect.fix),
				({changes: {length}}) =>
					texts.fixed(length, session.numberOf(effect.row), effect.fix.title, keyOf(browseKeys, 'next-problem')),
				texts.nothingChanged,
			);
			break;
		case 'fix-all':
			reportStep(
				session.fixAll(effect.choice, effect.list),
				step => texts.fixedAll(step.changes.length, undo),
				texts.nothingToFix,
			);
			break;
		case 'toggle-skipped':
			reportStep(
				session.toggleSkipped(effect.row),
				() => {
					const number = session.numberOf(effect.row);
					return session.isSkipped(effect.row) ? texts.skipped(number, undo) : texts.restored(number);
				},
				texts.nothingChanged,
			);
			break;
		case 'undo':
			reportMove(session.undo(), 'Undone', texts.nothingToUndo, effect.from);
			break;
		case 'redo':
			reportMove(session.redo(), 'Redone', texts.nothingToRedo, effect.from);
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
		case 'show-other':
			services.showOther(effect.action);
			break;
		case 'show-lineage':
			services.showLineage(effect.start);
			break;
		case 'map-columns':
			services.mapColumns();
			break;
		case 'leave':
			services.leave(effect.leaving, effect.edits);
			break;
		default:
			effect satisfies never;
	}
}
