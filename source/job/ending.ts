import type {ErrorCode} from '../errors/error-codes.ts';
import type {ExitCode} from '../errors/exit-codes.ts';
import type {Differences} from '../plan/differences.ts';
import type {EdgeStatus} from '../plan/edge-evidence.ts';
import type {Plan} from '../plan/plan.ts';
import type {Rollback} from '../plan/rollback/rollback-loss.ts';
import type {SnapshotTotals} from '../plan/snapshot.ts';

export type {SnapshotTotals} from '../plan/snapshot.ts';

/**
The outcomes of an upload. `unchanged`: nothing was sent, because the catalog shows the file already. `unseen`: Secoda accepted the
file, and its sync was not seen in time. `stopped`: a safety stop. `refused`: Secoda rejected the upload. `failed`: anything else before
the upload, such as errors in the file. Older histories call an unseen upload accepted.

@forTests
*/
export const outcomes = [
	'confirmed',
	'accepted',
	'unchanged',
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

/** Resources that were expected and found when the catalog was read back; `seconds` since the answer. */
export type SyncCounts = {
	readonly expected: number;
	readonly found: number;
	readonly missing: number;
	readonly seconds: number;
};

/** The ending of an upload: what happened, the state of the catalog, and what to do next. */
export type Ending = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	/** The code of the error that ended it; absent where the outcome says what happened. */
	readonly code?: ErrorCode;
	readonly sent: SnapshotTotals | null;
	readonly sync: SyncCounts | null;
	/** The edges as the catalog shows them; absent if the upload has none, or the sync was not watched. */
	readonly edges?: EdgeStatus | undefined;
	/** How the catalog differs from what was sent, as it was read last; absent if it does not, or is unknown. */
	readonly differences?: Differences | undefined;
	readonly message: string;
	/** The state of the catalog, such as "Sent, 1,204 rows." */
	readonly catalog: string;
	readonly next: string;
	/** The command that sends the upload before this one again, if this one changes pages. */
	readonly undo?: string;
	/** The number of the history entry; absent if the history could not be written. */
	readonly entry?: number;
	/** The upload that a rollback sends again, and what that cannot bring back. */
	readonly rollback?: Rollback;
	/** The plan of a safety stop. */
	readonly plan?: StoppedPlan;
	/** A bug of this program after something was sent. */
	readonly bug?: unknown;
	/** The sync page, if there is a sync. */
	readonly link?: string;
};

/** The plan of a safety stop, with its reasons. */
export type StoppedPlan = Plan & {
	readonly reasons: readonly string[];
	/** Labels of the columns of the file that are not sent: Secoda does not know them. */
	readonly notSent: readonly string[];
};
