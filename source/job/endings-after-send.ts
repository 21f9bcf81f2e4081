import {type ExitCode, exitCodes} from '../errors/exit-codes.ts';
import {edgeSentences} from './edge-texts.ts';
import type {Ending, Outcome, SnapshotTotals} from './ending.ts';
import {allResources, catalogTexts, nextSteps, afterSendTexts as texts, whenWatchEnded} from './messages.ts';
import type {SyncStatus, TextStatus, WatchResult} from './watch.ts';

type WatchEnding = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	readonly message: string;
	readonly next: string;
};

/** Returns the ending of an upload that Secoda has accepted. `result` is `undefined` if the sync was not watched. */
export function endingOfWatch(result: WatchResult | undefined, sent: SnapshotTotals): Ending {
	const catalog = catalogTexts.sent(sent);
	if (result === undefined) return {...withoutWatch, sent, sync: null, catalog};
	const {status, seconds} = result;
	const sync = status === undefined ? null : {...status.counts, seconds};
	const edges = status?.edges;
	const ending = status === undefined ? endingOfUnreadCatalog(result) : endingOfStatus(status, result);
	return {...ending, sent, sync, edges, catalog};
}

/** Returns the ending of an upload that Secoda may have accepted. Only evidence settles that. */
export function endingOfUnknown(result: WatchResult | undefined, sent: SnapshotTotals, reason: string): Ending {
	const status = result?.status;
	if (result !== undefined && status?.isProof) return endingOfWatch(result, sent);
	return {
		outcome: 'unknown',
		exitCode: exitCodes.unknown,
		sent,
		sync: status === undefined ? null : {...status.counts, seconds: result?.seconds ?? status.counts.seconds},
		edges: status?.edges,
		message: texts.unknown(reason),
		catalog: catalogTexts.unknown,
		next: nextSteps.sendAgain,
	};
}

/** Returns the ending of an upload that Secoda has accepted, and whose sync could not be watched. */
export function endingOfFailedWatch(sent: SnapshotTotals, reason: string): Ending {
	return {
		outcome: 'unseen',
		exitCode: exitCodes.notSeen,
		sent,
		sync: null,
		message: texts.watchFailed(reason),
		catalog: catalogTexts.sent(sent),
		next: nextSteps.checkSync,
	};
}

const withoutWatch: WatchEnding = {
	outcome: 'accepted',
	exitCode: exitCodes.done,
	message: texts.notWatched,
	next: nextSteps.followSync,
};

function endingOfUnreadCatalog(result: WatchResult): WatchEnding {
	return unseen(texts.unread(whenWatchEnded(result), result.failure?.error.problem ?? texts.noCompleteRead));
}

function endingOfStatus(status: SyncStatus, result: WatchResult): WatchEnding {
	const ending = endingOfEvidence(status, result);
	const {unlisted, edges, texts: descriptions} = status;
	const others = unlisted.length === 0 ? '' : texts.unlisted(unlisted);
	return {...ending, message: `${ending.message}${textSentence(descriptions)}${edgeSentences(edges)}${others}`};
}

/** Returns the descriptions that differ from what was sent, as a sentence that follows others. */
function textSentence(status: TextStatus | undefined): string {
	if (status === undefined || status.others === 0) return '';
	return texts.otherTexts(status.others);
}

function endingOfEvidence({counts, evidence, stillShown, entities}: SyncStatus, result: WatchResult): WatchEnding {
	const resources = allResources(counts.expected, entities);
	switch (evidence) {
		case 'complete':
			return confirmed(texts.confirmed(resources), nextSteps.none);
		case 'still-shown':
			return confirmed(texts.confirmedStillShown(resources, stillShown), nextSteps.checkStaling);
		case 'unproven':
			return accepted(texts.unproven(resources));
		case 'no-evidence-possible':
			return accepted(counts.expected === 0 ? texts.nothingListed : texts.unverifiable(resources));
		case 'incomplete': {
			const {failure} = result;
			const reason = failure === undefined ? '' : texts.lastReadFailed(failure.error.problem);
			return unseen(`${texts.unconfirmed(counts, entities, stillShown, whenWatchEnded(result))}${reason}`);
		}
	}
}

function confirmed(message: string, next: string): WatchEnding {
	return {outcome: 'confirmed', exitCode: exitCodes.done, message, next};
}

function accepted(message: string): WatchEnding {
	return {outcome: 'accepted', exitCode: exitCodes.done, message, next: nextSteps.checkSync};
}

function unseen(message: string): WatchEnding {
	return {outcome: 'unseen', exitCode: exitCodes.notSeen, message, next: nextSteps.mayRunOrFail};
}
