import type {JobRun} from '../start-job.ts';
import type {ConnectedWorkspace, OpenResult, TokenPrompt, TokenSubject} from './workspace.ts';

/** The watch of an upload's sync, or a rollback. */
export type EarlierUploadRun = {
	readonly run: JobRun;
	readonly tokenRequest: TokenPrompt;
	/** Returns what the history has of the upload now. @throws UserError */
	details(): UploadDetails;
};

/** The title and the facts of an upload in the history, as lines. */
export type UploadDetails = {readonly title: string; readonly facts: readonly string[]};

/** An earlier upload by its number. Without a profile, its workspace is known only from the history. */
export type PastUpload = TokenSubject & {readonly id: number};

/** An earlier upload: a title, a detail, and all its facts. */
export type PastUploadSummary = PastUpload &
	UploadDetails & {
		readonly detail: string;
		/** True if its sync can be watched again. */
		readonly isWatchable: boolean;
		/** True if its snapshot can be sent again. */
		readonly isRepeatable: boolean;
	};

/** The services for the uploads of the history. */
export type PastUploadServices = {
	/** True if there is any upload. @throws UserError */
	hasUploads(): boolean;
	/** Returns all uploads, or those to the target of a profile, newest first. @throws UserError */
	list(profile: string | undefined): Promise<readonly PastUploadSummary[]>;
	/** Prepares to watch the sync of an upload, with the stored token of a profile or with `account`. @throws UserError */
	openWatch(
		upload: PastUpload,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<EarlierUploadRun>>;
	/** Prepares to send the snapshot of an upload again, with a token as above. @throws UserError */
	openRollback(
		upload: PastUpload,
		account: ConnectedWorkspace | undefined,
		signal: AbortSignal,
	): Promise<OpenResult<EarlierUploadRun>>;
};
