import type {Renumbering} from '../../../records/renumbering.ts';
import type {ChangedIds} from '../../cross-check.ts';
import type {Finding} from '../../problem.ts';
import {entityName, entityNames, entityNumber, parentTypes, withParent} from '../entity.ts';
import {Circles} from './circles.ts';
import type {ResourceFacts} from './resource-facts.ts';
import type {ResourceIds} from './resource-ids.ts';
import {RowGroups} from './row-groups.ts';

const none: readonly Finding[] = [];

/** For each number of a type, 1 at `child * 8 + parent` if the parent has a right type. */
const rightParents = new Uint8Array(8 * (entityNames.length + 1));
for (const child of entityNames)
	for (const parent of parentTypes[child]) rightParents[entityNumber(child) * 8 + entityNumber(parent)] = 1;

/** The relations between the rows of a resources file: equal ids, parents, siblings. Reads no records. */
export class ResourceRelations {
	readonly byId = new RowGroups();
	readonly byFoldedId = new RowGroups();
	readonly bySibling = new RowGroups();
	readonly #byParent = new RowGroups();
	readonly #facts: ResourceFacts;
	readonly #ids: ResourceIds;
	readonly #circles: Circles;

	constructor(facts: ResourceFacts, ids: ResourceIds) {
		this.#facts = facts;
		this.#ids = ids;
		this.#circles = new Circles(id => this.#parentOf(id));
	}

