import {errorLine} from '../../../errors/user-error.ts';
import type {Encoding} from '../../../table/encoding.ts';
import type {Step} from '../../../table/overlay.ts';
import {plural} from '../../../text/format.ts';
import type {Notice, ReviewAction, ReviewContext, ReviewEffect} from './state.ts';

/** What the app does for this screen beyond the session. */
export type ReviewServices = {
	/** Whether the fixed copy beside the file is there already. */
	copyExists(): Promise<boolean>;
	save(target: 'copy' | 'in-place', replace: boolean): Promise<string>;
	upload(): void;
	/** Opens the file anew, read in another encoding. */
	reopen(encoding: Encoding): void;
	quit(exit: boolean): void;
};

/** Carries an effect out and tells the reducer what came of it. */
export function performReview(
	effect: ReviewEffect,
	{session}: ReviewContext,
	services: ReviewServices,
	dispatch: (action: ReviewAction) => void,
): void {
	const tell = (step: Step | undefined, done: (step: Step) => string, nothing: string) => {
		const row = step?.changes.length === 1 ? step.changes[0]?.row : undefined;
		const notice: Notice = step === undefined ? {tone: 'info', text: nothing} : {tone: 'good', text: done(step)};
		dispatch({type: 'changed', notice, ...(row === undefined ? {} : {row})});
	};
	switch (effect.type) {
		case 'set-cell': {
			const {row, column} = effect.at;
			tell(
				session.setCell(row, column, effect.value),
				() => `Row ${row} changed. u takes it back.`,
				'Nothing changed.',
			);
			break;
		}

		case 'rewrite-row':
			session.rewriteRow(effect.row, effect.line);
			dispatch({
				type: 'changed',
				notice: {tone: 'good', text: `Row ${effect.row} written anew. u takes it back.`},
				row: effect.row,
			});
			break;
		case 'take-fix':
			tell(
				session.takeFix(effect.row, effect.fix),
				() => `Row ${effect.row} fixed: ${effect.fix.title}. Tab goes on.`,
				'Nothing changed.',
			);
			break;
		case 'fix-all':
			tell(
				session.fixAll(effect.choice),
				step => `Fixed ${plural(step.changes.length, 'row')} in one step. u takes it back.`,
				'There was nothing to fix.',
			);
			break;
		case 'toggle-left-out':
			tell(
				session.toggleLeftOut(effect.row),
				() => (session.isLeftOut(effect.row) ? `Row ${effect.row} is left out.` : `Row ${effect.row} is back.`),
				'Nothing changed.',
			);
			break;
		case 'undo':
			tell(session.undo(), step => `Taken back: ${step.title}.`, 'There is nothing to take back.');
			break;
		case 'redo':
			tell(session.redo(), step => `Done again: ${step.title}.`, 'There is nothing to do again.');
			break;
		case 'look-up-copy':
			services.copyExists().then(
				exists => dispatch({type: 'copy-looked-up', exists}),
				error => dispatch({type: 'failed', message: errorLine(error)}),
			);
			break;
		case 'save':
			services.save(effect.target, effect.replace).then(
				path => dispatch({type: 'saved', path}),
				error => dispatch({type: 'failed', message: errorLine(error)}),
			);
			break;
		case 'reopen':
			services.reopen(effect.encoding);
			break;
		case 'upload':
			services.upload();
			break;
		default:
			services.quit(effect.exit);
	}
}
