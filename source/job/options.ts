import type {Catalog} from '../catalog/client.ts';
import type {LimitOverrides} from '../plan/guard.ts';
import type {SnapshotSource} from '../plan/snapshot.ts';
import type {State} from '../state/state.ts';
import type {Decision, Preview} from './events.ts';

export type JobOptions = {
	/** What is sent. */
	readonly source: SnapshotSource;
	readonly integration: string;
	/** How long to wait for the sync, in milliseconds; 0 = do not wait. */
	readonly waitMs: number;
	/** When there is a safety stop, where that is not as usual. */
	readonly limits?: LimitOverrides | undefined;
	/** Makes the command that watches the sync of an upload again; absent where the history does not outlive this process. */
	watchCommand?: ((entry: number) => string) | undefined;
	/** Asked once, before anything is sent. */
	decide(preview: Preview): Promise<Decision>;
};

export type JobServices = {readonly catalog: Catalog; readonly state: State};
