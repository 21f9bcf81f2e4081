import type {EntityType} from '../kinds/resources.ts';
import type {GuardResult} from '../plan/guard.ts';
import type {Plan} from '../plan/plan.ts';
import type {Rollback} from '../plan/rollback/rollback-loss.ts';
import type {Ending, SnapshotTotals} from './ending.ts';
import type {ReadFailure, SyncStatus} from './watch.ts';

/** The preview of an upload, shown before anything is sent. */
export type Preview = {
	readonly plan: Plan;
	/** The number of warnings; a file with errors has no preview. */
	readonly warnings: number;
	/** Headers of the columns that are not sent, because Secoda does not know them. */
	readonly notSent: readonly string[];
	readonly guardResult: GuardResult;
	/** The number of the upload that a rollback sends again, and what it cannot bring back. */
	readonly rollback?: Rollback | undefined;
	readonly snapshot: SnapshotTotals;
	readonly integration: {readonly id: string; readonly name: string};
	readonly host: string;
	/** The sync page of the integration. */
	readonly link: string;
};

/** An upload whose sync is watched. */
export type WatchTarget = {
	/** The name of the integration. */
	readonly integration: string;
	readonly host: string;
	/** The sync page of the integration. */
	readonly link: string;
	readonly sent: SnapshotTotals;
	/** The number of resources in the file that the catalog can show. */
	readonly expected: number;
	/** Their types. */
	readonly entities: readonly EntityType[];
	/** True if the upload hides pages. */
	readonly hides: boolean;
};

/** An event of an upload, for the app and the commands. */
export type JobEvent =
	| {readonly type: 'connecting'}
	| {readonly type: 'connected'; readonly integration: string; readonly host: string}
	| {readonly type: 'snapshotting'; readonly rows: number; readonly of: number}
	| {
			readonly type: 'reading-catalog';
			/** The types of the rows. */
			readonly entities: readonly EntityType[];
			readonly rows: number;
			readonly of: number | undefined;
	  }
	| {readonly type: 'planned'; readonly preview: Preview}
	| {readonly type: 'sending'; readonly sent: number; readonly total: number}
	| {readonly type: 'waiting-to-send'; readonly reason: 'rate-limited' | 'unreachable'; readonly seconds: number}
	| {readonly type: 'answered'; readonly taken: boolean}
	/** The sync of an earlier upload is watched again. `taken` is true if Secoda is known to have accepted it. */
	| {readonly type: 'resumed'; readonly taken: boolean; readonly target: WatchTarget}
	/** The catalog could not be read during the sync; it is read again. */
	| {readonly type: 'read-failed'; readonly failure: ReadFailure}
	| ({readonly type: 'syncing'} & Pick<SyncStatus, 'counts' | 'stillShown' | 'entities' | 'edges'>)
	| {readonly type: 'ended'; readonly ending: Ending};

/** The decision of the user, or of the command line, on a preview. */
export type Decision = {readonly kind: 'send'; readonly approval: string | undefined} | {readonly kind: 'stop'};
