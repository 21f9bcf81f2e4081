import {readdirSync, rmSync} from 'node:fs';
import {mkdir, mkdtemp} from 'node:fs/promises';
import {join} from 'node:path';
import type {DatabaseSync, StatementSync} from 'node:sqlite';
import {loadSqlite} from '../../source/sqlite/load.ts';
import type {Lock} from '../../source/sqlite/lock.ts';
import {setUpDatabase} from '../../source/state/database.ts';
import {type State, stateIn} from '../../source/state/state.ts';

/** A state whose database is in memory, and the folder of its snapshots. Each run empties it. */
export type Place = {readonly state: State; readonly snapshots: string; empty(): void; close(): void};

const tables = ['uploads', 'upload_parts', 'plans', 'watches', 'snapshot_uses', 'upload_locks'] as const;

const deletions = tables.map(table => `DELETE FROM ${table};`).join(' ');

/** No other process uploads. */
const locks = {acquire: (): Promise<Lock> => Promise.resolve({release() {}})};

/** Returns a new state, with its files in a folder of its own in this one. */
export async function openPlace(parent: string): Promise<Place> {
	await mkdir(parent, {recursive: true});
	const folder = await mkdtemp(join(parent, 'state-'));
	const {DatabaseSync} = await loadSqlite();
	const database = setUpDatabase(new DatabaseSync(':memory:'));
	reuseStatements(database);
	const snapshots = join(folder, 'snapshots');
	const state = {...(await stateIn(database, join(folder, 'state.db'))), locks};
	return {
		state,
		snapshots,
		empty() {
			database.exec(deletions);
			for (const name of readdirSync(snapshots)) rmSync(join(snapshots, name));
		},
		close() {
			state.close();
			rmSync(folder, {recursive: true, force: true});
		},
	};
}

/** Lets a database prepare each statement once: that takes longer than to run it. */
function reuseStatements(database: DatabaseSync): void {
	const known = new Map<string, StatementSync>();
	const prepare = database.prepare.bind(database);
	database.prepare = sql => {
		const statement = known.get(sql) ?? prepare(sql);
		known.set(sql, statement);
		return statement;
	};
}
