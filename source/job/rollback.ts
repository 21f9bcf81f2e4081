import type {Rollback} from '../plan/rollback/rollback-loss.ts';
import type {Ending} from './ending.ts';
import type {Preview} from './events.ts';
import {afterSendTexts as texts} from './messages.ts';
import type {JobOptions} from './options.ts';

/** Adds to the ending of a rollback what it cannot bring back, and how many pages it did not. */
export function endingOfRollback(ending: Ending, rollback: Rollback): Ending {
	const pages = Math.min(ending.sync?.missing ?? 0, rollback.loss.gone.pages);
	const message = pages === 0 ? ending.message : `${ending.message}${texts.notRevived(pages)}`;
	return {...ending, message, rollback};
}

/** Adds the command that sends the earlier snapshot again, if an upload changes pages. */
export function withUndo(ending: Ending, {plan}: Preview, {rollbackCommand}: JobOptions): Ending {
	if (ending.sent === null || plan.changes.length === 0) return ending;
	const command = rollbackCommand?.();
	return command === undefined ? ending : {...ending, undo: command};
}
