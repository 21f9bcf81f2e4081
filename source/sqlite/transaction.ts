import type {DatabaseSync} from 'node:sqlite';

/** Runs `work` while no other process writes. What it wrote is there as a whole, or not at all when it throws. */
export function transaction<Result>(database: DatabaseSync, work: () => Result): Result {
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = work();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		rollBack(database);
		throw error;
	}
}

function rollBack(database: DatabaseSync): void {
	try {
		database.exec('ROLLBACK');
	} catch {
		// SQLite has rolled back already, as it does after some errors, such as a full disk.
	}
}
