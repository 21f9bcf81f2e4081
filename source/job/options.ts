import type {Catalog} from '../catalog/client.ts';
import type {Timer} from '../clock.ts';
import type {ComposeFix} from '../plan/causes/compose-fixes.ts';
import type {LimitOverrides} from '../plan/guard.ts';
import type {SnapshotSource} from '../plan/snapshot.ts';
import type {State} from '../state/state.ts';
import type {Decision, Preview} from './events.ts';

export type JobOptions = {
	readonly source: SnapshotSource;
	readonly integration: string;
	/** The name of the profile, if one was used. */
	readonly profile?: string | undefined;
	/** The number of the upload whose snapshot is sent again, if it is a rollback. */
	readonly rollbackOf?: number | undefined;
	/** How long to watch the sync, in milliseconds; 0 = not at all. */
	readonly waitMs: number;
	/** Sends a file also if the catalog shows it already. */
	readonly force?: boolean | undefined;
	/** The limits of the safety stop that differ from the defaults. */
	readonly limits?: LimitOverrides | undefined;
	/** Returns the command that watches the sync of an upload again; absent if the history is temporary. */
	watchCommand?: ((entry: number) => string) | undefined;
	/** Makes the fixes of a plan ones that can be typed; absent where the app applies them. */
	composeFix?: ComposeFix | undefined;
	/** Returns the command that sends a stopped plan; `undefined` without one. */
	approveCommand?: ((planId: string) => string | undefined) | undefined;
	/** Returns the command that sends a file that the catalog shows already; `undefined` without one. */
	forceCommand?: (() => string | undefined) | undefined;
	/** Returns the command that sends the upload before the last one again; `undefined` without one. */
	rollbackCommand?: (() => string | undefined) | undefined;
	/** Called when the upload has ended, so that its plan can be read until `close` is called. Without it, the job closes the plan. */
	keepPlan?: ((close: () => Promise<void>) => void) | undefined;
	/** Called once, before anything is sent. */
	decide(preview: Preview): Promise<Decision>;
};

export type JobServices = {readonly catalog: Catalog; readonly state: State; readonly timer?: Timer};
