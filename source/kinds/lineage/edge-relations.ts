import type {Renumbering} from '../../records/renumbering.ts';
import type {RowKeysState} from '../keys/row-keys.ts';
import type {EdgeCheck} from './edge-check.ts';
import {type EdgeFact, EdgeFacts, type EdgeFactsState} from './edge-facts.ts';
import {EdgeGroups} from './edge-groups.ts';
import {EndIds, type EndIdsState} from './end-ids.ts';
import type {EndReader} from './end-reader.ts';
import {PendingEdges, type PendingEnds} from './pending-edges.ts';

/** Maximum number of edges whose ends are numbered together. */
const pendingEdges = 4096;

/** The edges of a file after their first check. */
export type EdgeRelationsState = {
	readonly ends: EndIdsState;
	readonly facts: EdgeFactsState;
	readonly groups: RowKeysState;
};

/** The ends of the edges of a file, and the rows that have the same ends. */
export class EdgeRelations {
	readonly ends = new EndIds();
	readonly facts = new EdgeFacts();
	readonly #groups: EdgeGroups;
	readonly #pending = new PendingEdges(pendingEdges);
	/** The rows with the same edge as an earlier one, during the first check. */
	#duplicates: number[] = [];

	/** `isSame` compares the ends of two rows, whose numbers are equal, by their texts. */
	constructor(isSame: (one: number, other: number) => boolean) {
		this.#groups = new EdgeGroups(this.facts, isSame);
	}

	get state(): EdgeRelationsState {
		return {ends: this.ends.state, facts: this.facts.state, groups: this.#groups.state};
	}

	set state({ends, facts, groups}: EdgeRelationsState) {
		this.ends.state = ends;
		this.facts.state = facts;
		this.#groups.state = groups;
	}

	reserve(rows: number): void {
		this.facts.reserve(rows);
		this.#groups.reserve(rows);
	}

	/** Adds a row during the first check, by the edge that was checked last. Its ends are numbered later. */
	add(row: number, {form, from, to}: EdgeCheck, unknownKeys: number): void {
		this.facts.ensureRow(row);
		if (unknownKeys > 0 || form === 'old') {
			this.facts.set(row, {from: 0, to: 0, unknownKeys, old: Number(form === 'old')});
		}

		this.#pending.add(row, from, to);
		if (this.#pending.isFull) this.numberEnds();
	}

	/** Numbers the ends of the last rows, and finds the rows with the same edge as an earlier one. */
	numberEnds(): void {
		const {count, rows, from, to} = this.#pending;
		this.ends.prefetch(from.low, count);
		this.#numberSide(from, this.facts.from);
		this.ends.prefetch(to.low, count);
		this.#numberSide(to, this.facts.to);
		this.#groups.prefetch(rows, count);
		for (let at = 0; at < count; at++) {
			const row = rows[at] as number;
			if (this.#groups.add(row) !== 0) this.#duplicates.push(row);
		}

		this.#pending.count = 0;
	}

	#numberSide({low, high, types}: PendingEnds, numbers: Int32Array): void {
		const {count, rows} = this.#pending;
		for (let at = 0; at < count; at++) {
			const type = types[at] as number;
			if (type !== 0) numbers[rows[at] as number] = this.ends.put(low[at] as number, high[at] as number, type);
		}
	}

	/** Returns the rows with the same edge as an earlier one, in order, after the first check. */
	finish(): readonly number[] {
		this.numberEnds();
		const found = this.#duplicates;
		this.#duplicates = [];
		return found;
	}

	/** Returns the facts of the edge that was checked last. */
	factOf({form, from, to}: EdgeCheck, unknownKeys: number): EdgeFact {
		const numberOf = ({low, high, type}: EndReader) => (type === 0 ? 0 : this.ends.put(low, high, type));
		return {from: numberOf(from), to: numberOf(to), unknownKeys, old: Number(form === 'old')};
	}

	/**
	Replaces the facts of a row, and adds the rows whose findings it changes to `affected`. Returns a function that reverts it. Changes
	nothing if a row cannot be read.
	*/
	change(row: number, now: EdgeFact, affected: Set<number>): () => void {
		const {facts} = this;
		facts.ensureRow(row);
		const before = facts.get(row);
		if (before.from === now.from && before.to === now.to) {
			facts.set(row, now);
			return () => facts.set(row, before);
		}

		this.#collectAffected(row, affected);
		const salt = this.#groups.remove(row);
		const restore = () => {
			facts.set(row, before);
			this.#groups.restore(row, salt);
		};
		facts.set(row, now);
		try {
			this.#groups.add(row);
		} catch (error) {
			restore();
			throw error;
		}

		this.#collectAffected(row, affected);
		return () => {
			this.#groups.remove(row);
			restore();
		};
	}

	/** Adds the row that is, or is not, the first of its edge because of another row. */
	#collectAffected(row: number, affected: Set<number>): void {
		const other = this.successor(row);
		if (other !== 0) affected.add(other);
	}

	/** Renumbers the rows after an insert or a removal; `lastRow` is the new last row. */
	renumber(renumbering: Renumbering, lastRow: number): void {
		this.facts.renumber(renumbering, lastRow);
		this.#groups.renumber(renumbering, lastRow);
	}

	/** Returns the first row with the edge of a row, if it is an earlier one; otherwise 0. */
	earlier(row: number): number {
		return this.#groups.earlier(row);
	}

	/** Returns the next row with the same edge, if a row is the first that has it; otherwise 0. */
	successor(row: number): number {
		return this.#groups.successor(row);
	}

	/** Returns the first other row with these ends; 0 without one. It looks at every row, which takes a millisecond for a million. */
	rowWith({from, to}: EdgeFact, row: number): number {
		if (from === 0 || to === 0) return 0;
		const {facts} = this;
		for (let other = facts.from.indexOf(from); other !== -1; other = facts.from.indexOf(from, other + 1)) {
			if (other !== row && facts.to[other] === to) return other;
		}

		return 0;
	}
}
