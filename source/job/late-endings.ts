import {exitCodes} from '../errors/exit-codes.ts';
import {count, duration, plural} from '../text/format.ts';
import type {Ending, Sent} from './ending.ts';
import type {Watched} from './watch.ts';

/** The end of an upload that the catalog has taken. `undefined` when nobody waited for the sync. */
export function endingOfWatch(watched: Watched | undefined, sent: Sent, stopped = false): Ending {
	const catalog = `Sent, ${plural(sent.records, 'row')}.`;
	if (watched === undefined) {
		return {
			outcome: 'accepted',
			exitCode: exitCodes.done,
			sent,
			sync: null,
			message: 'Accepted: the catalog has taken the file; nobody waited for the sync.',
			catalog,
			next: 'Open the syncs page to see it run.',
		};
	}

	const {counts} = watched;
	const all = `all ${count(counts.expected)} tables and columns`;
	const base = {sent, sync: counts, catalog};
	switch (watched.proof) {
		case 'complete':
			return {
				...base,
				outcome: 'confirmed',
				exitCode: exitCodes.done,
				message: `Confirmed: ${all} were found in the catalog.`,
				next: 'Nothing is left to do.',
			};
		case 'still-shown':
			return {
				...base,
				outcome: 'confirmed',
				exitCode: exitCodes.done,
				message: `Confirmed: ${all} were found in the catalog. ${plural(watched.stillShown, 'page')} outside the file ${watched.stillShown === 1 ? 'is' : 'are'} still shown.`,
				next: 'Automatic staling may be switched off for this integration; see its preferences in the web app.',
			};
		case 'no-witness-possible':
			return {
				...base,
				outcome: 'accepted',
				exitCode: exitCodes.done,
				message: `Accepted: ${all} are in the catalog, as they were before. Changed texts cannot be seen from here.`,
				next: 'Open the syncs page to see how the sync ended.',
			};
		default:
			return {
				...base,
				outcome: 'accepted',
				exitCode: exitCodes.notSeen,
				message: `Sent, but not seen as planned ${stopped ? 'when you stopped waiting after' : 'within'} ${duration(counts.seconds * 1000)}: ${count(counts.found)} of ${count(counts.expected)} tables and columns were found${watched.stillShown === 0 ? '' : `, and ${plural(watched.stillShown, 'page')} outside the file ${watched.stillShown === 1 ? 'is' : 'are'} still shown`}.`,
				next: 'The sync may still run, or it may have failed: open the syncs page.',
			};
	}
}

/** The end of an upload of which it is not known whether the catalog took it. Only a witness settles that. */
export function endingOfUnknown(watched: Watched | undefined, sent: Sent, reason: string): Ending {
	if (watched?.witnessed) return endingOfWatch(watched, sent);
	return {
		outcome: 'unknown',
		exitCode: exitCodes.unknown,
		sent,
		sync: watched?.counts ?? null,
		message: `It is not known whether the catalog took the file: ${reason}`,
		catalog: 'Unknown. It was not sent again by itself.',
		next: 'Look at the syncs page. If no sync ran, send the same file again: it is a whole picture, so that does no harm.',
	};
}
