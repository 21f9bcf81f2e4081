import type {ErrorCode} from '../errors/error-codes.ts';
import type {ExitCode} from '../errors/exit-codes.ts';
import type {Plan} from '../plan/plan.ts';

/**
How an upload can end. `unseen`: Secoda has taken the file, and its sync was not seen in time. `stopped`: a safety stop.
`refused`: the catalog answered that it does not take it. `failed`: anything else before the upload, such as errors in the file.
Older histories call an unseen upload accepted.

@forTests
*/
export const outcomes = [
	'confirmed',
	'accepted',
	'unseen',
	'unknown',
	'stopped',
	'failed',
	'refused',
	'cancelled',
] as const;

export type Outcome = (typeof outcomes)[number];

export function isOutcome(text: string): text is Outcome {
	return outcomes.some(outcome => outcome === text);
}

/** What was sent. */
export type SnapshotTotals = {readonly records: number; readonly bytes: number; readonly sha256: string};

/** What reading the catalog back showed. `expected` counts resources; `seconds` since the answer. */
export type SyncCounts = {
	readonly expected: number;
	readonly found: number;
	readonly missing: number;
	readonly seconds: number;
};

/** The end of an upload: what happened, the state of the catalog, and what to do next. */
export type Ending = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	/** The code of the error that ended it; absent where the outcome says what happened. */
	readonly code?: ErrorCode;
	readonly sent: SnapshotTotals | null;
	readonly sync: SyncCounts | null;
	/** What happened. */
	readonly message: string;
	/** "Nothing was sent", "Sent, 1,204 rows", "Unknown". */
	readonly catalog: string;
	readonly next: string;
	/** The number of the history entry; absent where nothing was sent. */
	readonly entry?: number;
	/** The plan of a safety stop. */
	readonly plan?: StoppedPlan;
	/** A fault of the program itself, met after something was sent. */
	readonly bug?: unknown;
	/** Where a person can look, if there is something to see. */
	readonly link?: string;
};

/** A plan that was stopped, and why. */
export type StoppedPlan = Plan & {
	readonly reasons: readonly string[];
	/** Labels of the columns of the file that are not sent: Secoda does not know them. */
	readonly notSent: readonly string[];
};

/** The request went out, and it is known that Secoda took nothing of it. */
export const nothingTaken = 'Nothing was taken; the catalog is as it was.';

export const nothingSent = 'Nothing was sent; the catalog is as it was.';
