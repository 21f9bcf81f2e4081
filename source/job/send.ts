import {basename} from 'node:path';
import type {UploadAnswer} from '../catalog/upload.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import {plural} from '../text/format.ts';
import {endingOfUserError} from './early-endings.ts';
import {type Ending, nothingSent, nothingTaken, type Sent} from './ending.ts';
import type {JobEvent} from './events.ts';
import type {JobOptions, JobServices} from './job.ts';
import {endingOfUnknown, endingOfWatch} from './late-endings.ts';
import {type Prepared, readCatalog} from './prepare.ts';
import {registerSent} from './sent.ts';
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
	// From here on bytes may have left and the file may have been taken: whatever fails, it becomes an ending that says so.
	let answer: UploadAnswer | undefined;
	let hasLeft = false;
	const ending = await send().catch(error => endingOfFailure(error, answer, snapshot));
	return {...ending, message: `${ending.message}${record(state, entry, ending)}`, link: preview.link};

	async function send(): Promise<Ending> {
		const file = {
			path,
			bytes: snapshot.bytes,
			name: options.session.path === '-' ? 'stdin.csv' : basename(options.session.path),
		};
		answer = await catalog.uploadCsv(integration.id, file, {
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

	async function endingOfAnswer(answer: UploadAnswer): Promise<Ending> {
		const catalogText = hasLeft ? nothingTaken : nothingSent;
		if (answer.kind === 'not-sent') return {...endingOfUserError(answer.error), catalog: catalogText};
		if (answer.kind === 'cancelled' && !answer.complete) return cancelled(catalogText);
		registerSent();
		if (answer.kind === 'refused') return {...endingOfUserError(answer.error), catalog: nothingTaken};
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

/** The end of an upload of which this program has lost sight: nothing shows whether it was taken, or how its sync ends. */
function endingOfFailure(error: unknown, answer: UploadAnswer | undefined, sent: Sent): Ending {
	registerSent();
	const isBug = !(error instanceof UserError);
	const reason = isBug ? `the program failed (${messageOf(error)}).` : error.problem;
	const ending = answer?.kind === 'taken' ? endingOfUnwatched(sent, reason) : endingOfUnknown(undefined, sent, reason);
	return isBug ? {...ending, bug: error} : ending;
}

/** The end of an upload that was taken, and whose sync could not be watched. */
function endingOfUnwatched(sent: Sent, reason: string): Ending {
	return {
		outcome: 'accepted',
		exitCode: exitCodes.notSeen,
		sent,
		sync: null,
		message: `Secoda has taken the file, but the sync could not be watched: ${reason}`,
		catalog: `Sent, ${plural(sent.records, 'row')}.`,
		next: 'Open the syncs page to see how the sync ended.',
	};
}

/** Writes the ending into the history. Returns what is to be reported when that fails. */
function record({ledger}: JobServices['state'], entry: number, ending: Ending): string {
	try {
		ledger.finish(entry, ending.outcome, ending.message);
		return '';
	} catch (error) {
		return ` The history could not be written: ${messageOf(error)}`;
	}
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
