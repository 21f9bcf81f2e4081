import {errorLine, UserError} from '../errors/user-error.ts';
import type {TakenSnapshot} from '../plan/snapshot.ts';
import {defaultRetention} from '../state/remove-snapshots.ts';
import type {State} from '../state/state.ts';
import {channel} from './channel.ts';
import type {Ending} from './ending.ts';
import {
	endingOfBug,
	endingOfDecline,
	endingOfError,
	endingOfFile,
	endingOfGuard,
	endingOfUnchanged,
} from './endings-before-send.ts';
import type {JobEvent, Preview} from './events.ts';
import {afterSendTexts} from './messages.ts';
import type {JobOptions, JobServices} from './options.ts';
import {findIntegration, type PreparedUpload, preparePlan} from './prepare.ts';
import {UploadEntry} from './record.ts';
import {endingOfRollback, withUndo} from './rollback.ts';
import {sendAndWatch} from './send.ts';
import {differencesSince} from './stopped-plans.ts';
import {unchangedSince} from './unchanged.ts';

/**
Runs one upload: check, lock, snapshot, plan, guard, send, watch, record. The last event is `ended`. Errors for users become an ending; a
bug is thrown only while nothing was sent.
*/
export function runJob(
	options: JobOptions,
	services: JobServices,
	signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
	return channel(async emit => {
		const ending = await runUpload(options, services, signal, emit);
		emit({type: 'ended', ending});
	});
}

type Emit = (event: JobEvent) => void;

async function runUpload(options: JobOptions, services: JobServices, signal: AbortSignal, emit: Emit): Promise<Ending> {
	const {source, integration, profile, rollbackOf, watchCommand} = options;
	const {path, paths: files, problem} = source;
	const {catalog, state} = services;
	const target = {host: catalog.address.host, integration};
	const address = catalog.address.api.href;
	const entry = new UploadEntry(state, {...target, address, profile, source: path, files, rollbackOf});
	const fail = (error: unknown) => {
		if (!signal.aborted && !(error instanceof UserError)) entry.end(endingOfBug(error), watchCommand);
		return entry.end(endingOfError(error, signal), watchCommand);
	};
	if (problem !== undefined) return entry.end(endingOfFile(problem), watchCommand);
	return state.locks.acquire(target).then(async lock => {
		try {
			return await runLocked(entry, options, services, signal, emit).catch(fail);
		} finally {
			lock.release();
		}
	}, fail);
}

/** Runs an upload while no other one to the integration runs. */
async function runLocked(
	entry: UploadEntry,
	options: JobOptions,
	services: JobServices,
	signal: AbortSignal,
	emit: Emit,
): Promise<Ending> {
	const integration = await findIntegration(options.integration, services.catalog, signal, emit);
	const taken = await options.source.take(services.state.snapshots, signal, (rows, of) =>
		emit({type: 'snapshotting', rows, of}),
	);
	let prepared: PreparedUpload | undefined;
	const finish = () => cleanUp(services.state, taken, prepared && planToClose(prepared, options));
	try {
		entry.begin(taken.snapshot, integration.name);
		prepared = await preparePlan({integration, taken}, options, services, signal, emit);
		entry.plan(prepared.preview);
		emit({type: 'planned', preview: prepared.preview});
		const last = options.force ? undefined : unchangedSince(prepared, services.state.history);
		if (last !== undefined) {
			const recorded = entry.end(
				endingOfUnchanged(prepared.preview, {last: last.id, command: options.forceCommand?.()}),
				options.watchCommand,
			);
			return {...recorded, message: `${recorded.message}${await finish()}`};
		}

		const decision = await options.decide(prepared.preview);
		signal.throwIfAborted();
		if (decision.kind === 'send') entry.approve(decision.approval);
		const ending =
			decision.kind === 'stop'
				? endingOfDecline()
				: (safetyStop(prepared.preview, decision.approval, options, services.state) ??
					(await sendAndWatch(prepared, entry, options, services, signal, emit)));
		const {rollback} = prepared.preview;
		const restored = rollback === undefined ? ending : endingOfRollback(ending, rollback);
		const recorded = withUndo(entry.end(restored, options.watchCommand), prepared.preview, options);
		return {...recorded, message: `${recorded.message}${await finish()}`};
	} catch (error) {
		await finish();
		throw error;
	}
}

/** Returns the ending of a safety stop; `undefined` if the plan is clear or approved. */
function safetyStop(
	preview: Preview,
	approval: string | undefined,
	{approveCommand}: JobOptions,
	state: State,
): Ending | undefined {
	const {guardResult, plan} = preview;
	if (guardResult.kind !== 'stopped' || !isStopped(preview, approval)) return undefined;
	const given =
		approval === undefined ? undefined : {id: approval, differences: differencesSince(state, approval, plan)};
	return endingOfGuard(preview, guardResult, {given, command: approveCommand?.(plan.id)});
}

/** True if a plan that is decided to be sent ends with a safety stop, because it is neither clear nor approved. */
export function isStopped({guardResult, plan}: Preview, approval: string | undefined): boolean {
	return guardResult.kind === 'stopped' && approval !== plan.id;
}

/** Returns the plan to close at the end of an upload; `undefined` if it is still to be read. */
function planToClose(prepared: PreparedUpload, {keepPlan}: JobOptions): PreparedUpload | undefined {
	keepPlan?.(prepared.close);
	return keepPlan === undefined ? prepared : undefined;
}

/** Releases the snapshot and removes old ones. Returns the message if that fails. */
export async function cleanUp(
	{snapshots}: State,
	{snapshot, release}: TakenSnapshot,
	plan: Pick<PreparedUpload, 'close'> | undefined,
): Promise<string> {
	try {
		await plan?.close();
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
