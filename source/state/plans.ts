import type {DatabaseSync} from 'node:sqlite';
import {deflateSync, inflateSync} from 'node:zlib';
import {transaction} from '../sqlite/transaction.ts';
import {rethrow, stateError} from './state-error.ts';

/** A resource that a plan creates, hides or changes. */
export type StoredPlanChange = {readonly action: string; readonly entity: string; readonly name: readonly string[]};

/** A plan that was stored, to compare a later one with it. */
export type StoredPlan = {
	/** The number of its upload in the history. */
	readonly entry: number | undefined;
	/** Sorted by action, type and name. */
	readonly changes: readonly StoredPlanChange[];
	/** False if only the first changes were stored. */
	readonly isComplete: boolean;
};

/** The limits of the plans that are stored. */
export type PlanLimits = {
	/** The number of changes of one plan. */
	readonly changes: number;
	readonly plans: number;
	/** The bytes of all plans as they are stored. */
	readonly bytes: number;
};

const defaultLimits: PlanLimits = {changes: 200_000, plans: 50, bytes: 20_000_000};

/** The names by action and type, as they are stored. */
type Groups = ReadonlyArray<readonly [action: string, entity: string, names: ReadonlyArray<readonly string[]>]>;

/** The changes of plans that were stopped, by the id of the plan. Its methods throw StateError. */
export class PlanStore {
	readonly #database: DatabaseSync;
	readonly #path: string;
	readonly #limits: PlanLimits;

	/** `path` names the database in errors. */
	constructor(database: DatabaseSync, path: string, limits: PlanLimits = defaultLimits) {
		this.#database = database;
		this.#path = path;
		this.#limits = limits;
	}

	/** Stores the changes of a plan, and removes the oldest plans. A plan that is stored again becomes the newest. */
	save(
		id: string,
		{entry, changes}: {readonly entry: number | undefined; readonly changes: readonly StoredPlanChange[]},
	): void {
		let kept = changes.slice(0, this.#limits.changes);
		let packed = pack(kept);
		while (packed.length > this.#limits.bytes) {
			kept = kept.slice(0, kept.length / 2);
			packed = pack(kept);
		}

		const insert = 'INSERT OR REPLACE INTO plans (id, upload, complete, changes) VALUES (?, ?, ?, ?)';
		const isComplete = kept.length === changes.length;
		this.#guarded(() =>
			transaction(this.#database, () => {
				this.#database.prepare(insert).run(id, entry ?? null, isComplete ? 1 : 0, packed);
				this.#prune();
			}),
		);
	}

	/** Returns a plan; `undefined` if it is not stored, or no longer. */
	find(id: string): StoredPlan | undefined {
		const row = this.#guarded(() => this.#database.prepare('SELECT * FROM plans WHERE id = ?').get(id));
		if (!(row?.['changes'] instanceof Uint8Array)) return undefined;
		const {upload, complete, changes} = row;
		const entry = typeof upload === 'number' ? upload : undefined;
		return {entry, changes: unpack(changes), isComplete: complete === 1};
	}

	#prune(): void {
		const rows = this.#database.prepare('SELECT number, length(changes) AS size FROM plans ORDER BY number DESC').all();
		let bytes = 0;
		for (const [at, {number, size}] of rows.entries()) {
			bytes += Number(size);
			if (at >= this.#limits.plans || bytes > this.#limits.bytes)
				this.#database.prepare('DELETE FROM plans WHERE number = ?').run(Number(number));
		}
	}

	#guarded<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			return rethrow(error, cause => stateError(this.#path, cause));
		}
	}
}

/** Sorted names share their beginnings with their neighbours, so they compress well. */
function pack(changes: readonly StoredPlanChange[]): Uint8Array {
	const groups = new Map<string, {readonly action: string; readonly entity: string; readonly names: string[]}>();
	for (const {action, entity, name} of changes) {
		const key = JSON.stringify([action, entity]);
		const group = groups.get(key) ?? {action, entity, names: []};
		groups.set(key, group);
		group.names.push(JSON.stringify(name));
	}

	const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
	const texts = sorted.map(
		([, {action, entity, names}]) =>
			`[${JSON.stringify(action)},${JSON.stringify(entity)},[${names.sort().join(',')}]]`,
	);
	return deflateSync(`[${texts.join(',')}]`, {level: 1});
}

function unpack(packed: Uint8Array): readonly StoredPlanChange[] {
	const groups: Groups = JSON.parse(inflateSync(packed).toString('utf8'));
	return groups.flatMap(([action, entity, names]) => names.map(name => ({action, entity, name})));
}
