import type {ConnectionOptions} from '../connection.ts';
import type {UploadTargetOptions} from '../target.ts';

export type PlanCommandOptions = ConnectionOptions &
	UploadTargetOptions & {
		readonly format: 'text' | 'json' | 'markdown';
		/** The files to compare with in place of the catalog; empty for the catalog. */
		readonly against: readonly string[];
		/** True to end with an exit code of its own if an upload would change anything. */
		readonly exitCode: boolean;
		/** The state folder; the user's own by default. */
		readonly state?: string | undefined;
	};
