import {basename} from 'node:path';
import type {UploadAnswer} from '../catalog/upload.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {usualKeep} from '../profiles/state/snapshots.ts';
import {endingOfUserError} from './early-endings.ts';
import {type Ending, nothingSent} from './ending.ts';
import type {JobEvent} from './events.ts';
import type {JobOptions, JobServices} from './job.ts';
import {endingOfUnknown, endingOfWatch} from './late-endings.ts';
import {type Prepared, readCatalog} from './prepare.ts';
import {watch} from './watch.ts';

/** How long a witness is looked for when it is not known whether the file was taken. */
const longestDoubtMs = 60_000;

/** Sends the snapshot, watches the sync, and records what came of it. */
export async function sendAndWatch(
	prepared: Prepared,
	options: JobOptions,
	{catalog, state}: JobServices,
	signal: AbortSignal,
	emit: (event: JobEvent) => void,
): Promise<Ending> {
	const {preview, path} = prepared;
	const {snapshot, integration, host} = preview;
	// The entry is there before the first byte: whatever happens to this process, history knows of the upload.
	const entry = state.ledger.begin({
		host,
		integration: integration.id,
		source: options.session.path,
		records: snapshot.records,
		bytes: snapshot.bytes,
		sha256: snapshot.sha256,
	});
	const file = {
		path,
		bytes: snapshot.bytes,
		name: options.session.path === '-' ? 'stdin.csv' : basename(options.session.path),
	};
	const answer = await catalog.uploadCsv(integration.id, file, {
		signal,
		onProgress: (sent, total) => emit({type: 'sending', sent, total}),
		onWait: ({reason, seconds}) => emit({type: 'waiting-to-send', reason, seconds}),
	});
	// From here on something may have been taken: whatever fails, the ending must not say that nothing was sent.
	const ending = await endingOfAnswer(answer).catch(error => endingOfUnknown(undefined, snapshot, messageOf(error)));
	const recorded = await record(state, entry, ending);
	return {...ending, message: `${ending.message}${recorded}`, link: preview.link};

	async function endingOfAnswer(answer: UploadAnswer): Promise<Ending> {
		if (answer.kind === 'refused' || answer.kind === 'not-sent') return endingOfUserError(answer.error);
		if (answer.kind === 'cancelled' && !answer.complete) return cancelled(answer.bytesSent);
		emit({type: 'answered', taken: answer.kind === 'taken'});
		if (answer.kind === 'taken' && options.waitMs === 0) return endingOfWatch(undefined, snapshot);
		if (answer.kind === 'cancelled')
			return endingOfUnknown(undefined, snapshot, 'It was cancelled after the whole file had been handed over.');
		const watched = await watch(
			{
				before: prepared.before,
				waitMs: answer.kind === 'taken' ? options.waitMs : Math.min(options.waitMs, longestDoubtMs),
				read: () => readCatalog(catalog, integration.id, prepared.picture, signal),
				onReading: ({counts, stillShown}) => emit({type: 'syncing', counts, stillShown}),
			},
			signal,
		);
		return answer.kind === 'taken'
			? endingOfWatch(watched, snapshot, signal.aborted)
			: endingOfUnknown(watched, snapshot, answer.error.message);
	}
}

/** Writes the ending into the history and throws old snapshots away. Answers what is to be said when that fails. */
async function record({ledger, snapshots}: JobServices['state'], entry: number, ending: Ending): Promise<string> {
	try {
		ledger.finish(entry, ending.outcome, ending.message);
		await snapshots.prune({...usualKeep, always: ledger.lastAccepted()});
		return '';
	} catch (error) {
		return ` The history could not be written: ${messageOf(error)}.`;
	}
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

function cancelled(bytesSent: number): Ending {
	const whole =
		'Cancelled before the whole file was sent: the request was cut off, so the catalog cannot have taken it.';
	return {
		outcome: 'cancelled',
		exitCode: exitCodes.interrupted,
		sent: null,
		sync: null,
		message: bytesSent === 0 ? 'Cancelled before anything was sent.' : whole,
		catalog: nothingSent,
		next: 'Send it again when you are ready.',
	};
}
