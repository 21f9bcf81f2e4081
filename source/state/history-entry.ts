import {hostname} from 'node:os';
import {basename} from 'node:path';
import {isRunning} from './process-identity.ts';

/** A file of an upload. */
export type UploadedPart = {
	/** The file kind of its records. */
	readonly kind: string;
	/** The name of its part in the upload. */
	readonly part: string;
	/** The file name that Secoda saw. */
	readonly name: string;
	readonly contentType: string;
	readonly records: number;
	readonly bytes: number;
	readonly sha256: string;
};

/** A number of resources by entity type: `{tables: 3, columns: 41}`. */
export type StoredCounts = Readonly<Record<string, number>>;

/** The baseline of a plan: the counts of the catalog. */
export type StoredBaseline = {readonly from: 'catalog'; readonly counts: StoredCounts};

/** A JSON object with the version of its shape. */
export type StoredJson = Readonly<Record<string, unknown>> & {readonly version: number};

/** The data of a snapshot. */
export type SnapshotRecord = {
	/** The file kind of the first part. */
	readonly kind: string;
	/** The total of all parts. */
	readonly records: number;
	readonly bytes: number;
	/** The digest of the snapshot; for one part its SHA-256. */
	readonly sha256: string;
	readonly parts: readonly UploadedPart[];
	/** The number of resources in the snapshot; absent if an older version sent it. */
	readonly counts: StoredCounts | undefined;
};

/** The data of an upload that begins. */
export type BegunUpload = UploadStart &
	SnapshotRecord & {
		/** The name that the integration had. */
		readonly integrationName?: string | undefined;
	};

/** The data of a plan. */
export type PlanRecord = {
	/** The id of the plan. */
	readonly planId: string | undefined;
	readonly baseline: StoredBaseline | undefined;
	/** The plan in short. */
	readonly plan: StoredJson | undefined;
};

/** The data of an upload that is known before its snapshot. The target is absent if it was not found. */
export type UploadStart = {
	readonly profile: string | undefined;
	readonly host: string | undefined;
	readonly integration: string | undefined;
	/** The address of the workspace; absent if an older version recorded the upload. */
	readonly address?: string | undefined;
	/** The path of the first file as it was given. */
	readonly source: string;
	/** The absolute paths of all files. */
	readonly files: readonly string[] | undefined;
	/** The version of the program. */
	readonly version: string | undefined;
	/** The entry whose snapshot is sent again, if it is a rollback. */
	readonly rollbackOf?: number | undefined;
};

/** The end of an upload. */
export type UploadEnd = {
	readonly outcome: string;
	readonly message: string;
	/** The code of the error that ended it. */
	readonly code?: string | undefined;
	/** The sync as far as it was seen. */
	readonly sync?: StoredJson | undefined;
	/** The sync page. */
	readonly link?: string | undefined;
	/** The value of `--approve`. */
	readonly approval?: string | undefined;
};

/** An upload in the history. What is unknown is absent. */
export type HistoryEntry = UploadStart &
	Partial<Omit<BegunUpload, 'parts'>> &
	Pick<SnapshotRecord, 'parts'> &
	PlanRecord &
	UploadEnd & {
		readonly id: number;
		/** The start, as an ISO date-time. */
		readonly at: string;
		readonly endedAt: string | undefined;
		/** True if a byte may have been sent. */
		readonly isSent: boolean;
		/** True while the process that started it runs. */
		readonly isRunning: boolean;
	};

/** An upload of which a byte may have been sent. */
export type SentEntry = HistoryEntry &
	SnapshotRecord & {readonly host: string; readonly integration: string; readonly isSent: true};

export function isSentEntry(entry: HistoryEntry): entry is SentEntry {
	const {isSent, sha256, host, integration} = entry;
	return isSent && sha256 !== undefined && host !== undefined && integration !== undefined;
}

type Row = Readonly<Record<string, unknown>>;

/** Returns an entry from a row of `uploads` and its rows of `upload_parts`. */
export function toHistoryEntry(row: Row, parts: readonly Row[]): HistoryEntry {
	const {sent, process} = row;
	const [source, kind, sha256] = [String(row['source']), textOf(row['kind']), textOf(row['sha256'])];
	const [records, bytes] = [numberOf(row['records']), numberOf(row['bytes'])];
	const whole =
		kind === undefined || sha256 === undefined || records === undefined || bytes === undefined
			? undefined
			: {kind, records, bytes, sha256};
	const old = whole === undefined ? [] : [onlyPart(source, whole)];
	return {
		id: Number(row['id']),
		at: String(row['at']),
		endedAt: textOf(row['ended_at']),
		profile: textOf(row['profile']),
		host: textOf(row['host']),
		integration: textOf(row['integration']),
		address: textOf(row['address']),
		integrationName: textOf(row['integration_name']),
		source,
		files: toTexts(fromJson(row['files'])),
		version: textOf(row['version']),
		rollbackOf: numberOf(row['rollback_of']),
		...whole,
		parts: parts.length === 0 ? old : parts.map(toPart),
		counts: toCounts(fromJson(row['counts'])),
		planId: textOf(row['plan']),
		approval: textOf(row['approval']),
		baseline: toBaseline(fromJson(row['baseline'])),
		plan: toStoredJson(fromJson(row['summary'])),
		isSent: sent === 1,
		isRunning: isRunningProcess(fromJson(process)),
		outcome: String(row['outcome']),
		message: String(row['message']),
		code: textOf(row['code']),
		sync: toStoredJson(fromJson(row['sync'])),
		link: textOf(row['link']),
	};
}

function toPart({kind, part, name, content_type, records, bytes, sha256}: Row): UploadedPart {
	return {
		kind: String(kind),
		part: String(part),
		name: String(name),
		contentType: String(content_type),
		records: Number(records),
		bytes: Number(bytes),
		sha256: String(sha256),
	};
}

/** Returns the part of an upload that an older version sent. */
function onlyPart(
	source: string,
	{kind, ...totals}: Pick<SnapshotRecord, 'kind' | 'records' | 'bytes' | 'sha256'>,
): UploadedPart {
	const name = source === '-' ? 'stdin.csv' : basename(source);
	return {kind, part: 'file', name, contentType: 'text/csv', ...totals};
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function fromJson(value: unknown): unknown {
	return typeof value === 'string' ? JSON.parse(value) : undefined;
}

function numberOf(value: unknown): number | undefined {
	return typeof value === 'number' ? value : undefined;
}

function toTexts(value: unknown): readonly string[] | undefined {
	return Array.isArray(value) ? value.map(String) : undefined;
}

function toStoredJson(value: unknown): StoredJson | undefined {
	if (!isObject(value)) return undefined;
	const {version} = value;
	return typeof version === 'number' ? {...value, version} : undefined;
}

/** True if the process that started an upload, and did not record its end, is running. */
function isRunningProcess(value: unknown): boolean {
	const {machine, pid, started} = isObject(value) ? value : {};
	return typeof pid === 'number' && machine === hostname() && isRunning({pid, started: String(started)});
}

function toBaseline(value: unknown): StoredBaseline | undefined {
	const {from, counts: stored} = isObject(value) ? value : {};
	const counts = toCounts(stored);
	return from === 'catalog' && counts !== undefined ? {from, counts} : undefined;
}

function toCounts(value: unknown): StoredCounts | undefined {
	if (!isObject(value)) return undefined;
	return Object.fromEntries(Object.entries(value).map(([type, count]) => [type, Number(count)]));
}

function isObject(value: unknown): value is Row {
	return typeof value === 'object' && value !== null;
}
