import type {EntityType} from '../kinds/resources.ts';
import type {EntityCount} from '../plan/counts.ts';
import {countedNames, pluralNames} from '../plan/entity-names.ts';
import {sentRows} from '../plan/sent-rows.ts';
import {count, duration, plural} from '../text/format.ts';
import type {SnapshotTotals, SyncCounts} from './ending.ts';

/** The texts of one upload: for each ending what happened, the state of the catalog, and what to do next. */

export const catalogTexts = {
	nothingSent: 'Nothing was sent. The catalog is unchanged.',
	/** Another upload has the lock of the integration. */
	otherUpload: 'This run read and sent nothing. The other upload may be changing the catalog.',
	/** Bytes were sent, but it is known that Secoda did not process them. */
	nothingTaken: 'Secoda did not accept the upload. The catalog is unchanged.',
	unknown: 'Unknown. The file was not sent again.',
	sent: (totals: SnapshotTotals) => `Sent, ${sentRows(totals)}.`,
	notRead: (state: string) => `${state} The catalog was not read.`,
	maybeSent: (totals: SnapshotTotals) => `It is unknown whether Secoda received the ${sentRows(totals)}.`,
};

const startAgain = 'Start the upload again when you are ready.';
const checkSync = 'Open the sync page to see how the sync ended.';

export const nextSteps = {
	none: 'No action needed.',
	startAgain,
	checkSync,
	followSync: 'Open the sync page to follow the sync.',
	checkStaling: 'Automatic staling may be off for this integration. Check its preferences in Secoda.',
	mayRunOrFail: 'The sync may still be running, or it may have failed. Check the sync page.',
	sendAgain:
		'Check the sync page. If no sync ran, send the file again. Sending it twice is safe: each upload contains the whole catalog.',
	unchanged: (command: string | undefined) =>
		command === undefined ? 'No action needed.' : `No action needed. To send the file anyway: ${command}`,
	approve: (planId: string, command: string | undefined) =>
		command === undefined
			? `To send it anyway, upload the same files with --approve ${planId}.`
			: `To send it anyway: ${command}`,
	stale: (approval: string, differences: string) => `--approve ${approval} is for another plan. ${differences} `,
	watchAgain: (command: string) => ` Watch the sync again: ${command}`,
};

const bug = (message: string) => `secoda-upload failed (${message}). This is a bug, please report it.`;

export const beforeSendTexts = {
	safetyStop: (reasons: readonly string[]) => `Safety stop: ${reasons.join('; ')}.`,
	unchanged: (resources: string, entry: number) =>
		`Unchanged: the catalog shows ${resources} of the file already, as upload #${entry} left them.`,
	declined: 'Cancelled at the preview.',
	cancelled: 'Cancelled.',
	bug,
	cancelledWhileSending: 'Cancelled before the whole file was sent.',
};

export const afterSendTexts = {
	notWatched: 'Accepted: Secoda received the file. The sync was not watched.',
	confirmed: (resources: string) => `Confirmed: ${resources} are in the catalog.`,
	confirmedStillShown: (resources: string, pages: number) =>
		`Confirmed: ${resources} are in the catalog. ${stillShown(pages)}.`,
	unproven: (resources: string) =>
		`Accepted: ${resources} are in the catalog. Secoda reports no total, so this does not prove what the upload changed.`,
	unverifiable: (resources: string) =>
		`Accepted: ${resources} are in the catalog, as before the upload. Changes to their texts cannot be verified.`,
	nothingListed: 'Accepted: Secoda received the file.',
	/** Follows another sentence. */
	otherTexts: (number: number) =>
		` ${plural(number, 'description')} in Secoda ${number === 1 ? 'differs' : 'differ'} from the file, for example because a person's edit wins.`,
	/** Follows another sentence. */
	unlisted: (resources: readonly EntityCount[]) =>
		` Secoda has no list of ${pluralNames(resources.map(({entity}) => entity))}, so these were not verified: ${countedNames(resources)}.`,
	unconfirmed({expected, found}: SyncCounts, entities: readonly EntityType[], pages: number, when: string): string {
		const rest = pages === 0 ? '' : `, ${stillShown(pages)}`;
		return `Sent, but the sync was not confirmed ${when}: ${count(found)} of ${count(expected)} ${pluralNames(entities)} found${rest}.`;
	},
	/** Follows another sentence. */
	notRevived: (pages: number) =>
		` ${count(pages)} of the pages that this rollback should bring back ${pages === 1 ? 'is' : 'are'} still not shown. If the sync has ended, Secoda does not show hidden pages again: restore them from the Archive in Secoda (cmd+K).`,
	lastReadFailed: (reason: string) => ` The last attempt to read the catalog failed: ${reason}`,
	unread: (when: string, reason: string) => `Sent, but the catalog could not be read ${when}: ${reason}`,
	noCompleteRead: 'it was never read completely.',
	unknown: (reason: string) => `It is unknown whether Secoda received the file: ${reason}`,
	cancelledAfterSending: 'the upload was cancelled after the whole file had been sent.',
	noEvidence: 'the catalog shows no evidence of it.',
	watchFailed: (reason: string) => `Secoda received the file, but the sync could not be watched: ${reason}`,
	resumeFailed: (entry: number, reason: string) => `The sync of upload #${entry} was not watched: ${reason}`,
	bug,
	historyNotWritten: (reason: string) => ` The history could not be written: ${reason}`,
	snapshotsNotRemoved: (reason: string) => ` Old snapshots could not be removed: ${reason}`,
};

/** Returns `all 1,204 tables and columns`. */
export function allResources(number: number, entities: readonly EntityType[]): string {
	return `all ${count(number)} ${pluralNames(entities)}`;
}

/** Returns when a watch ended, as the end of a clause. */
export function whenWatchEnded({
	seconds,
	isCancelled,
}: {
	readonly seconds: number;
	readonly isCancelled: boolean;
}): string {
	const time = duration(seconds * 1000);
	return isCancelled ? `before you cancelled after ${time}` : `within ${time}`;
}

function stillShown(pages: number): string {
	return `${plural(pages, 'page')} that ${pages === 1 ? 'is' : 'are'} not in the file ${pages === 1 ? 'is' : 'are'} still shown`;
}
