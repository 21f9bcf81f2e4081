import {type ExitCode, exitCodes} from '../errors/exit-codes.ts';
import {pluralNames} from '../plan/entity-names.ts';
import {count, duration, plural} from '../text/format.ts';
import type {Ending, Outcome, SnapshotTotals} from './ending.ts';
import type {SyncStatus, WatchResult} from './watch.ts';

type WatchEnding = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	readonly message: string;
	readonly next: string;
};

/** The end of an upload that Secoda has taken. `undefined` when nobody waited for the sync. */
export function endingOfWatch(result: WatchResult | undefined, sent: SnapshotTotals): Ending {
	const catalog = `Sent, ${plural(sent.records, 'row')}.`;
	if (result === undefined) return {...withoutWatch, sent, sync: null, catalog};
	const {status, seconds} = result;
	const sync = status === undefined ? null : {...status.counts, seconds};
	return {
		...(status === undefined ? endingOfUnreadCatalog(result) : endingOfStatus(status, result)),
		sent,
		sync,
		catalog,
	};
}

/** The end of an upload of which it is not known whether Secoda took it. Only evidence settles that. */
export function endingOfUnknown(result: WatchResult | undefined, sent: SnapshotTotals, reason: string): Ending {
	const status = result?.status;
	if (result !== undefined && status?.hasEvidence) return endingOfWatch(result, sent);
	return {
		outcome: 'unknown',
		exitCode: exitCodes.unknown,
		sent,
		sync: status === undefined ? null : {...status.counts, seconds: result?.seconds ?? status.counts.seconds},
		message: `It is not known whether Secoda took the file: ${reason}`,
		catalog: 'Unknown. The file was not sent again automatically.',
		next: 'Look at the syncs page. If no sync ran, send the same file again: it holds the whole catalog, so that does no harm.',
	};
}

/** The end of an upload that was taken, and whose sync was not seen for another reason than the time. */
export function endingOfFailedWatch(sent: SnapshotTotals, reason: string): Ending {
	return {
		outcome: 'unseen',
		exitCode: exitCodes.notSeen,
		sent,
		sync: null,
		message: `Secoda has taken the file, but the sync could not be watched: ${reason}`,
		catalog: `Sent, ${plural(sent.records, 'row')}.`,
		next: 'Open the syncs page to see how the sync ended.',
	};
}

const withoutWatch: WatchEnding = {
	outcome: 'accepted',
	exitCode: exitCodes.done,
	message: 'Accepted: Secoda has taken the file. The sync was not waited for.',
	next: 'Open the syncs page to see it run.',
};

function endingOfUnreadCatalog({failure, ...result}: WatchResult): WatchEnding {
	const why = failure === undefined ? 'no reading of the catalog was complete.' : failure.error.problem;
	return unseen(`the catalog could not be read ${watchTime(result)}: ${why}`);
}

function endingOfStatus({counts, evidence, stillShown, entities}: SyncStatus, result: WatchResult): WatchEnding {
	const all = `all ${count(counts.expected)} ${pluralNames(entities)}`;
	const shown = `${plural(stillShown, 'page')} outside the file ${stillShown === 1 ? 'is' : 'are'} still shown`;
	switch (evidence) {
		case 'complete':
			return {
				outcome: 'confirmed',
				exitCode: exitCodes.done,
				message: `Confirmed: ${all} were found in the catalog.`,
				next: 'Nothing is left to do.',
			};
		case 'still-shown':
			return {
				outcome: 'confirmed',
				exitCode: exitCodes.done,
				message: `Confirmed: ${all} were found in the catalog. ${shown}.`,
				next: 'Automatic staling may be switched off for this integration; see its preferences in the web app.',
			};
		case 'unproven':
			return accepted(
				`${all} are in the catalog. Its list has no count, so it does not prove what this upload changed.`,
			);
		case 'no-evidence-possible':
			return accepted(`${all} are in the catalog, as they were before. Changed texts cannot be seen from here.`);
		case 'incomplete': {
			const {failure} = result;
			const found = `${count(counts.found)} of ${count(counts.expected)} ${pluralNames(entities)} were found`;
			return unseen(
				[
					`the sync was not seen ${watchTime(result)}: ${found}`,
					stillShown === 0 ? '' : `, and ${shown}`,
					failure === undefined ? '.' : `. The catalog could not be read at the end: ${failure.error.problem}`,
				].join(''),
			);
		}
	}
}

function accepted(what: string): WatchEnding {
	return {
		outcome: 'accepted',
		exitCode: exitCodes.done,
		message: `Accepted: ${what}`,
		next: 'Open the syncs page to see how the sync ended.',
	};
}

function unseen(what: string): WatchEnding {
	return {
		outcome: 'unseen',
		exitCode: exitCodes.notSeen,
		message: `Sent, but ${what}`,
		next: 'The sync may still run, or it may have failed: open the syncs page.',
	};
}

function watchTime({seconds, isCancelled}: Pick<WatchResult, 'seconds' | 'isCancelled'>): string {
	return isCancelled ? `before you stopped after ${duration(seconds * 1000)}` : `within ${duration(seconds * 1000)}`;
}
