import type {UploadResult} from '../catalog/upload.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import {encodeBaseline} from '../plan/baseline.ts';
import {type Ending, nothingSent, nothingTaken, type SnapshotTotals} from './ending.ts';
import {endingOfFailedWatch, endingOfUnknown, endingOfWatch} from './endings-after-send.ts';
import {endingOfUserError} from './endings-before-send.ts';
import type {JobEvent} from './events.ts';
import type {JobOptions, JobServices} from './options.ts';
import type {PreparedUpload} from './prepare.ts';
import {readCatalog} from './read-catalog.ts';
import {recordEnding, withEntry} from './record.ts';
import {registerSent} from './sent.ts';
import {watch} from './watch.ts';

/** How long evidence is looked for when it is not known whether the file was taken. */
const maxUnknownWaitMs = 60_000;

/** What may be sent; with the id that a person has given as approval, if any. */
export type ApprovedUpload = PreparedUpload & {readonly approval: string | undefined};

/** Sends the snapshot, watches the sync, and records what came of it. */
export async function sendAndWatch(
	prepared: ApprovedUpload,
	options: JobOptions,
	{catalog, state}: JobServices,
	signal: AbortSignal,
	emit: (event: JobEvent) => void,
): Promise<Ending> {
	const {preview, snapshot, inventory, lists, baseline, approval} = prepared;
	const {snapshot: sent, integration, host} = preview;
	// The entry is there before the first byte: whatever happens to this process, the history knows of the upload, and another
	// process can watch it to its end.
	const entry = state.beginUpload(
		{
			host,
			integration: integration.id,
			source: options.source.path,
			kind: snapshot.kind,
			...sent,
			parts: snapshot.parts,
			counts: snapshot.counts,
			planId: preview.plan.id,
			approval,
			baseline: {from: 'catalog', counts: preview.plan.catalog},
		},
		{address: catalog.address.api.href, baseline: encodeBaseline(baseline)},
	);
	// From here on bytes may have left and the file may have been taken: whatever fails, it becomes an ending that says so.
	let answer: UploadResult | undefined;
	let hasLeft = false;
	const ending = await send().catch(error => endingOfFailure(error, answer, sent));
	const message = `${ending.message}${recordEnding(state, entry, ending)}`;
	return withEntry({...ending, message, link: preview.link}, entry, options.watchCommand);

	async function send(): Promise<Ending> {
		answer = await catalog.upload(integration.id, snapshot, {
			signal,
			onProgress(sent, total) {
				if (sent > 0) {
					hasLeft = true;
					registerSent();
				}

				emit({type: 'sending', sent, total});
			},
			onWait: ({reason, seconds}) => emit({type: 'waiting-to-send', reason, seconds}),
		});
		return endingOfAnswer(answer);
	}

	async function endingOfAnswer(answer: UploadResult): Promise<Ending> {
		const catalogText = hasLeft ? nothingTaken : nothingSent;
		if (answer.kind === 'not-sent') return {...endingOfUserError(answer.error), catalog: catalogText};
		if (answer.kind === 'cancelled' && !answer.complete) return cancelled(catalogText);
		registerSent();
		if (answer.kind === 'refused') return {...endingOfUserError(answer.error), catalog: nothingTaken};
		emit({type: 'answered', taken: answer.kind === 'taken'});
		if (answer.kind === 'taken' && options.waitMs === 0) return endingOfWatch(undefined, sent);
		if (answer.kind === 'cancelled')
			return endingOfUnknown(undefined, sent, 'It was cancelled after the whole file had been handed over.');
		const watched = await watch(
			{
				baseline,
				waitMs: answer.kind === 'taken' ? options.waitMs : Math.min(options.waitMs, maxUnknownWaitMs),
				read: end => readCatalog({catalog, integration: integration.id, inventory, lists, baseline}, end),
				onStatus: ({counts, stillShown, entities}) => emit({type: 'syncing', counts, stillShown, entities}),
				onFailure: failure => emit({type: 'read-failed', failure}),
			},
			signal,
		);
		return answer.kind === 'taken'
			? endingOfWatch(watched, sent)
			: endingOfUnknown(watched, sent, answer.error.message);
	}
}

/** The end of an upload of which this program has lost sight: nothing shows whether it was taken, or how its sync ends. */
function endingOfFailure(error: unknown, answer: UploadResult | undefined, sent: SnapshotTotals): Ending {
	registerSent();
	const isBug = !(error instanceof UserError);
	const reason = isBug ? `secoda-upload failed (${messageOf(error)}). That is a bug: report it.` : error.problem;
	const ending =
		answer?.kind === 'taken' ? endingOfFailedWatch(sent, reason) : endingOfUnknown(undefined, sent, reason);
	return isBug ? {...ending, bug: error} : ending;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** The end of an upload that was cut off before its end, so that it cannot have been taken. */
function cancelled(catalog: string): Ending {
	return {
		outcome: 'cancelled',
		exitCode: exitCodes.interrupted,
		sent: null,
		sync: null,
		message: 'Cancelled before the whole file was sent.',
		catalog,
		next: 'Send it again when you are ready.',
	};
}
