import {type ExitCode, exitCodes} from '../errors/exit-codes.ts';
import {allOf} from '../plan/entities.ts';
import {count, duration, plural} from '../text/format.ts';
import type {Ending, Outcome, Sent} from './ending.ts';
import type {Seen, Watched} from './watch.ts';

type Late = {
	readonly outcome: Outcome;
	readonly exitCode: ExitCode;
	readonly message: string;
	readonly next: string;
};

/** The end of an upload that Secoda has taken. `undefined` when nobody waited for the sync. */
export function endingOfWatch(watched: Watched | undefined, sent: Sent): Ending {
	const catalog = `Sent, ${plural(sent.records, 'row')}.`;
	if (watched === undefined) return {...notWaited, sent, sync: null, catalog};
	const {seen, seconds} = watched;
	const sync = seen === undefined ? null : {...seen.counts, seconds};
	return {...(seen === undefined ? notRead(watched) : judged(seen, watched)), sent, sync, catalog};
}

/** The end of an upload of which it is not known whether Secoda took it. Only evidence settles that. */
export function endingOfUnknown(watched: Watched | undefined, sent: Sent, reason: string): Ending {
	const seen = watched?.seen;
	if (watched !== undefined && seen?.evident) return endingOfWatch(watched, sent);
	return {
		outcome: 'unknown',
		exitCode: exitCodes.unknown,
		sent,
		sync: seen === undefined ? null : {...seen.counts, seconds: watched?.seconds ?? seen.counts.seconds},
		message: `It is not known whether Secoda took the file: ${reason}`,
		catalog: 'Unknown. The file was not sent again automatically.',
		next: 'Look at the syncs page. If no sync ran, send the same file again: it holds the whole catalog, so that does no harm.',
	};
}

/** The end of an upload that was taken, and whose sync was not seen for another reason than the time. */
export function endingOfUnwatched(sent: Sent, reason: string): Ending {
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

const notWaited: Late = {
	outcome: 'accepted',
	exitCode: exitCodes.done,
	message: 'Accepted: Secoda has taken the file. The sync was not waited for.',
	next: 'Open the syncs page to see it run.',
};

function notRead({failure, ...watched}: Watched): Late {
	const why = failure === undefined ? 'no reading of the catalog was complete.' : failure.error.problem;
	return unseen(`the catalog could not be read ${time(watched)}: ${why}`);
}

function judged({counts, proof, stillShown, entities}: Seen, watched: Watched): Late {
	const all = `all ${count(counts.expected)} ${allOf(entities)}`;
	const shown = `${plural(stillShown, 'page')} outside the file ${stillShown === 1 ? 'is' : 'are'} still shown`;
	switch (proof) {
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
			const {failure} = watched;
			const found = `${count(counts.found)} of ${count(counts.expected)} ${allOf(entities)} were found`;
			return unseen(
				[
					`the sync was not seen ${time(watched)}: ${found}`,
					stillShown === 0 ? '' : `, and ${shown}`,
					failure === undefined ? '.' : `. The catalog could not be read at the end: ${failure.error.problem}`,
				].join(''),
			);
		}
	}
}

function accepted(what: string): Late {
	return {
		outcome: 'accepted',
		exitCode: exitCodes.done,
		message: `Accepted: ${what}`,
		next: 'Open the syncs page to see how the sync ended.',
	};
}

function unseen(what: string): Late {
	return {
		outcome: 'unseen',
		exitCode: exitCodes.notSeen,
		message: `Sent, but ${what}`,
		next: 'The sync may still run, or it may have failed: open the syncs page.',
	};
}

function time({seconds, isStopped}: Pick<Watched, 'seconds' | 'isStopped'>): string {
	return isStopped ? `before you stopped after ${duration(seconds * 1000)}` : `within ${duration(seconds * 1000)}`;
}
