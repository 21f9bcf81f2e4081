import {UserError} from '../errors/user-error.ts';
import type {Ending} from '../job/ending.ts';
import {endingOfError, endingOfFile, endingOfUserError} from '../job/endings-before-send.ts';
import {hasSent} from '../job/sent.ts';
import {appFolders} from '../profiles/folders.ts';
import {textReport} from '../report/check/text.ts';
import {BundleSource} from '../session/bundle-source.ts';
import {openState} from '../state/state.ts';
import {approveCommand, forceCommand} from './approve-command.ts';
import {checkedFile} from './checked.ts';
import {includeInUpload, noteCompanion} from './companion.ts';
import {composeFixOf} from './compose-fix.ts';
import {type ConnectionOptions, openConnection} from './connection.ts';
import type {CommandIo} from './io.ts';
import {isEndOfUpload, recordUnsent, type UnsentUpload} from './record-unsent.ts';
import {undoCommand} from './rollback/command-text.ts';
import {runAndClose} from './run-and-close.ts';
import {reportEnding, sendUpload} from './send-upload.ts';
import {findTarget, type UploadTarget, type UploadTargetOptions} from './target.ts';
import {openTarget} from './upload-bundle.ts';
import {watchCommandFor} from './watch-command.ts';

export type UploadCommandOptions = ConnectionOptions &
	UploadTargetOptions & {
		readonly json: boolean;
		readonly waitMs: number;
		readonly approve?: string | undefined;
		readonly force?: boolean | undefined;
		/** The state folder; the user's own by default. */
		readonly state?: string | undefined;
	};

/** `secoda-upload upload <file|profile> [file]`: checks, plans, guards, sends, watches and records an upload. Returns the exit code. */
export async function uploadCommand(options: UploadCommandOptions, io: CommandIo): Promise<number> {
	const ending = await checkAndUpload(options, io).catch(error => {
		// Stopped before anything was sent: the ending describes that.
		if (io.signal.aborted && !hasSent()) return endingOfError(error, io.signal);
		throw error;
	});
	return reportEnding(ending, options, io);
}

async function checkAndUpload(options: UploadCommandOptions, io: CommandIo): Promise<Ending> {
	const startedAt = new Date();
	const target = await findTarget(options, io);
	const unsent = {target, startedAt, source: options.source, folder: options.state};
	return checkAndUploadTo(target, options, unsent, io).catch(async error => {
		if (io.signal.aborted && !hasSent()) return recordUnsent(endingOfError(error, io.signal), unsent, io);
		if (error instanceof UserError && isEndOfUpload(error)) await recordUnsent(endingOfUserError(error), unsent, io);
		throw error;
	});
}

async function checkAndUploadTo(
	target: UploadTarget,
	options: UploadCommandOptions,
	unsent: UnsentUpload,
	io: CommandIo,
): Promise<Ending> {
	const bundle = await openTarget(target, io);
	return runAndClose(bundle, async () => {
		noteCompanion(bundle, includeInUpload({source: bundle.path, target, options}), io);
		const {problem} = new BundleSource(bundle);
		if (problem !== undefined) {
			io.stderr.write(textReport(bundle.sessions.map(session => checkedFile(session))));
			return recordUnsent(endingOfFile(problem), unsent, io);
		}

		const connection = await openConnection(target, options, io);
		const state = await openState(options.state ?? appFolders(io.env).state);
		const sending = {
			...options,
			profile: target.profile?.name,
			limits: target.guard,
			watchCommand: watchCommandFor(options),
			composeFix: composeFixOf(bundle, target),
			approveCommand: (planId: string) => approveCommand(planId, target.files, io),
			forceCommand: () => forceCommand(target.files, io),
			rollbackCommand: () => undoCommand(state, target, options),
		};
		return runAndClose(state, () => sendUpload(new BundleSource(bundle), sending, {...connection, state}, io));
	});
}
