import type {Renumbering} from './renumbering.ts';
import type {RowEdit} from './row-edit.ts';

/** A state of an overlay, and the rows that differ from it. */
export class Checkpoint {
	/** The ids of the edits that the differing rows had in this state. */
	#then = new Map<number, string | undefined>();
	/** The same for rows that an undo has removed, by the steps that insert them again. */
	readonly #removed = new Map<string, ReadonlyMap<number, string | undefined>>();

	/** The number of rows that differ from this state. Rows whose edits were undone, and removed rows, do not count. */
	get changedRows(): number {
		return this.#then.size;
	}

	/** Returns the number of rows that differ from this state and from another one. */
	changedRowsSinceBoth(other: Checkpoint): number {
		// Usually both are the same state, and screens read this while they draw.
		if (other === this) return this.changedRows;
		let both = 0;
		for (const row of this.#then.keys()) if (other.#then.has(row)) both++;
		return both;
	}

	/** Records that a row changes from one edit to another. */
	noteEdit(row: number, before: RowEdit | undefined, after: RowEdit | undefined): void {
		if (!this.#then.has(row)) this.#then.set(row, before?.change);
		if (this.#then.get(row) === after?.change) this.#then.delete(row);
	}

	/** Records that a step inserts rows, or that its undo removes them. */
	renumber(renumbering: Renumbering, step: string): void {
		const then = this.#then;
		this.#then = renumbering.keys(then);
		if (renumbering.kind === 'insert') {
			for (const [row, change] of this.#removed.get(step) ?? []) this.#then.set(row, change);
			this.#removed.delete(step);
		} else {
			const removed = new Map(Array.from(then).filter(([row]) => renumbering.rowAfter(row) === undefined));
			if (removed.size > 0) this.#removed.set(step, removed);
		}
	}
}
