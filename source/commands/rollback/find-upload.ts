import type {JobOptions} from '../../job/options.ts';
import {createStoredSource} from '../../snapshot/stored-source.ts';
import type {HistoryTarget} from '../../state/history.ts';
import {type HistoryEntry, isSentEntry, type SentEntry} from '../../state/history-entry.ts';
import type {State} from '../../state/state.ts';
import {usageErrors} from '../usage-errors.ts';

/** An upload to send again, and its snapshot. */
export type UploadToRepeat = {readonly entry: SentEntry; readonly source: JobOptions['source']};

/** The number of uploads that an error proposes. */
const maxProposed = 5;

/**
Returns the upload that a rollback sends again: the one with this number, or else the last one with other content than the present one. A
rollback whose outcome is unknown is repeated, because another one would undo it.

@throws UsageError
*/
export function findUploadToRepeat(state: State, place: HistoryTarget, to?: number): UploadToRepeat {
	const {present, earlier} = acceptedUploads(state, place);
	const kept = findRepeatable(state, place);
	const proposed = [...kept].slice(0, maxProposed);
	const unfinished = present?.outcome === 'unknown' ? earlier.find(({id}) => id === present.rollbackOf) : undefined;
	const entry =
		to === undefined ? (unfinished ?? earlier.find(isCertain)) : requireAccepted(to, {state, place, present, proposed});
	if (entry === undefined) throw usageErrors.noRollback(proposed);
	if (!kept.has(entry.id)) throw usageErrors.rollbackNotKept(entry.id, proposed);
	const source = createStoredSource(entry);
	if (source === undefined) throw usageErrors.rollbackUnknownKind(entry.id);
	return {entry, source};
}

/** Returns the upload with the content before the present one; `undefined` if it is not kept. */
export function findEarlier(state: State, place: HistoryTarget): SentEntry | undefined {
	const entry = acceptedUploads(state, place).earlier.find(isCertain);
	return entry !== undefined && isKept(entry, state) ? entry : undefined;
}

/** True if a rollback can send an upload again. */
export function canRepeat(
	{id, host, integration}: Pick<HistoryEntry, 'id' | 'host' | 'integration'>,
	state: State,
): boolean {
	return host !== undefined && integration !== undefined && findRepeatable(state, {host, integration}).has(id);
}

/** Returns the numbers of the uploads that a rollback can send again. */
export function findRepeatable(state: State, place: HistoryTarget): ReadonlySet<number> {
	const {earlier} = acceptedUploads(state, place);
	return new Set(earlier.filter(entry => isKept(entry, state)).map(({id}) => id));
}

/** The last upload that a target accepted, or may have accepted, and those before it with other content, newest first. */
function acceptedUploads({history}: State, place: HistoryTarget) {
	const [present, ...others] = history.acceptedBy(place);
	// Whether the last upload was accepted may be unknown: then sending the same again can change the catalog.
	const earlier = others.filter(({sha256}) => present?.outcome === 'unknown' || sha256 !== present?.sha256);
	return {present, earlier};
}

type Choice = {
	readonly state: State;
	readonly place: HistoryTarget;
	readonly present: SentEntry | undefined;
	readonly proposed: readonly number[];
};

/** Returns the upload with a number, if the target accepted it and it is not what was sent last. @throws UsageError */
function requireAccepted(id: number, {state: {history}, place, present, proposed}: Choice): SentEntry {
	const entry = history.entry(id);
	if (entry === undefined) throw usageErrors.unknownEntry(id);
	const {host = '', integration = '', outcome} = entry;
	if (host !== place.host || integration !== place.integration)
		throw usageErrors.rollbackElsewhere(id, [host, integration].filter(Boolean).join(', '), proposed);
	const isAccepted = history.acceptedBy(place).some(accepted => accepted.id === id);
	if (!isSentEntry(entry) || !isAccepted) throw usageErrors.rollbackNotAccepted(id, outcome, proposed);
	if (
		present !== undefined &&
		(id === present.id || (present.outcome !== 'unknown' && entry.sha256 === present.sha256))
	)
		throw usageErrors.rollbackSame(id, present.id, proposed);
	return entry;
}

function isCertain({outcome}: SentEntry): boolean {
	return outcome !== 'unknown';
}

function isKept({parts}: SentEntry, {snapshots}: State): boolean {
	return parts.length > 0 && parts.every(({sha256}) => snapshots.has(sha256));
}
