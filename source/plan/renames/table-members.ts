import {mix} from '../../kinds/keys/hash.ts';
import type {HashIds} from '../../kinds/keys/hash-ids.ts';
import {memberName} from '../../kinds/keys/key-hash.ts';
import type {ResourceIndex} from '../resource-index.ts';

/** The names of the columns of some tables, as numbers that are the same for equal names. */
export class TableMembers {
	/** For each table the start of its names. */
	readonly #starts: Uint32Array;
	readonly #names: Uint32Array;

	/** `names` numbers the hashes of names, also those of other tables. */
	constructor(tables: ResourceIndex, columns: ResourceIndex, isWanted: (table: number) => boolean, names: HashIds) {
		const starts = new Uint32Array(tables.count + 2);
		const wanted = Uint8Array.from({length: tables.count + 1}, (_, table) => Number(table > 0 && isWanted(table)));
		for (let column = 1; column <= columns.count; column++) {
			const table = columns.parentOf(column);
			if (wanted[table] === 1) starts[table + 1] = (starts[table + 1] ?? 0) + 1;
		}

		for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
		this.#starts = starts;
		this.#names = new Uint32Array(starts.at(-1) ?? 0);
		const next = starts.slice();
		for (let column = 1; column <= columns.count; column++) {
			const table = columns.parentOf(column);
			if (wanted[table] !== 1) continue;
			const {low, high} = memberName(columns.keyOf(column), tables.keyOf(table));
			this.#names[next[table] ?? 0] = names.put(low, high);
			next[table] = (next[table] ?? 0) + 1;
		}
	}

	/** Returns the numbers of the names of the columns of a table. */
	of(table: number): Uint32Array {
		return this.#names.subarray(this.#starts[table], this.#starts[table + 1]);
	}

	/** Returns traits that are the same for tables with the same columns, in any order. */
	traitsOf(table: number): readonly [count: number, number, number] {
		let [one, other] = [0, 0];
		const names = this.of(table);
		for (const name of names) {
			one = (one + mix(name)) | 0;
			other = (other + mix(name ^ 0x5bd1e995)) | 0;
		}

		return [names.length, one, other];
	}
}
