import type {Catalog} from '../catalog/client.ts';
import type {GuardSettings} from '../profiles/settings.ts';
import type {State} from '../profiles/state/state.ts';
import type {Session} from '../session/session.ts';
import {channel} from './channel.ts';
import {endingOfError, endingOfFile, endingOfGuard, endingOfStop} from './early-endings.ts';
import type {Ending} from './ending.ts';
import type {Decision, JobEvent, Preview} from './events.ts';
import {prepare} from './prepare.ts';
import {sendAndWatch} from './send.ts';

export type JobOptions = {
	readonly session: Session;
	readonly integration: string;
	/** How long to wait for the sync, in milliseconds; 0 = do not wait. */
	readonly waitMs: number;
	/** When it is stopped for safety, where that is not as usual. */
	readonly limits?: GuardSettings | undefined;
	/** Asked once, before anything is sent. */
	decide(preview: Preview): Promise<Decision>;
};

export type JobServices = {readonly catalog: Catalog; readonly state: State};

/**
One upload: check, snapshot, plan, guard, send, watch, record. The same events for the app and the commands; the last
one is `ended`. Nothing that can be met is thrown: it is an ending.
*/
export function runJob(
	options: JobOptions,
	services: JobServices,
	signal: AbortSignal,
): AsyncGenerator<JobEvent, void, void> {
	return channel(async emit => {
		const ending = await work(options, services, signal, emit).catch(error => endingOfError(error, signal));
		emit({type: 'ended', ending});
	});
}

async function work(
	options: JobOptions,
	services: JobServices,
	signal: AbortSignal,
	emit: (event: JobEvent) => void,
): Promise<Ending> {
	const {session} = options;
	if (!session.valid) return endingOfFile(session);
	const prepared = await prepare(options, services, signal, emit);
	emit({type: 'planned', preview: prepared.preview});
	const decision = await options.decide(prepared.preview);
	signal.throwIfAborted();
	if (decision.kind === 'stop') return endingOfStop();
	const {verdict} = prepared.preview;
	if (verdict.kind === 'stopped' && decision.approval !== verdict.approval) {
		return endingOfGuard(verdict, decision.approval);
	}

	return sendAndWatch(prepared, options, services, signal, emit);
}
