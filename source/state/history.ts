import type {DatabaseSync} from 'node:sqlite';
import {type HistoryEntry, toHistoryEntry, type UploadRecord} from './history-entry.ts';
import {rethrow, stateError} from './state-error.ts';

/** The target of uploads. */
export type HistoryTarget = Pick<UploadRecord, 'host' | 'integration'>;

/** The history of uploads. Every write is durable when the call returns. Its methods throw StateError. */
export class History {
	readonly #database: DatabaseSync;
	readonly #path: string;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string) {
		this.#database = database;
		this.#path = path;
	}

	/** Adds an upload that starts. Its outcome is unknown until `finish`. It takes several rows, so call it in a transaction: `State.beginUpload`. */
	begin(upload: UploadRecord, at = new Date()): number {
		const {host, integration, source, kind, records, bytes, sha256, planId, approval, baseline, counts} = upload;
		const values = {at: at.toISOString(), host, integration, source, records, bytes, sha256, kind};
		const more = {plan: planId, approval, baseline: jsonOf(baseline), counts: jsonOf(counts)};
		return this.#guarded(() => {
			const id = this.#insert('uploads', {...values, ...more, ...unfinished});
			for (const [
				place,
				{contentType: content_type, kind, part, name, records, bytes, sha256},
			] of upload.parts.entries())
				this.#insert('upload_parts', {upload: id, place, kind, part, name, content_type, records, bytes, sha256});
			return id;
		});
	}

	/** Stores the outcome of an upload. */
	finish(id: number, outcome: string, message: string): void {
		const update = 'UPDATE uploads SET outcome = ?, message = ? WHERE id = ?';
		this.#guarded(() => this.#database.prepare(update).run(outcome, message, id));
	}

	/** Returns the last uploads, of all targets or of one, newest first. */
	list(limit: number, place?: HistoryTarget): HistoryEntry[] {
		const where = place === undefined ? '' : 'WHERE host = ? AND integration = ?';
		const values = place === undefined ? [limit] : [place.host, place.integration, limit];
		const select = `SELECT * FROM uploads ${where} ORDER BY id DESC LIMIT ?`;
		return this.#guarded(() =>
			this.#database
				.prepare(select)
				.all(...values)
				.map(row => this.#entryOf(row)),
		);
	}

	/** Returns the last upload that a target accepted, or may have accepted. */
	lastAcceptedBy({host, integration}: HistoryTarget): HistoryEntry | undefined {
		const outcomes = [...acceptedOutcomes, 'unknown'];
		const select = `SELECT * FROM uploads WHERE host = ? AND integration = ?
			AND outcome IN (${outcomes.map(() => '?').join(', ')}) ORDER BY id DESC LIMIT 1`;
		return this.#guarded(() => {
			const row = this.#database.prepare(select).get(host, integration, ...outcomes);
			return row && this.#entryOf(row);
		});
	}

	/** Returns an entry by its number. */
	entry(id: number): HistoryEntry | undefined {
		const select = 'SELECT * FROM uploads WHERE id = ?';
		return this.#guarded(() => {
			const row = this.#database.prepare(select).get(id);
			return row && this.#entryOf(row);
		});
	}

	/** True if a file was sent, or was about to be. */
	has(sha256: string): boolean {
		const select = `SELECT 1 FROM upload_parts WHERE sha256 = ? UNION SELECT 1 FROM uploads WHERE sha256 = ?`;
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
				FROM uploads WHERE outcome IN (${acceptedOutcomes.map(() => '?').join(', ')}, 'unknown')
				GROUP BY host, integration, outcome = 'unknown', sha256
			) WHERE place <= 2
		)
		SELECT sha256 FROM last UNION SELECT upload_parts.sha256 FROM upload_parts JOIN last ON upload = last.id`;
		const rows = this.#guarded(() => this.#database.prepare(select).all(...acceptedOutcomes));
		return new Set(rows.map(({sha256}) => String(sha256)));
	}

	#entryOf(row: Record<string, unknown>): HistoryEntry {
		const select = 'SELECT * FROM upload_parts WHERE upload = ? ORDER BY place';
		return toHistoryEntry(row, this.#database.prepare(select).all(Number(row['id'])));
	}

	/** Adds a row, and returns its number. */
	#insert(table: 'uploads' | 'upload_parts', values: Readonly<Record<string, string | number | undefined>>): number {
		const columns = Object.keys(values);
		const insert = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
		const {lastInsertRowid} = this.#database.prepare(insert).run(...Object.values(values).map(value => value ?? null));
		return Number(lastInsertRowid);
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

/** The texts of an upload whose end was not recorded. */
const unfinished = {outcome: 'unknown', message: 'The upload started, and its end was not recorded.'};

function jsonOf(value: object | undefined): string | undefined {
	return value && JSON.stringify(value);
}
