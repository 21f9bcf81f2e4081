import type {DatabaseSync} from 'node:sqlite';

const maxFiles = 20;

/** The files that were opened last. */
export class RecentFiles {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Adds the absolute path of a file that was opened. */
	add(path: string, at = new Date()): void {
		this.#database
			.prepare('INSERT INTO recent_files (path, at) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET at = excluded.at')
			.run(path, at.toISOString());
		this.#database
			.prepare(
				'DELETE FROM recent_files WHERE path NOT IN (SELECT path FROM recent_files ORDER BY at DESC, rowid DESC LIMIT ?)',
			)
			.run(maxFiles);
	}

	/** Returns the paths, the latest first. */
	list(): string[] {
		const rows = this.#database.prepare('SELECT path FROM recent_files ORDER BY at DESC, rowid DESC').all();
		return rows.map(({path}) => String(path));
	}
}
