import {createHash} from 'node:crypto';
import {hostname} from 'node:os';
import type {DatabaseSync} from 'node:sqlite';
import {UserError} from '../errors/user-error.ts';
import {type Lock, tryLock} from '../sqlite/lock.ts';
import type {HistoryTarget} from './history.ts';
import {stateError} from './state-error.ts';

/** The process that uploads to an integration. */
type LockHolder = {readonly machine: string; readonly pid: number; readonly since: string};

/**
The locks of integrations, each held by one upload at a time. The system releases the lock of a process that is killed; the table has
only what messages say about the holder.
*/
export class UploadLocks {
	readonly #folder: string;
	readonly #database: DatabaseSync;

	constructor(folder: string, database: DatabaseSync) {
		this.#folder = folder;
		this.#database = database;
	}

	/** Locks an integration. @throws UserError `upload-in-progress` while another upload holds the lock, StateError */
	async acquire({host, integration}: HistoryTarget, at = new Date()): Promise<Lock> {
		const name = createHash('sha256')
			.update(JSON.stringify([host, integration]))
			.digest('hex')
			.slice(0, 32);
		try {
			const lock = await tryLock(this.#folder, `${name}.lock`);
			if (lock === undefined) throw uploadInProgress(this.#holder(name));
			try {
				this.#database
					.prepare('INSERT OR REPLACE INTO upload_locks (name, machine, pid, since) VALUES (?, ?, ?, ?)')
					.run(name, hostname(), process.pid, at.toISOString());
			} catch (error) {
				lock.release();
				throw error;
			}

			return lock;
		} catch (error) {
			throw error instanceof UserError ? error : stateError(this.#folder, error);
		}
	}

	#holder(name: string): LockHolder | undefined {
		const row = this.#database.prepare('SELECT machine, pid, since FROM upload_locks WHERE name = ?').get(name);
		return row && {machine: String(row['machine']), pid: Number(row['pid']), since: String(row['since'])};
	}
}

/** The error that another upload to the same integration is in progress. */
function uploadInProgress(holder: LockHolder | undefined): UserError<'upload-in-progress'> {
	const where =
		holder === undefined
			? 'another process'
			: `process ${holder.pid} on ${holder.machine}, since ${holder.since.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')}`;
	return new UserError(
		'upload-in-progress',
		`Another upload to this integration is in progress: ${where}.`,
		'Wait until it ends, or stop it. Then start this upload again, so that it is planned with the catalog as it is then.',
	);
}
