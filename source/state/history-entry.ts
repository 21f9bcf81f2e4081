import {basename} from 'node:path';

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

/** The data of an upload that is known when it starts. */
export type UploadRecord = {
	readonly host: string;
	readonly integration: string;
	/** The path of the source file. */
	readonly source: string;
	/** The file kind of the first part. */
	readonly kind: string;
	/** The total of all parts. */
	readonly records: number;
	readonly bytes: number;
	/** The digest of the snapshot; for one part its SHA-256. */
	readonly sha256: string;
	readonly parts: readonly UploadedPart[];
	/** The number of resources in the snapshot. This and the following fields are absent if an older version sent it. */
	readonly counts: StoredCounts | undefined;
	/** The id of the plan. */
	readonly planId: string | undefined;
	/** The id that was given with `--approve`. */
	readonly approval: string | undefined;
	readonly baseline: StoredBaseline | undefined;
};

/** An upload in the history. */
export type HistoryEntry = UploadRecord & {
	readonly id: number;
	/** The start, as an ISO date-time. */
	readonly at: string;
	readonly outcome: string;
	readonly message: string;
};

type Row = Readonly<Record<string, unknown>>;

/** Returns an entry from a row of `uploads` and its rows of `upload_parts`. */
export function toHistoryEntry(row: Row, parts: readonly Row[]): HistoryEntry {
	const {id, at, host, integration, source, records, bytes, sha256, outcome, message, kind} = row;
	const whole = {
		kind: String(kind),
		source: String(source),
		records: Number(records),
		bytes: Number(bytes),
		sha256: String(sha256),
	};
	return {
		id: Number(id),
		at: String(at),
		host: String(host),
		integration: String(integration),
		...whole,
		outcome: String(outcome),
		message: String(message),
		parts: parts.length === 0 ? [onlyPart(whole)] : parts.map(toPart),
		counts: toCounts(fromJson(row['counts'])),
		planId: textOf(row['plan']),
		approval: textOf(row['approval']),
		baseline: toBaseline(fromJson(row['baseline'])),
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
function onlyPart({
	kind,
	source,
	...totals
}: Pick<UploadRecord, 'kind' | 'source' | 'records' | 'bytes' | 'sha256'>): UploadedPart {
	const name = source === '-' ? 'stdin.csv' : basename(source);
	return {kind, part: 'file', name, contentType: 'text/csv', ...totals};
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

function fromJson(value: unknown): unknown {
	return typeof value === 'string' ? JSON.parse(value) : undefined;
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
