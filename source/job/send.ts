import type {UploadResult} from '../catalog/upload.ts';
import {exitCodes} from '../errors/exit-codes.ts';
import {UserError} from '../errors/user-error.ts';
import {findDifferences} from '../plan/differences.ts';
import type {Ending, SnapshotTotals} from './ending.ts';
import {endingOfFailedWatch, endingOfUnknown, endingOfWatch} from './endings-after-send.ts';
import {endingOfUserError} from './endings-before-send.ts';
import type {JobEvent} from './events.ts';
import {beforeSendTexts, catalogTexts, nextSteps, afterSendTexts as texts} from './messages.ts';
import type {JobOptions, JobServices} from './options.ts';
import type {PreparedUpload} from './prepare.ts';
import {readAfterUpload} from './read-after-upload.ts';
import type {UploadEntry} from './record.ts';
import {registerSent} from './sent.ts';
import {watch} from './watch.ts';

/** How long to look for evidence if it is unknown whether Secoda accepted the file. */
const maxUnknownWaitMs = 60_000;

/** Sends the snapshot and watches the sync. */
export async function sendAndWatch(
	{preview, snapshot, inventory, lists, baseline}: PreparedUpload,
	entry: UploadEntry,
	options: JobOptions,
	{catalog, timer}: JobServices,
	signal: AbortSignal,
	emit: (event: JobEvent) => void,
): Promise<Ending> {
	const {snapshot: sent, integration} = preview;
	entry.send(catalog.address.api.href, baseline);
	// From here on Secoda may have received the file, so every failure becomes an ending that reports that.
	let answer: UploadResult | undefined;
	let hasLeft = false;
	const ending = await send().catch(error => endingOfFailure(error, answer, sent));
	return {...ending, link: preview.link};

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
		const mayHaveLeft = hasLeft || (answer.kind === 'cancelled' && answer.stage === 'talking');
		const catalogText = mayHaveLeft ? catalogTexts.nothingTaken : catalogTexts.nothingSent;
		if (answer.kind === 'not-sent') return {...endingOfUserError(answer.error), catalog: catalogText};
		if (answer.kind === 'cancelled' && !answer.complete) return cancelled(catalogText);
		registerSent();
		if (answer.kind === 'refused') return {...endingOfUserError(answer.error), catalog: catalogTexts.nothingTaken};
		emit({type: 'answered', taken: answer.kind === 'taken'});
		if (answer.kind === 'taken' && options.waitMs === 0) return endingOfWatch(undefined, sent);
		if (answer.kind === 'cancelled') return endingOfUnknown(undefined, sent, texts.cancelledAfterSending);
		const watched = await watch(
			{
				baseline,
				timer,
				waitMs: answer.kind === 'taken' ? options.waitMs : Math.min(options.waitMs, maxUnknownWaitMs),
				read: end => readAfterUpload({catalog, integration: integration.id, inventory, lists, baseline}, end),
				onStatus: status => emit({type: 'syncing', ...status}),
				onFailure: failure => emit({type: 'read-failed', failure}),
			},
			signal,
		);
		const watchEnding =
			answer.kind === 'taken' ? endingOfWatch(watched, sent) : endingOfUnknown(watched, sent, answer.error.message);
		const {comparison} = watched;
		return {...watchEnding, differences: comparison && findDifferences(comparison, preview.plan.sides.after)};
	}
}

/** Returns the ending of an upload that this program lost track of: it may have been accepted, and its sync may run. */
function endingOfFailure(error: unknown, answer: UploadResult | undefined, sent: SnapshotTotals): Ending {
	registerSent();
	const isBug = !(error instanceof UserError);
	const reason = isBug ? texts.bug(messageOf(error)) : error.problem;
	const ending =
		answer?.kind === 'taken' ? endingOfFailedWatch(sent, reason) : endingOfUnknown(undefined, sent, reason);
	return isBug ? {...ending, bug: error} : ending;
}

function messageOf(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}

/** Returns the ending of an upload that was cancelled before its last byte, so that Secoda cannot have accepted it. */
function cancelled(catalog: string): Ending {
	return {
		outcome: 'cancelled',
		exitCode: exitCodes.interrupted,
		sent: null,
		sync: null,
		message: beforeSendTexts.cancelledWhileSending,
		catalog,
		next: nextSteps.startAgain,
	};
}
