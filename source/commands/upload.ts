import {UserError} from '../errors/user-error.ts';
import type {Ending} from '../job/ending.ts';
import {endingOfError, endingOfFile, endingOfUserError} from '../job/endings-before-send.ts';
import type {Preview} from '../job/events.ts';
import {isStopped, runJob} from '../job/job.ts';
import type {JobOptions, JobServices} from '../job/options.ts';
import {hasSent} from '../job/sent.ts';
import {appFolders} from '../profiles/folders.ts';
import {textReport} from '../report/check/text.ts';
import {endingJson, endingLines} from '../report/ending.ts';
import {planJson} from '../report/plan/json.ts';
import type {Bundle} from '../session/bundle.ts';
import {BundleSource} from '../session/bundle-source.ts';
import {openState} from '../state/state.ts';
import {jsonText} from '../text/json.ts';
import {checkedFile} from './checked.ts';
import {includeInUpload, noteCompanion} from './companion.ts';
import {type Connection, type ConnectionOptions, openConnection} from './connection.ts';
import type {CommandIo} from './io.ts';
import {JobLog} from './job-log.ts';
import {isEndOfUpload, recordUnsent, type UnsentUpload} from './record-unsent.ts';
import {bugText, errorValue} from './report-error.ts';
import {runAndClose} from './run-and-close.ts';
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
	// With --json, only the JSON goes to stdout; the text goes to stderr.
	if (options.json) await writeJson(ending, io);
	(options.json ? io.stderr : io.stdout).write(endingLines(ending));
	if (ending.bug !== undefined) io.stderr.write(bugText(ending.bug));
	return ending.exitCode;
}

/** Writes an ending as JSON; after the plan of a safety stop, as the rest of its object. */
async function writeJson(ending: Ending, {stdout}: CommandIo): Promise<void> {
	if (stdout.isResultBegun) await stdout.writeEncoded([`,${jsonText(endingJson(ending)).slice(1)}\n`]);
	else stdout.writeJson(endingJson(ending));
}

/** Writes the plan of a safety stop as the first part of the JSON. It can only be read before the upload has ended. */
async function writePlan({plan, guardResult, notSent}: Preview, {stdout}: CommandIo): Promise<void> {
	stdout.isResultStarted = true;
	await stdout.writeEncoded(['{"plan":']);
	await stdout.writeEncoded(planJson({plan, verdict: guardResult, notSent}, errorValue));
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
		};
		return runAndClose(state, () => uploadBundle(bundle, sending, {...connection, state}, io));
	});
}

type SendOptions = Pick<UploadCommandOptions, 'waitMs' | 'approve' | 'force'> &
	Partial<Pick<UploadCommandOptions, 'json'>> &
	Pick<JobOptions, 'profile' | 'limits' | 'watchCommand'>;

/** Runs the job for open files and prints its events to stderr. */
export async function uploadBundle(
	bundle: Bundle,
	{profile, waitMs, approve, force, limits, watchCommand, json = false}: SendOptions,
	{integration, ...services}: Connection & JobServices,
	io: CommandIo,
): Promise<Ending> {
	const log = new JobLog(io);
	const job = runJob(
		{
			source: new BundleSource(bundle),
			integration,
			profile,
			waitMs,
			force,
			limits,
			watchCommand,
			async decide(preview) {
				log.printPlan(preview);
				if (json && isStopped(preview, approve)) await writePlan(preview, io);
				return {kind: 'send', approval: approve};
			},
		},
		services,
		io.signal,
	);
	for await (const event of job) {
		if (event.type === 'ended') return event.ending;
		log.print(event);
	}

	throw new Error('the job ended without an ending');
}
