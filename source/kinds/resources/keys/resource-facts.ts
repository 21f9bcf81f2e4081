import type {Renumbering} from '../../../records/renumbering.ts';
import {enlarged} from '../../keys/enlarged.ts';
import {entityNames, entityNumber} from '../entity.ts';

/** The facts of one row. */
export type ResourceFact = {
	readonly type: number;
	readonly id: number;
	readonly parent: number;
	readonly sibling: number;
	readonly unknownKeys: number;
	readonly database: number;
	readonly schema: number;
};

/** The facts that rules about several rows need, as columns of numbers. */
export class ResourceFacts {
	/** The number of the entity type; 0 if it is not known. */
	types = new Uint8Array(1024);
	/** The number of the id in `ResourceIds`; 0 without one. */
	ids = new Int32Array(1024);
	/** The number of the id of the parent; 0 without one. */
	parents = new Int32Array(1024);
	/** The number of the title of a column within its parent; 0 for other rows. */
	siblings = new Int32Array(1024);
	/** The number of keys that Secoda does not know. */
	unknownKeys = new Int32Array(1024);
	/** The numbers in `ParentNames` of the names that a table without a parent gives to its parents; 0 for other rows. */
	databases = new Int32Array(1024);
	schemas = new Int32Array(1024);

	/** Reserves capacity for a number of rows. */
	reserve(rows: number): void {
		if (rows <= this.ids.length) return;
		this.ids = enlarged(this.ids, rows);
		this.parents = enlarged(this.parents, rows);
		this.siblings = enlarged(this.siblings, rows);
		this.unknownKeys = enlarged(this.unknownKeys, rows);
		this.databases = enlarged(this.databases, rows);
		this.schemas = enlarged(this.schemas, rows);
		const {types} = this;
		this.types = new Uint8Array(rows);
		this.types.set(types);
	}

	/** Reserves capacity up to a row. */
	ensureRow(row: number): void {
		if (row >= this.ids.length) this.reserve(Math.ceil(row * 1.5));
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows have no facts. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.ensureRow(Math.max(lastRow, renumbering.lastBefore(lastRow)) + 1);
		renumbering.move(this.types, lastRow);
		for (const column of [this.ids, this.parents, this.siblings, this.unknownKeys, this.databases, this.schemas])
			renumbering.move(column, lastRow);
	}

	/** Counts the rows of each known type that occurs, up to the last row. */
	entities(lastRow: number): ReadonlyMap<string, number> {
		const counts = new Uint32Array(entityNames.length + 1);
		for (let row = 1; row <= lastRow; row++) {
			const type = this.types[row] ?? 0;
			counts[type] = (counts[type] ?? 0) + 1;
		}

		return new Map(
			entityNames.map(name => [name, counts[entityNumber(name)] ?? 0] as const).filter(([, count]) => count > 0),
		);
	}

	/** Returns the facts of a row; `set` restores them. */
	get(row: number): ResourceFact {
		return {
			type: this.types[row] ?? 0,
			id: this.ids[row] ?? 0,
			parent: this.parents[row] ?? 0,
			sibling: this.siblings[row] ?? 0,
			unknownKeys: this.unknownKeys[row] ?? 0,
			database: this.databases[row] ?? 0,
			schema: this.schemas[row] ?? 0,
		};
	}

	set(row: number, {type, id, parent, sibling, unknownKeys, database, schema}: ResourceFact): void {
		this.ensureRow(row);
		this.types[row] = type;
		this.ids[row] = id;
		this.parents[row] = parent;
		this.siblings[row] = sibling;
		this.unknownKeys[row] = unknownKeys;
		this.databases[row] = database;
		this.schemas[row] = schema;
	}
}