	reserve(rows: number): void {
		for (const groups of this.#groups) groups.reserve(rows);
	}

	/** Adds a row by its facts. */
	add(row: number): void {
		const {ids, parents, siblings} = this.#facts;
		const id = ids[row] as number;
		this.byId.add(id, row);
		this.byFoldedId.add(this.#ids.folded(id), row);
		this.#byParent.add(parents[row] as number, row);
		this.bySibling.add(siblings[row] as number, row);
	}

	/** Removes a row; its facts must be the same as when it was added. */
	remove(row: number): void {
		const {ids, parents, siblings} = this.#facts;
		const id = ids[row] as number;
		this.byId.remove(id, row);
		this.byFoldedId.remove(this.#ids.folded(id), row);
		this.#byParent.remove(parents[row] as number, row);
		this.bySibling.remove(siblings[row] as number, row);
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. Inserted rows are not in any group. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		const rowsAfter = renumbering.rowsAfter(renumbering.lastBefore(lastRow));
		for (const groups of this.#groups) groups.renumber(renumbering, rowsAfter, lastRow);
	}

	/** Finds what no single row shows. Returns the rows with related findings, in order. */
	findAll(lastRow: number): number[] {
		this.#circles.findAll(this.#ids.count);
		const rows: number[] = [];
		for (let row = 1; row <= lastRow; row++) if (this.#hasFindings(row)) rows.push(row);
		return rows;
	}

	/** Adds the rows whose findings depend on a row, by its current facts. */
	collectAffected(row: number, rows: Set<number>): void {
		const id = this.#facts.ids[row] ?? 0;
		const sibling = this.#facts.siblings[row] ?? 0;
		const add = (other: number) => {
			if (other !== 0) rows.add(other);
		};
		if (this.bySibling.first(sibling) === row) add(this.bySibling.second(sibling));
		if (id === 0) return;
		const folded = this.#ids.folded(id);
		if (this.byFoldedId.first(folded) === row) add(this.byFoldedId.second(folded));
		if (this.byId.first(id) !== row) return;
		add(this.byId.second(id));
		for (const child of this.#byParent.rows(id)) rows.add(child);
	}

	/** Forgets the circles of ids whose rows are about to change. */
	forgetCircles(ids: Iterable<number>, rows: Set<number>): void {
		for (const id of ids) for (const other of this.#circles.forget(id)) rows.add(this.byId.first(other));
	}

	/** Finds the circles of ids whose rows have changed. */
	findCircles(ids: Iterable<number>, rows: Set<number>): void {
		for (const id of ids) for (const other of this.#circles.find(id)) rows.add(this.byId.first(other));
	}

	/** Notes that ids may be defined now or no longer. */
	noteIds(ids: Iterable<number>, changed: ChangedIds): void {
		for (const id of ids) {
			if (id === 0) continue;
			const {low, high} = this.#ids.keyOf(id);
			changed.add(low, high);
		}
	}

	/** Returns the findings of a row that depend on other rows. */
	findings(row: number): readonly Finding[] {
		if (!this.#hasFindings(row)) return none;
		const findings: Finding[] = [];
		if (this.duplicateOf(row) !== 0) findings.push({row, code: 'duplicate-id', field: 'databuilder_id'});
		else if (this.collisionOf(row) !== 0) findings.push({row, code: 'case-collision', field: 'databuilder_id'});
		if (this.siblingOf(row) !== 0) findings.push({row, code: 'sibling-title', field: 'title'});
		const type = entityName(this.#facts.types[row] ?? 0);
		const at = {row, field: 'parent_databuilder_id', ...(withParent.has(type) ? {} : {severity: 'warning' as const})};
		if (this.#isParentMissing(row)) findings.push({...at, code: 'missing-parent'});
		if (this.#isParentWrong(row)) findings.push({...at, code: 'parent-type'});
		if (this.#isOnCircle(row)) findings.push({row, code: 'parent-cycle', field: 'parent_databuilder_id'});
		return findings;
	}

	/** Returns the first row with the same id, if a row is a later one; otherwise 0. */
	duplicateOf(row: number): number {
		return earlier(this.byId, this.#facts.ids[row] ?? 0, row);
	}

	/** Returns the first row whose id differs only in case; 0 if it is the row, or if another row has the same id before it. */
	collisionOf(row: number): number {
		const id = this.#facts.ids[row] ?? 0;
		return this.byId.first(id) === row ? earlier(this.byFoldedId, this.#ids.folded(id), row) : 0;
	}

	/** Returns the first column with the same title and parent, if a row is a later one; otherwise 0. */
	siblingOf(row: number): number {
		return earlier(this.bySibling, this.#facts.siblings[row] ?? 0, row);
	}

	/** Returns the row of the parent of a row; 0 if it has none, or if the file does not have it. */
	parentRow(row: number): number {
		return this.byId.first(this.#facts.parents[row] ?? 0);
	}

	/** Lists the rows whose parent is the resource of a row, in order. */
	children(row: number): Iterable<number> {
		return this.#byParent.rows(this.#facts.ids[row] ?? 0);
	}

	#hasFindings(row: number): boolean {
		return (
			this.duplicateOf(row) !== 0 ||
			this.collisionOf(row) !== 0 ||
			this.siblingOf(row) !== 0 ||
			this.#isParentMissing(row) ||
			this.#isParentWrong(row) ||
			this.#isOnCircle(row)
		);
	}

	#isParentMissing(row: number): boolean {
		return (this.#facts.parents[row] ?? 0) !== 0 && this.parentRow(row) === 0;
	}

	#isParentWrong(row: number): boolean {
		const {types} = this.#facts;
		const type = types[row] ?? 0;
		const parentType = types[this.parentRow(row)] ?? 0;
		return type !== 0 && parentType !== 0 && rightParents[type * 8 + parentType] === 0;
	}

	/** True if a row is on a circle. Of several rows with an id, only the first is. */
	#isOnCircle(row: number): boolean {
		const id = this.#facts.ids[row] ?? 0;
		return this.#circles.has(id) && this.byId.first(id) === row;
	}

	#parentOf(id: number): number {
		const parent = this.#facts.parents[this.byId.first(id)] ?? 0;
		return this.byId.first(parent) === 0 ? 0 : parent;
	}

	get #groups(): readonly RowGroups[] {
		return [this.byId, this.byFoldedId, this.bySibling, this.#byParent];
	}
}

/** Returns the first row of a group, if it is before another one; otherwise 0. */
function earlier(groups: RowGroups, group: number, row: number): number {
	const first = groups.first(group);
	return first < row ? first : 0;
}
