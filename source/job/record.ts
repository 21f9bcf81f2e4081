import {exitCodes} from '../errors/exit-codes.ts';
import {errorLine} from '../errors/user-error.ts';
import type {Baseline} from '../plan/baseline.ts';
import {encodeBaseline} from '../plan/baseline-bytes.ts';
import {type Snapshot, totalsOf} from '../plan/snapshot.ts';
import type {UploadEnd, UploadStart} from '../state/history-entry.ts';
import type {State} from '../state/state.ts';
import {version} from '../version.ts';
import type {Ending} from './ending.ts';
import type {Preview} from './events.ts';
import {afterSendTexts, nextSteps} from './messages.ts';
import {shortPlan} from './short-plan.ts';

/** The target and the files of an upload, as far as they are known. */
type UploadSubject = Omit<UploadStart, 'version'>;

/** The entry of one upload in the history. It begins with the snapshot, or with the end of an upload that has none. */
export class UploadEntry {
	readonly #state: State;
	readonly #start: UploadStart;
	readonly #startedAt: Date;
	#id: number | undefined;
	#approval: string | undefined;
	#isEnded = false;

	constructor(state: State, subject: UploadSubject, startedAt = new Date()) {
		this.#state = state;
		this.#startedAt = startedAt;
		this.#start = {...subject, version};
	}

	/** Begins the entry of an upload that has a snapshot. @throws StateError */
	begin(snapshot: Snapshot, integrationName: string): void {
		const {kind, parts, counts} = snapshot;
		const {records, bytes, sha256} = totalsOf(snapshot);
		const upload = {...this.#start, integrationName, kind, records, bytes, sha256, parts, counts};
		this.#id = this.#state.history.begin(upload, this.#startedAt);
	}

	/** Adds the plan. @throws StateError */
	plan({plan, guardResult}: Preview): void {
		const baseline = {from: 'catalog', counts: plan.catalog} as const;
		this.#state.history.plan(this.#begun, {planId: plan.id, baseline, plan: shortPlan(plan, guardResult)});
	}

	/** Adds the approval that the user gave. */
	approve(approval: string | undefined): void {
		this.#approval = approval;
	}

	/**
	Records that the upload is about to be sent. This comes before the first byte: even if this process is killed, the history has the
	upload, and another process can watch its sync. @throws StateError
	*/
	send(address: string, baseline: Baseline): void {
		this.#state.beginSending(this.#begun, this.#approval, {address, baseline: encodeBaseline(baseline)});
	}

	/** Records the ending, unless one is recorded. Returns it with the number of the entry. */
	end(ending: Ending, watchCommand?: (entry: number) => string): Ending {
		if (this.#isEnded) return ending;
		this.#isEnded = true;
		const end = {...endOf(ending), approval: this.#approval};
		if (this.#id !== undefined) {
			const message = `${ending.message}${recordEnding(this.#state, this.#id, end)}`;
			return withEntry({...ending, message}, this.#id, watchCommand);
		}

		try {
			return {...ending, entry: this.#state.history.addEnded(this.#start, end, this.#startedAt)};
		} catch (error) {
			return {...ending, message: `${ending.message}${afterSendTexts.historyNotWritten(errorLine(error))}`};
		}
	}

	get #begun(): number {
		if (this.#id === undefined) throw new Error('the entry has not begun');
		return this.#id;
	}
}

/** Writes the end of an upload to the history. Returns the message if that fails. */
export function recordEnding({history, watches}: State, entry: number, end: UploadEnd): string {
	try {
		history.finish(entry, end);
		if (!canWatchAgain(end)) watches.remove(entry);
		return '';
	} catch (error) {
		return afterSendTexts.historyNotWritten(errorLine(error));
	}
}

/** Returns an ending as the history stores it. */
export function endOf({outcome, message, code, exitCode, sync, edges, link}: Ending): UploadEnd {
	const known = exitCode === exitCodes.fileHasErrors ? 'file-has-errors' : undefined;
	const seen = sync === null ? undefined : {version: 1, ...sync, ...(edges && {edges: edges.counts})};
	return {outcome, message, code: code ?? known, sync: seen, link};
}

/** Returns an ending with the number of its entry and, if that can show more, the command that watches its sync again. */
export function withEntry(ending: Ending, entry: number, command: ((entry: number) => string) | undefined): Ending {
	if (command === undefined || !canWatchAgain(endOf(ending))) return {...ending, entry};
	return {...ending, entry, next: `${ending.next}${nextSteps.watchAgain(command(entry))}`};
}

/** True if watching the sync again can show more. */
function canWatchAgain({outcome, sync}: UploadEnd): boolean {
	return outcome === 'unseen' || outcome === 'unknown' || (outcome === 'accepted' && sync === undefined);
}
