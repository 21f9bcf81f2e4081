import type {SnapshotPart} from '../plan/snapshot.ts';
import {alignedLines} from '../text/aligned-lines.ts';
import {ago, plural} from '../text/format.ts';
import {visible} from '../text/visible.ts';
import {historyTexts as texts} from './history-texts.ts';
import {sourceName} from './source-name.ts';

/** An upload in the history. What is unknown is absent. */
export type HistoryUpload = {
	readonly id: number;
	readonly at: string;
	readonly endedAt?: string | undefined;
	readonly profile?: string | undefined;
	readonly host?: string | undefined;
	readonly integration?: string | undefined;
	readonly integrationName?: string | undefined;
	readonly address?: string | undefined;
	readonly source: string;
	readonly files?: readonly string[] | undefined;
	readonly version?: string | undefined;
	/** The upload whose snapshot it sends again, if it is a rollback. */
	readonly rollbackOf?: number | undefined;
	readonly kind?: string | undefined;
	readonly records?: number | undefined;
	readonly bytes?: number | undefined;
	readonly sha256?: string | undefined;
	readonly parts: ReadonlyArray<Pick<SnapshotPart, 'name' | 'records'>>;
	readonly counts?: object | undefined;
	readonly planId?: string | undefined;
	readonly baseline?: object | undefined;
	/** The plan in short; its shape depends on its version. */
	readonly plan?: object | undefined;
	readonly approval?: string | undefined;
	readonly outcome: string;
	readonly message: string;
	readonly code?: string | undefined;
	/** The sync as far as it was seen. */
	readonly sync?: object | undefined;
	readonly link?: string | undefined;
	/** True if a byte may have been sent. */
	readonly isSent: boolean;
	/** True while its process runs. */
	readonly isRunning: boolean;
};

/** Returns the outcome and the message of an upload; those of one that runs are not known yet. */
export function resultOf({isRunning, outcome, message}: HistoryUpload): Pick<HistoryUpload, 'outcome' | 'message'> {
	return isRunning ? {outcome: texts.running, message: texts.inProgress} : {outcome, message};
}

/** Returns the uploads in the documented shape of `history --json`. Unknown values are null. */
export function historyJson(uploads: readonly HistoryUpload[]): object {
	return {uploads: uploads.map(uploadJson)};
}

function uploadJson(upload: HistoryUpload): object {
	const {id, at, endedAt = null, profile = null, host = null, integration = null, source, files = null} = upload;
	const {version = null, records = null, bytes = null, sha256 = null, kind = null, parts, counts = null} = upload;
	const {planId = null, plan = null, baseline = null, approval = null, rollbackOf = null, isSent: sent} = upload;
	const {code = null, sync = null, link = null, address = null, integrationName = null} = upload;
	const {outcome, message} = resultOf(upload);
	const origin = {
		id,
		at,
		endedAt,
		profile,
		host,
		address,
		integration,
		integrationName,
		source,
		files,
		version,
		rollbackOf,
	};
	const snapshot = {records, bytes, sha256, kind, parts, counts};
	return {...origin, ...snapshot, planId, plan, baseline, approval, sent, outcome, code, message, sync, link};
}

/** Returns the uploads as a table with a line for each. */
export function historyLines(uploads: readonly HistoryUpload[], now: number): readonly string[] {
	if (uploads.length === 0) return [texts.empty];
	const rows = uploads.map(upload => {
		const {id, at, profile, host = texts.noTarget} = upload;
		const place = profile ?? host;
		const cells = [`#${id}`, ago(at, now), place, resultOf(upload).outcome, shortCounts(upload), fileNames(upload)];
		return cells.map(cell => visible(cell));
	});
	return alignedLines(rows).trimEnd().split('\n');
}

/** Returns the names of the files of an upload; of one file its path. */
export function fileNames({source, parts}: Pick<HistoryUpload, 'source' | 'parts'>): string {
	return parts.length > 1 ? parts.map(({name}) => name).join(', ') : sourceName(source);
}

/** Returns the rows of an upload and what it changes, in short: "1,204 rows, 12 created, 3 hidden". */
export function shortCounts({records, plan}: HistoryUpload): string {
	const rows = records === undefined ? [] : [plural(records, 'row')];
	return [...rows, ...changesOf(plan).map(({action, total}) => texts.change(total, action))].join(', ');
}

/** The resources that a plan changes in one way, by type. */
type PlannedChanges = {
	readonly action: string;
	readonly total: number;
	readonly counts: ReadonlyArray<readonly [type: string, number: number]>;
};

/** The parts of a plan that are no change. */
const unchanged: ReadonlySet<string> = new Set(['kept', 'unchanged']);

/** Returns the changes of a stored plan that are not 0. Those of later versions are shown as far as they have the same shape. */
export function changesOf(plan: object | undefined): readonly PlannedChanges[] {
	return entriesOf(memberOf(plan, 'counts')).flatMap(([action, byType]) => {
		const counts = countsIn(byType);
		const total = typeof byType === 'number' ? byType : counts.reduce((sum, [, number]) => sum + number, 0);
		return total === 0 || unchanged.has(action) ? [] : [{action, total, counts}];
	});
}

/** Returns stored counts by type that are not 0. */
export function countsIn(value: unknown): ReadonlyArray<readonly [type: string, number: number]> {
	return entriesOf(value).flatMap(([type, number]) =>
		typeof number === 'number' && number > 0 ? [[type, number] as const] : [],
	);
}

/** Returns a member of stored JSON. */
export function memberOf(value: unknown, name: string): unknown {
	return entriesOf(value).find(([key]) => key === name)?.[1];
}

function entriesOf(value: unknown): ReadonlyArray<readonly [string, unknown]> {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}
