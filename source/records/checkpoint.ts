import type {Renumbering} from './renumbering.ts';
import type {RowEdit} from './row-edit.ts';

/** A moment in the life of an overlay, and which rows have become others since. */
export class Checkpoint {
	/** The changes that the rows which are not as they were had then. */
	#then = new Map<number, string | undefined>();
	/** The same of rows that an undo has removed, by the steps that insert them again. */
	readonly #removed = new Map<string, ReadonlyMap<number, string | undefined>>();

	/** The number of rows that differ from this state. Rows whose edits were undone, and removed rows, do not count. */
	get changedRows(): number {
		return this.#then.size;
	}

	/** How many rows are neither as they were then nor as they were at another moment. */
	changedRowsSinceBoth(other: Checkpoint): number {
		// Usually both are one mark, and screens ask for this while they draw.
		if (other === this) return this.changedRows;
		let both = 0;
		for (const row of this.#then.keys()) if (other.#then.has(row)) both++;
		return both;
	}

	/** A row goes from one edit to another. */
	noteEdit(row: number, before: RowEdit | undefined, after: RowEdit | undefined): void {
		if (!this.#then.has(row)) this.#then.set(row, before?.change);
		if (this.#then.get(row) === after?.change) this.#then.delete(row);
	}

	/** A step inserts rows, or its undo removes them. */
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
