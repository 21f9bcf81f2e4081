import {hostname} from 'node:os';
import type {DatabaseSync} from 'node:sqlite';
import {transaction} from '../sqlite/transaction.ts';
import {
	type BegunUpload,
	type HistoryEntry,
	isSentEntry,
	type PlanRecord,
	type SentEntry,
	toHistoryEntry,
	type UploadEnd,
	type UploadStart,
} from './history-entry.ts';
import {currentProcess} from './process-identity.ts';
import {rethrow, stateError} from './state-error.ts';

/** The target of uploads. */
export type HistoryTarget = {readonly host: string; readonly integration: string};

/** An upload to add; without a snapshot if it ended before. */
type AddedUpload = UploadStart & Partial<BegunUpload>;

type Values = Readonly<Record<string, string | number | undefined>>;

/** The history of uploads. Every write is one transaction, and durable when the call returns. Its methods throw StateError. */
export class History {
	readonly #database: DatabaseSync;
	readonly #path: string;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string) {
		this.#database = database;
		this.#path = path;
	}

	/** Adds an upload that this process runs. Until `send`, it counts as one that was not sent. Returns its number. */
	begin(upload: BegunUpload, at = new Date()): number {
		const process = JSON.stringify({machine: hostname(), ...currentProcess()});
		return this.#add(upload, {at: at.toISOString(), ...unfinished.unsent, process});
	}

	/** Adds an upload that has ended before its snapshot. Returns its number. */
	addEnded(start: UploadStart, end: UploadEnd, at: Date): number {
		return this.#add(start, {at: at.toISOString(), ...endValues(end)});
	}

	/** Stores the plan of an upload. */
	plan(id: number, {planId, baseline, plan}: PlanRecord): void {
		this.#guarded(() => this.#update(id, {plan: planId, baseline: jsonOf(baseline), summary: jsonOf(plan)}));
	}

	/** Marks an upload that is about to be sent. Its outcome is unknown until `finish`. Part of a transaction: `State.beginSending`. */
	send(id: number, approval: string | undefined): void {
		this.#guarded(() => this.#update(id, {...unfinished.sent, ...(approval === undefined ? {} : {approval})}));
	}

	/** Stores the end of an upload, or the result of a later watch. What `end` does not have is kept. */
	finish(id: number, end: UploadEnd): void {
		this.#guarded(() => this.#update(id, {...endValues(end), process: undefined}));
	}

	/** Returns the last uploads, of all targets or of one, newest first. */
	list(limit: number, place?: HistoryTarget): HistoryEntry[] {
		return this.#select(`${place === undefined ? '1' : ofTarget} ORDER BY id DESC LIMIT ?`, [
			...targetValues(place),
			limit,
		]);
	}

	/** Returns the last upload that was sent, to any target or to one. */
	lastSent(place?: HistoryTarget): SentEntry | undefined {
		const where = `${place === undefined ? '1' : ofTarget} AND sent = 1 ORDER BY id DESC LIMIT 1`;
		return this.#select(where, targetValues(place)).find(isSentEntry);
	}

	/** Returns the last upload that a target accepted, or may have accepted. */
	lastAcceptedBy(place: HistoryTarget): SentEntry | undefined {
		const outcomes = [...acceptedOutcomes, 'unknown'];
		const where = `${ofTarget} AND sent = 1 AND outcome IN (${outcomes.map(() => '?').join(', ')}) ORDER BY id DESC LIMIT 1`;
		return this.#select(where, [...targetValues(place), ...outcomes]).find(isSentEntry);
	}

	/** Returns the uploads that a target accepted, or may have accepted, newest first. */
	acceptedBy(place: HistoryTarget): readonly SentEntry[] {
		const outcomes = [...acceptedOutcomes, 'unknown'];
		const where = `${ofTarget} AND outcome IN (${outcomes.map(() => '?').join(', ')}) ORDER BY id DESC`;
		return this.#select(where, [...targetValues(place), ...outcomes]).filter(isSentEntry);
	}

	/** Returns an entry by its number. */
	entry(id: number): HistoryEntry | undefined {
		return this.#select('id = ?', [id])[0];
	}

	/** True if a file was sent, or was about to be. */
	has(sha256: string): boolean {
		const select = `SELECT 1 FROM upload_parts JOIN uploads ON upload = id WHERE sent = 1 AND upload_parts.sha256 = ?
			UNION SELECT 1 FROM uploads WHERE sent = 1 AND sha256 = ?`;
		return this.#guarded(() => this.#database.prepare(select).get(sha256, sha256)) !== undefined;
	}

	/**
	Returns the SHA-256s of the last two snapshots that each integration accepted, so that the earlier one can be sent again, and of
	the last two that it may have accepted.
	*/
	lastAccepted(): ReadonlySet<string> {
		const select = `WITH last AS (
			SELECT id, sha256 FROM (
				SELECT max(id) AS id, sha256,
					row_number() OVER (PARTITION BY host, integration, outcome = 'unknown' ORDER BY max(id) DESC) AS place
				FROM uploads WHERE outcome IN (${acceptedOutcomes.map(() => '?').join(', ')}, 'unknown') AND sha256 IS NOT NULL
				GROUP BY host, integration, outcome = 'unknown', sha256
			) WHERE place <= 2
		)
		SELECT sha256 FROM last UNION SELECT upload_parts.sha256 FROM upload_parts JOIN last ON upload = last.id`;
		const rows = this.#guarded(() => this.#database.prepare(select).all(...acceptedOutcomes));
		return new Set(rows.map(({sha256}) => String(sha256)));
	}

	#select(where: string, values: ReadonlyArray<string | number>): HistoryEntry[] {
		const parts = 'SELECT * FROM upload_parts WHERE upload = ? ORDER BY place';
		return this.#guarded(() => {
			const rows = this.#database.prepare(`SELECT * FROM uploads WHERE ${where}`).all(...values);
			return rows.map(row => toHistoryEntry(row, this.#database.prepare(parts).all(Number(row['id']))));
		});
	}

	#add(
		{files, parts = [], counts, rollbackOf: rollback_of, integrationName: integration_name, ...upload}: AddedUpload,
		values: Values,
	): number {
		const jsons = {files: jsonOf(files), counts: jsonOf(counts)};
		const basic = {sent: 0, ...values, ...upload, rollback_of, integration_name, ...jsons};
		return this.#guarded(() =>
			transaction(this.#database, () => {
				const id = this.#insert('uploads', basic);
				for (const [place, {contentType: content_type, kind, part, name, records, bytes, sha256}] of parts.entries())
					this.#insert('upload_parts', {upload: id, place, kind, part, name, content_type, records, bytes, sha256});
				return id;
			}),
		);
	}

	/** Adds a row, and returns its number. */
	#insert(table: 'uploads' | 'upload_parts', values: Values): number {
		const columns = Object.keys(values);
		const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
		const {lastInsertRowid} = this.#database.prepare(insert).run(...Object.values(values).map(value => value ?? null));
		return Number(lastInsertRowid);
	}

	#update(id: number, values: Values): void {
		const columns = Object.keys(values).map(column => `${column} = ?`);
		const update = `UPDATE uploads SET ${columns.join(', ')} WHERE id = ?`;
		this.#database.prepare(update).run(...Object.values(values).map(value => value ?? null), id);
	}

	#guarded<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			return rethrow(error, cause => stateError(this.#path, cause));
		}
	}
}

/** The outcomes of uploads that Secoda accepted. */
const acceptedOutcomes = ['confirmed', 'accepted', 'unchanged', 'unseen'];

/** The values of an upload whose end was not recorded. */
const unfinished = {
	unsent: {outcome: 'failed', message: 'The program ended before anything was sent.'},
	sent: {sent: 1, outcome: 'unknown', message: 'The upload started, and its end was not recorded.'},
} as const;

const ofTarget = 'host = ? AND integration = ?';

function targetValues(place: HistoryTarget | undefined): readonly string[] {
	return place === undefined ? [] : [place.host, place.integration];
}

/** Returns the values of an end; without those that it does not have. */
function endValues({sync, ...end}: UploadEnd): Values {
	const values = {...end, sync: jsonOf(sync), ended_at: new Date().toISOString()};
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

function jsonOf(value: object | undefined): string | undefined {
	return value && JSON.stringify(value);
}
