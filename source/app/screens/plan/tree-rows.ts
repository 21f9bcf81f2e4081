import {ancestorsOf, type Outline} from './outline.ts';
import {RowRuns} from './row-runs.ts';

/** Returns the number of fields of a node that has some to show. */
export type CountFields = (index: number) => number;

/** The rows of a tree that are not in a closed node. It does not change: a node that is opened makes other rows. */
export class TreeRows {
	readonly outline: Outline;
	readonly #runs: RowRuns;

	private constructor(outline: Outline, runs: RowRuns) {
		this.outline = outline;
		this.#runs = runs;
	}

	/** Returns the rows of an outline, opened level by level while they are at most `most`. */
	static of(outline: Outline, most: number): TreeRows {
		const runs = new RowRuns();
		runs.addSiblings(outline.siblingsIn(0, outline.length));
		let rows = new TreeRows(outline, runs);
		for (let depth = 0; depth < rows.length && rows.length <= most; depth++) {
			const next = rows.#openLevel(depth, most);
			if (next === undefined) break;
			rows = next;
		}

		return rows;
	}

	get length(): number {
		return this.#runs.length;
	}

	/** Returns the node of a row, and which of its fields the row shows; -1 for the node. */
	at(row: number): {readonly index: number; readonly field: number} {
		return this.#runs.at(row);
	}

	/** Returns the row of a node; that of the nearest node above it if it is in a closed one. */
	rowOf(index: number): number {
		const row = this.#runs.before(index);
		if (row < this.length && this.at(row).index === index) return row;
		const shown = ancestorsOf(this.outline, index).findLast(above => this.at(this.#runs.before(above)).index === above);
		return shown === undefined ? 0 : this.#runs.before(shown);
	}

	isOpen(index: number): boolean {
		return this.#runs.before(this.outline.endAt(index)) > this.#runs.before(index) + 1;
	}

	/** Shows the fields of a node and the nodes directly below it. */
	open(index: number, fields: number): TreeRows {
		const end = this.outline.endAt(index);
		return this.#replace(this.#runs.before(index) + 1, this.#runs.before(end), runs => {
			runs.addFields(index, fields);
			runs.addSiblings(this.outline.siblingsIn(index + 1, end));
		});
	}

	close(index: number): TreeRows {
		return this.#replace(this.#runs.before(index) + 1, this.#runs.before(this.outline.endAt(index)), () => {});
	}

	/** Opens all nodes above a node. */
	reveal(index: number): TreeRows {
		let rows: TreeRows = this;
		for (const above of ancestorsOf(this.outline, index)) if (!rows.isOpen(above)) rows = rows.open(above, 0);
		return rows;
	}

	/** Opens all nodes between two indexes that have the same parent; those below them are closed. */
	openAll(from: number, to: number, countFields: CountFields): TreeRows {
		return this.#replace(this.#runs.before(from), this.#runs.before(to), runs => {
			for (let index = from; index < to; index = this.outline.endAt(index)) {
				runs.addNode(index);
				runs.addFields(index, countFields(index));
				runs.addSiblings(this.outline.siblingsIn(index + 1, this.outline.endAt(index)));
			}
		});
	}

	/** Closes all nodes between two indexes that have the same parent. */
	closeAll(from: number, to: number): TreeRows {
		return this.#replace(this.#runs.before(from), this.#runs.before(to), runs =>
			runs.addSiblings(this.outline.siblingsIn(from, to)),
		);
	}

	/** Returns the rows with all nodes of a level open; `undefined` if they would be more than `most`, or if none has children. */
	#openLevel(depth: number, most: number): TreeRows | undefined {
		const runs = new RowRuns();
		for (let row = 0; row < this.length; row++) {
			const {index} = this.at(row);
			runs.addNode(index);
			if (this.outline.depthAt(index) !== depth) continue;
			for (let at = index + 1; at < this.outline.endAt(index); at = this.outline.endAt(at)) {
				runs.addNode(at);
				if (runs.length > most) return undefined;
			}
		}

		return runs.length === this.length ? undefined : new TreeRows(this.outline, runs);
	}

	#replace(from: number, to: number, addOthers: (runs: RowRuns) => void): TreeRows {
		const runs = new RowRuns();
		runs.addFrom(this.#runs, 0, from);
		addOthers(runs);
		runs.addFrom(this.#runs, to, this.length);
		return new TreeRows(this.outline, runs);
	}
}
