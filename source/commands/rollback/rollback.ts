import {UserError} from '../../errors/user-error.ts';
import type {Ending} from '../../job/ending.ts';
import {endingOfError, endingOfUserError} from '../../job/endings-before-send.ts';
import type {JobEvent} from '../../job/events.ts';
import {planUpload} from '../../job/plan-upload.ts';
import {hasSent} from '../../job/sent.ts';
import {appFolders} from '../../profiles/folders.ts';
import {reportedPreview} from '../../report/plan/reported-plan.ts';
import {openState, type State} from '../../state/state.ts';
import {approveCommand} from '../approve-command.ts';
import {confirm} from '../confirm.ts';
import {type ConnectionOptions, openConnection, requirePlace} from '../connection.ts';
import {type CommandIo, canPrompt} from '../io.ts';
import {JobLog} from '../job-log.ts';
import {messages} from '../messages.ts';
import {reportPlan} from '../plan/report.ts';
import {hostOf} from '../profile-token.ts';
import {isEndOfUpload, recordUnsent} from '../record-unsent.ts';
import {runAndClose} from '../run-and-close.ts';
import {reportEnding, sendUpload} from '../send-upload.ts';
import {profileStore, requireProfile} from '../settings.ts';
import {findTarget, type UploadTarget, type UploadTargetOptions} from '../target.ts';
import {usageErrors} from '../usage-errors.ts';
import {watchCommandFor} from '../watch-command.ts';
import {findEntry, parseEntryNumber} from '../watch-upload.ts';
import {repeatCommand, undoCommand} from './command-text.ts';
import {findUploadToRepeat, type UploadToRepeat} from './find-upload.ts';

export type RollbackCommandOptions = ConnectionOptions &
	Pick<UploadTargetOptions, 'url' | 'integration' | 'project'> & {
		readonly profile?: string | undefined;
		/** The number of the upload, such as `12` or `#12`; by default the one before the last. */
		readonly to?: string | undefined;
		/** Shows the plan and sends nothing. */
		readonly dryRun: boolean;
		readonly json: boolean;
		readonly waitMs: number;
		readonly approve?: string | undefined;
		/** The state folder; the user's own by default. */
		readonly state?: string | undefined;
	};

/** `secoda-upload rollback <profile>`: plans, guards and sends the snapshot of an earlier upload again. Returns the exit code. */
export async function rollbackCommand(options: RollbackCommandOptions, io: CommandIo): Promise<number> {
	const {profile, state: folder, to} = options;
	const number = to === undefined ? undefined : parseEntryNumber(to);
	if (to !== undefined && number === undefined) throw usageErrors.notAnEntry(to);
	if (profile !== undefined) await requireRollbackProfile(profile, folder, io);
	const target = await findTarget({...options, source: profile}, io);
	const {url, integration} = requirePlace(target);
	const state = await openState(folder ?? appFolders(io.env).state);
	return runAndClose(state, async () => {
		const upload = findUploadToRepeat(state, {host: hostOf(url), integration}, number);
		if (options.dryRun) return showPlan(upload, target, options, state, io);
		return reportEnding(await repeatUpload(upload, target, options, state, io), options, io);
	});
}

/** Throws an error if a profile does not exist; for the number of an upload with the command that sends it again. @throws UsageError */
async function requireRollbackProfile(name: string, folder: string | undefined, io: CommandIo): Promise<void> {
	const id = parseEntryNumber(name);
	// 12 may be a profile; #12 is always an upload.
	const isUpload = id !== undefined && (name.startsWith('#') || (await profileStore(io.env).get(name)) === undefined);
	if (!isUpload) {
		await requireProfile(name, io.env);
		return;
	}

	const state = await openState(folder ?? appFolders(io.env).state);
	await runAndClose(state, async () => {
		const entry = findEntry(name, state);
		const {host = '', integration = ''} = entry;
		// An upload that cannot be sent again is an error of its own.
		findUploadToRepeat(state, {host, integration}, id);
		throw usageErrors.rollbackOfNumber(id, await repeatCommand(entry, {state: folder}, io));
	});
}

async function showPlan(
	{source, entry}: UploadToRepeat,
	target: UploadTarget,
	options: RollbackCommandOptions,
	state: State,
	io: CommandIo,
): Promise<number> {
	const connection = await openConnection(target, options, io);
	const log = new JobLog(io);
	const emit = (event: JobEvent) => log.print(event);
	return planUpload(
		{...connection, source, limits: target.guard, rollbackOf: entry.id},
		{...connection, state},
		{signal: io.signal, emit},
		preview => {
			const verdict = {result: preview.guardResult, approve: approveRollback(preview.plan.id, entry.id, io)};
			const format = options.json ? 'json' : 'text';
			return reportPlan({...reportedPreview(preview), verdict}, {format, exitCode: false}, io);
		},
	);
}

async function repeatUpload(
	{source, entry}: UploadToRepeat,
	target: UploadTarget,
	options: RollbackCommandOptions,
	state: State,
	io: CommandIo,
): Promise<Ending> {
	const {id: rollbackOf, files = []} = entry;
	const unsent = {
		target: {...target, files},
		startedAt: new Date(),
		source: source.path,
		folder: options.state,
		rollbackOf,
	};
	const canAsk = canPrompt(io) && io.result === 'text';
	try {
		const connection = await openConnection(target, options, io);
		const sending = {
			...options,
			rollbackOf,
			profile: target.profile?.name,
			limits: target.guard,
			watchCommand: watchCommandFor(options),
			approveCommand: (planId: string) => approveRollback(planId, rollbackOf, io),
			rollbackCommand: () => undoCommand(state, target, options),
			...(canAsk ? {confirm: () => confirm(messages.rollbackQuestion(rollbackOf), io)} : {}),
		};
		return await sendUpload(source, sending, {...connection, state}, io);
	} catch (error) {
		if (io.signal.aborted && !hasSent()) return recordUnsent(endingOfError(error, io.signal), unsent, io);
		if (error instanceof UserError && isEndOfUpload(error)) await recordUnsent(endingOfUserError(error), unsent, io);
		throw error;
	}
}

/** Returns the command that approves the plan of a rollback. It names the upload, because another one can come before. */
function approveRollback(planId: string, entry: number, io: CommandIo): string | undefined {
	return approveCommand(planId, [], io, {
		omitted: [
			{name: '--dry-run', form: 'flag'},
			{name: '--to', form: 'value'},
		],
		added: ['--to', String(entry)],
	});
}
