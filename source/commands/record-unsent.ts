import {errorLine, hasCode, type UserError} from '../errors/user-error.ts';
import type {Ending} from '../job/ending.ts';
import {afterSendTexts} from '../job/messages.ts';
import {UploadEntry} from '../job/record.ts';
import {appFolders} from '../profiles/folders.ts';
import {openState} from '../state/state.ts';
import {isStateError} from '../state/state-error.ts';
import type {CommandIo} from './io.ts';
import {addressOf, hostOf} from './profile-token.ts';
import {runAndClose} from './run-and-close.ts';
import {stdinSource} from './standard-input.ts';
import type {UploadTarget} from './target.ts';
import {absolutePath} from './working-folder.ts';

export type UnsentUpload = {
	readonly target: UploadTarget;
	readonly startedAt: Date;
	/** The file as it was given. */
	readonly source: string | undefined;
	/** The state folder; the user's own by default. */
	readonly folder: string | undefined;
	/** The upload that a rollback sends again. */
	readonly rollbackOf?: number | undefined;
};

/** True if an error ends an upload; false if the command line is wrong or the history cannot be written. */
export function isEndOfUpload(error: UserError): boolean {
	return !hasCode(error, ['wrong-usage', 'bad-address', 'bad-settings', 'state-unusable']);
}

/** Adds an upload to the history that ended before its job began. Returns its ending; a failure becomes part of the message. */
export async function recordUnsent(
	ending: Ending,
	{target, startedAt, source, folder, rollbackOf}: UnsentUpload,
	{env}: CommandIo,
): Promise<Ending> {
	const {files, profile, url, integration} = target;
	const subject = {
		profile: profile?.name,
		host: url === undefined ? undefined : hostOf(url),
		integration,
		address: url === undefined ? undefined : addressOf(url),
		source: source ?? files[0] ?? '',
		rollbackOf,
		files: files.map(file => (file === stdinSource ? file : absolutePath(file))),
	};
	try {
		const state = await openState(folder ?? appFolders(env).state);
		return await runAndClose(state, async () => new UploadEntry(state, subject, startedAt).end(ending));
	} catch (error) {
		if (!isStateError(error)) throw error;
		return {...ending, message: `${ending.message}${afterSendTexts.historyNotWritten(errorLine(error))}`};
	}
}
