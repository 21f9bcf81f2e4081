import type {EntityType} from '../kinds/resources.ts';
import type {GuardResult} from '../plan/guard.ts';
import type {Plan} from '../plan/plan.ts';
import type {Ending, SnapshotTotals} from './ending.ts';
import type {ReadFailure, SyncStatus} from './watch.ts';

/** What is known before anything is sent. */
export type Preview = {
	readonly plan: Plan;
	/** Warnings of the file; with an error nothing is planned. */
	readonly warnings: number;
	/** Labels of the columns that are not sent: Secoda does not know them. */
	readonly notSent: readonly string[];
	readonly guardResult: GuardResult;
	readonly snapshot: SnapshotTotals;
	readonly integration: {readonly id: string; readonly name: string};
	readonly host: string;
	/** The page on which a person sees the syncs. */
	readonly link: string;
};

/** An upload whose sync is watched. */
export type WatchTarget = {
	/** The name of the integration. */
	readonly integration: string;
	readonly host: string;
	/** The page on which a person sees the syncs. */
	readonly link: string;
	readonly sent: SnapshotTotals;
	/** Resources of the file that the catalog can show. */
	readonly expected: number;
	/** Their types. */
	readonly entities: readonly EntityType[];
	/** True if pages outside the file are to be hidden. */
	readonly hides: boolean;
};

/** What happens during an upload, for screens and lines alike. */
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
	/** The sync of an earlier upload is watched again. `taken`: it is known that Secoda took the file. */
	| {readonly type: 'resumed'; readonly taken: boolean; readonly target: WatchTarget}
	/** While the sync is watched the catalog cannot be read. It is read again. */
	| {readonly type: 'read-failed'; readonly failure: ReadFailure}
	| ({readonly type: 'syncing'} & Pick<SyncStatus, 'counts' | 'stillShown' | 'entities'>)
	| {readonly type: 'ended'; readonly ending: Ending};

/** The word of the person, or of the command line, on a preview. */
export type Decision = {readonly kind: 'send'; readonly approval: string | undefined} | {readonly kind: 'stop'};
