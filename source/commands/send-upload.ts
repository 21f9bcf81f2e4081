import type {Ending} from '../job/ending.ts';
import type {Preview} from '../job/events.ts';
import {isStopped, runJob} from '../job/job.ts';
import type {JobOptions, JobServices} from '../job/options.ts';
import {endingJson, endingLines} from '../report/ending.ts';
import {planJson} from '../report/plan/json.ts';
import {jsonText} from '../text/json.ts';
import type {Connection} from './connection.ts';
import type {CommandIo} from './io.ts';
import {JobLog} from './job-log.ts';
import {bugText, errorValue} from './report-error.ts';

export type SendOptions = Omit<JobOptions, 'source' | 'integration' | 'decide'> & {
	readonly approve?: string | undefined;
	readonly json?: boolean;
	/** Returns false if the user does not want to send a plan that is clear or approved; asked after the plan is printed. */
	confirm?(): Promise<boolean>;
};

/** Runs the job of an upload and prints its events to stderr. */
export async function sendUpload(
	source: JobOptions['source'],
	{approve, json = false, confirm, ...options}: SendOptions,
	{integration, ...services}: Connection & JobServices,
	io: CommandIo,
): Promise<Ending> {
	const log = new JobLog(io);
	const job = runJob(
		{
			...options,
			source,
			integration,
			async decide(preview) {
				log.printPlan(preview);
				const stopped = isStopped(preview, approve);
				if (json && stopped) await writePlan(preview, io);
				const isWanted = stopped || confirm === undefined || (await confirm());
				return isWanted ? {kind: 'send', approval: approve} : {kind: 'stop'};
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

/** Writes how an upload ended. Returns the exit code. */
export async function reportEnding(
	ending: Ending,
	{json}: {readonly json: boolean},
	{stdout, stderr}: CommandIo,
): Promise<number> {
	// With --json, only the JSON goes to stdout; the text goes to stderr.
	if (json) await writeJson(ending, stdout);
	(json ? stderr : stdout).write(endingLines(ending));
	if (ending.bug !== undefined) stderr.write(bugText(ending.bug));
	return ending.exitCode;
}

/** Writes an ending as JSON; after the plan of a safety stop, as the rest of its object. */
async function writeJson(ending: Ending, stdout: CommandIo['stdout']): Promise<void> {
	if (stdout.isResultBegun) await stdout.writeEncoded([`,${jsonText(endingJson(ending)).slice(1)}\n`]);
	else stdout.writeJson(endingJson(ending));
}

/** Writes the plan of a safety stop as the first part of the JSON. It can only be read before the upload has ended. */
async function writePlan({plan, guardResult, notSent}: Preview, {stdout}: CommandIo): Promise<void> {
	stdout.isResultStarted = true;
	await stdout.writeEncoded(['{"plan":']);
	await stdout.writeEncoded(planJson({plan, verdict: guardResult, notSent}, errorValue));
}
