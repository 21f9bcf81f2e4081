import {hostname} from 'node:os';
import type {DatabaseSync} from 'node:sqlite';
import {currentProcess, isRunning} from './process-identity.ts';

/** The maximum age of a use whose process cannot be observed from here, in milliseconds. */
const maxRemoteUseMs = 86_400_000;

/** The files of the snapshot folder that processes are writing, planning with or sending. */
export class SnapshotUses {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		this.#database = database;
	}

	/** Registers that this process uses a file. Returns the id of the use. */
	begin(file: string): number {
		const {pid, started} = currentProcess();
		const {lastInsertRowid} = this.#database
			.prepare('INSERT INTO snapshot_uses (file, host, pid, started, at) VALUES (?, ?, ?, ?, ?)')
			.run(file, hostname(), pid, started, new Date().toISOString());
		return Number(lastInsertRowid);
	}

	end(id: number): void {
		this.#database.prepare('DELETE FROM snapshot_uses WHERE id = ?').run(id);
	}

	/** Returns the files in use. Removes the uses of processes that have ended. */
	files(): ReadonlySet<string> {
		const files = new Set<string>();
		for (const row of this.#database.prepare('SELECT * FROM snapshot_uses').all()) {
			const {id, file} = row;
			if (isCurrent(row)) files.add(String(file));
			else this.end(Number(id));
		}

		return files;
	}
}

/** True if the process of a use is still running. Processes of another host or container cannot be observed. */
function isCurrent({host, pid, started, at}: Record<string, unknown>): boolean {
	if (host === hostname()) return isRunning({pid: Number(pid), started: String(started)});
	return Date.now() - Date.parse(String(at)) < maxRemoteUseMs;
}
