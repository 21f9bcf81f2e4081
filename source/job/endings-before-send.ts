import {exitCodes} from '../errors/exit-codes.ts';
import {hasCode, UserError} from '../errors/user-error.ts';
import {sumCounts} from '../plan/counts.ts';
import type {GuardResult} from '../plan/guard.ts';
import {reasonText} from '../plan/guard-texts.ts';
import {expectedEntities} from '../plan/plan.ts';
import type {PlanDifference} from '../plan/plan-difference.ts';
import {differencesText} from '../plan/plan-difference-texts.ts';
import type {SourceProblem} from '../plan/snapshot.ts';
import type {Ending, Outcome} from './ending.ts';
import type {Preview} from './events.ts';
import {allResources, catalogTexts, nextSteps, beforeSendTexts as texts} from './messages.ts';

type EndingBeforeSend = Pick<Ending, 'exitCode' | 'code' | 'message' | 'next'> & {readonly outcome?: Outcome};

/** Returns an ending before the first byte was sent. */
function beforeSend({outcome = 'failed', ...rest}: EndingBeforeSend): Ending {
	return {outcome, sent: null, sync: null, catalog: catalogTexts.nothingSent, ...rest};
}

/** Returns the ending for a file that has errors or no rows. */
export function endingOfFile({message, next}: SourceProblem): Ending {
	return beforeSend({exitCode: exitCodes.fileHasErrors, message, next});
}

/** An approval that does not fit a plan, and how the approved plan differs; `undefined` if that is unknown. */
type StaleApproval = {readonly id: string; readonly differences: readonly PlanDifference[] | undefined};

/** Returns the ending of a safety stop. `given` is an approval of another plan, `command` the one that sends this plan. */
export function endingOfGuard(
	{plan, notSent}: Pick<Preview, 'plan' | 'notSent'>,
	stop: Extract<GuardResult, {kind: 'stopped'}>,
	{given, command}: {readonly given: StaleApproval | undefined; readonly command: string | undefined},
): Ending {
	const reasons = stop.reasons.map(reasonText);
	const stale = given === undefined ? '' : nextSteps.stale(given.id, differencesText(given.differences));
	return {
		...beforeSend({
			outcome: 'stopped',
			exitCode: exitCodes.safetyStop,
			message: texts.safetyStop(reasons),
			next: `${stale}${nextSteps.approve(plan.id, command)}`,
		}),
		plan: {...plan, reasons, notSent},
	};
}

/** Returns the ending of an upload that would change nothing since `last`. `command` sends it all the same. */
export function endingOfUnchanged(
	{plan, link}: Pick<Preview, 'plan' | 'link'>,
	{last, command}: {readonly last: number; readonly command: string | undefined},
): Ending {
	const resources = allResources(sumCounts(plan.kept), expectedEntities(plan));
	return {
		...beforeSend({
			outcome: 'unchanged',
			exitCode: exitCodes.done,
			message: texts.unchanged(resources, last),
			next: nextSteps.unchanged(command),
		}),
		link,
	};
}

/** Returns the ending when the user did not send after the preview. */
export function endingOfDecline(): Ending {
	return cancelled(texts.declined);
}

/** Returns the ending for an error before anything was sent. @throws a bug as it is */
export function endingOfError(error: unknown, signal: AbortSignal): Ending {
	if (signal.aborted) return cancelled(texts.cancelled);
	if (error instanceof UserError) return endingOfUserError(error);
	throw error;
}

/** Returns the ending that the history has for a bug before anything was sent. */
export function endingOfBug(error: unknown): Ending {
	const message = texts.bug(error instanceof Error ? error.message : String(error));
	return beforeSend({exitCode: exitCodes.bug, message, next: nextSteps.startAgain});
}

/** The errors with which the catalog rejects an upload. */
const refusals = ['unauthorized', 'forbidden', 'not-found', 'redirected', 'unexpected-answer', 'refused'] as const;

/** Returns the ending for an error: the catalog rejected the upload, or the file, the machine or the network failed. */
export function endingOfUserError(error: UserError): Ending {
	const {exitCode, code, problem, hint} = error;
	const outcome = hasCode(error, refusals) ? 'refused' : 'failed';
	const ending = beforeSend({outcome, exitCode, code, message: problem, next: hint});
	return code === 'upload-in-progress' ? {...ending, catalog: catalogTexts.otherUpload} : ending;
}

function cancelled(message: string): Ending {
	return beforeSend({outcome: 'cancelled', exitCode: exitCodes.interrupted, message, next: nextSteps.startAgain});
}
