import type {DatabaseSync} from 'node:sqlite';

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

/** The history of uploads. Every write is durable when the call returns. */
export class Ledger {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Writes that an upload begins; until it is finished its outcome is unknown. */
	begin({host, integration, source, records, bytes, sha256}: Upload, at = new Date()): number {
		const {lastInsertRowid} = this.#database
			.prepare(
				`INSERT INTO uploads (at, host, integration, source, records, bytes, sha256, outcome, message)
				VALUES (?, ?, ?, ?, ?, ?, ?, 'unknown', 'It was begun and never finished.')`,
			)
			.run(at.toISOString(), host, integration, source, records, bytes, sha256);
		return Number(lastInsertRowid);
	}

	/** Writes how an upload ended. */
	finish(id: number, outcome: string, message: string): void {
		this.#database.prepare('UPDATE uploads SET outcome = ?, message = ? WHERE id = ?').run(outcome, message, id);
	}

	/** The last uploads, of all or to one place, newest first. */
	list(limit: number, place?: Place): Entry[] {
		const where = place === undefined ? '' : 'WHERE host = ? AND integration = ?';
		const values = place === undefined ? [limit] : [place.host, place.integration, limit];
		return this.#database
			.prepare(`SELECT * FROM uploads ${where} ORDER BY id DESC LIMIT ?`)
			.all(...values)
			.map(toEntry);
	}

	/** The snapshots that were accepted last, one for each place. They are never thrown away. */
	lastAccepted(): Set<string> {
		const rows = this.#database
			.prepare(
				`SELECT sha256 FROM uploads WHERE id IN (
					SELECT max(id) FROM uploads WHERE outcome IN ('confirmed', 'accepted') GROUP BY host, integration
				)`,
			)
			.all();
		return new Set(rows.map(({sha256}) => String(sha256)));
	}
}

function toEntry(row: Record<string, unknown>): Entry {
	return {
		id: Number(row.id),
		at: String(row.at),
		host: String(row.host),
		integration: String(row.integration),
		source: String(row.source),
		records: Number(row.records),
		bytes: Number(row.bytes),
		sha256: String(row.sha256),
		outcome: String(row.outcome),
		message: String(row.message),
	};
}
