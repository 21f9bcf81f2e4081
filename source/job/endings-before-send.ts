import {exitCodes} from '../errors/exit-codes.ts';
import {hasCode, UserError} from '../errors/user-error.ts';
import type {GuardResult} from '../plan/guard.ts';
import type {SourceProblem} from '../plan/snapshot.ts';
import {type Ending, nothingSent, type Outcome} from './ending.ts';
import type {Preview} from './events.ts';

type EndingBeforeSend = Pick<Ending, 'exitCode' | 'code' | 'message' | 'next'> & {readonly outcome?: Outcome};

/** An end before the first byte was sent. */
function beforeSend({outcome = 'failed', ...rest}: EndingBeforeSend): Ending {
	return {outcome, sent: null, sync: null, catalog: nothingSent, ...rest};
}

/** The file has errors, or nothing in it. */
export function endingOfFile({message, next}: SourceProblem): Ending {
	return beforeSend({exitCode: exitCodes.fileHasErrors, message, next});
}

/** The guard has stopped the upload. */
export function endingOfGuard(
	{plan, notSent}: Pick<Preview, 'plan' | 'notSent'>,
	{reasons}: Extract<GuardResult, {kind: 'stopped'}>,
	given: string | undefined,
): Ending {
	const stale =
		given === undefined ? '' : `--approve ${given} is for another plan: the file or the catalog has changed since. `;
	return {
		...beforeSend({
			outcome: 'stopped',
			exitCode: exitCodes.safetyStop,
			message: `Safety stop: ${reasons.join('; ')}.`,
			next: `${stale}If that is what you want, run the same command with --approve ${plan.id}.`,
		}),
		plan: {...plan, reasons, notSent},
	};
}

/** The person looked at the preview and did not send. */
export function endingOfDecline(): Ending {
	return beforeSend({
		outcome: 'cancelled',
		exitCode: exitCodes.interrupted,
		message: 'Not sent.',
		next: 'Send it when you are ready.',
	});
}

/** Something failed before anything was sent. @throws a bug */
export function endingOfError(error: unknown, signal: AbortSignal): Ending {
	if (signal.aborted) {
		return beforeSend({
			outcome: 'cancelled',
			exitCode: exitCodes.interrupted,
			message: 'Cancelled.',
			next: 'Run it again when you are ready.',
		});
	}

	if (error instanceof UserError) return endingOfUserError(error);
	throw error;
}

/** The codes of errors with which the catalog answers that it does not take the upload. */
const refusals = ['unauthorized', 'forbidden', 'not-found', 'redirected', 'unexpected-answer', 'refused'] as const;

/** The catalog refused before anything was taken, or the file, the machine or the network failed. */
export function endingOfUserError(error: UserError): Ending {
	const {exitCode, code, problem, hint} = error;
	const outcome = hasCode(error, refusals) ? 'refused' : 'failed';
	return beforeSend({outcome, exitCode, code, message: problem, next: hint});
}
