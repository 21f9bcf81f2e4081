import {errorLine} from '../errors/user-error.ts';
import type {TakenSnapshot} from '../plan/snapshot.ts';
import {defaultRetention} from '../state/remove-snapshots.ts';
import type {State} from '../state/state.ts';
import {channel} from './channel.ts';
import type {Ending} from './ending.ts';
import {endingOfDecline, endingOfError, endingOfFile, endingOfGuard} from './endings-before-send.ts';
import type {JobEvent, Preview} from './events.ts';
import {afterSendTexts} from './messages.ts';
import type {JobOptions, JobServices} from './options.ts';
import {findIntegration, type PreparedUpload, preparePlan} from './prepare.ts';
import {sendAndWatch} from './send.ts';

/**
Runs one upload: check, snapshot, plan, guard, send, watch, record. The last event is `ended`. Errors for users become an ending; a bug
is thrown only while nothing was sent.
*/
export function runJob(
	options: JobOptions,
	services: JobServices,
	signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
	return channel(async emit => {
		const ending = await runUpload(options, services, signal, emit).catch(error => endingOfError(error, signal));
		emit({type: 'ended', ending});
	});
}

type Emit = (event: JobEvent) => void;

async function runUpload(options: JobOptions, services: JobServices, signal: AbortSignal, emit: Emit): Promise<Ending> {
	const {source} = options;
	const {problem} = source;
	if (problem !== undefined) return endingOfFile(problem);
	const integration = await findIntegration(options.integration, services.catalog, signal, emit);
	const taken = await source.take(services.state.snapshots, signal, (rows, of) =>
		emit({type: 'snapshotting', rows, of}),
	);
	let prepared: PreparedUpload | undefined;
	const finish = () => cleanUp(services.state, taken, prepared);
	try {
		prepared = await preparePlan({integration, taken}, options, services, signal, emit);
		emit({type: 'planned', preview: prepared.preview});
		const decision = await options.decide(prepared.preview);
		signal.throwIfAborted();
		const ending =
			decision.kind === 'stop'
				? endingOfDecline()
				: (safetyStop(prepared.preview, decision.approval) ??
					(await sendAndWatch({...prepared, approval: decision.approval}, options, services, signal, emit)));
		return {...ending, message: `${ending.message}${await finish()}`};
	} catch (error) {
		await finish();
		throw error;
	}
}

/** Returns the ending of a safety stop; `undefined` if the plan is clear or approved. */
function safetyStop(preview: Preview, approval: string | undefined): Ending | undefined {
	const {guardResult, plan} = preview;
	if (guardResult.kind === 'clear' || approval === plan.id) return undefined;
	return endingOfGuard(preview, guardResult, approval);
}

/** Releases the snapshot and removes old ones. Returns the message if that fails. */
async function cleanUp(
	{snapshots}: State,
	{snapshot, release}: TakenSnapshot,
	prepared: PreparedUpload | undefined,
): Promise<string> {
	try {
		await prepared?.close();
		release();
		snapshots.prune(
			defaultRetention,
			snapshot.parts.map(({sha256}) => sha256),
		);
		return '';
	} catch (error) {
		return afterSendTexts.snapshotsNotRemoved(errorLine(error));
	}
}
