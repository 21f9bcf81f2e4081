import type {DatabaseSync} from 'node:sqlite';
import {rethrow, stateError} from './state-error.ts';

/** What is known of an upload when it begins. */
export type Upload = {
	readonly host: string;
	readonly integration: string;
	/** The file it came from. */
	readonly source: string;
	readonly records: number;
	readonly bytes: number;
	readonly sha256: string;
};

/** Where uploads go. */
export type Place = Pick<Upload, 'host' | 'integration'>;

/** An upload in the history. */
export type Entry = Upload & {
	readonly id: number;
	/** ISO date-time of its begin. */
	readonly at: string;
	readonly outcome: string;
	readonly message: string;
};

/** The history of uploads. Every write is durable when the call returns. Its methods throw StateError. */
export class History {
	readonly #database: DatabaseSync;
	readonly #path: string;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string) {
		this.#database = database;
		this.#path = path;
	}

	/** Writes that an upload begins; until it is finished its outcome is unknown. */
	begin({host, integration, source, records, bytes, sha256}: Upload, at = new Date()): number {
		const insert = `INSERT INTO uploads (at, host, integration, source, records, bytes, sha256, outcome, message)
			VALUES (?, ?, ?, ?, ?, ?, ?, 'unknown', 'The upload started, and its end was not recorded.')`;
		const values = [at.toISOString(), host, integration, source, records, bytes, sha256];
		return this.#guarded(() => Number(this.#database.prepare(insert).run(...values).lastInsertRowid));
	}

	/** Writes how an upload ended. */
	finish(id: number, outcome: string, message: string): void {
		const update = 'UPDATE uploads SET outcome = ?, message = ? WHERE id = ?';
		this.#guarded(() => this.#database.prepare(update).run(outcome, message, id));
	}

	/** The last uploads, of all or to one place, newest first. */
	list(limit: number, place?: Place): Entry[] {
		const where = place === undefined ? '' : 'WHERE host = ? AND integration = ?';
		const values = place === undefined ? [limit] : [place.host, place.integration, limit];
		const select = `SELECT * FROM uploads ${where} ORDER BY id DESC LIMIT ?`;
		return this.#guarded(() => this.#database.prepare(select).all(...values)).map(toEntry);
	}

	/** Returns an entry by its number. */
	entry(id: number): Entry | undefined {
		const select = 'SELECT * FROM uploads WHERE id = ?';
		const row = this.#guarded(() => this.#database.prepare(select).get(id));
		return row && toEntry(row);
	}

	/** True if a snapshot was sent, or was about to be. */
	has(sha256: string): boolean {
		const select = 'SELECT 1 FROM uploads WHERE sha256 = ? LIMIT 1';
		return this.#guarded(() => this.#database.prepare(select).get(sha256)) !== undefined;
	}

	/**
	Returns the last two snapshots that each integration has accepted, so that the one before the last can be sent again, and the
	last two that it may have accepted.
	*/
	lastAccepted(): ReadonlySet<string> {
		const select = `SELECT sha256 FROM (
			SELECT sha256, row_number() OVER (PARTITION BY host, integration, outcome = 'unknown' ORDER BY max(id) DESC) AS place
			FROM uploads WHERE outcome IN (${acceptedOutcomes.map(() => '?').join(', ')}, 'unknown')
			GROUP BY host, integration, outcome = 'unknown', sha256
		) WHERE place <= 2`;
		const rows = this.#guarded(() => this.#database.prepare(select).all(...acceptedOutcomes));
		return new Set(rows.map(({sha256}) => String(sha256)));
	}

	#guarded<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			return rethrow(error, cause => stateError(this.#path, cause));
		}
	}
}

/** The outcomes of uploads that Secoda has taken. */
const acceptedOutcomes = ['confirmed', 'accepted', 'unchanged', 'unseen'];

function toEntry(row: Record<string, unknown>): Entry {
	const {id, at, host, integration, source, records, bytes, sha256, outcome, message} = row;
	return {
		id: Number(id),
		at: String(at),
		host: String(host),
		integration: String(integration),
		source: String(source),
		records: Number(records),
		bytes: Number(bytes),
		sha256: String(sha256),
		outcome: String(outcome),
		message: String(message),
	};
}
