import type {Finding} from '../rules/problem.ts';
import type {Findings} from './findings.ts';

/** What a check knows of rows, one by one. */
export type KnownRows = {
	readonly findings: Findings;
	/** Forgets a row, as it was before it was edited. */
	forget(row: number): void;
	/** Looks at a row as it stands now. Answers what it says by itself. */
	learn(row: number): readonly Finding[];
	/** The row whose finding hangs on this one being there, and is its first; 0 for none. There are two kinds. */
	successor(row: number): number;
	lowerSuccessor(row: number): number;
	/** The number of the row's warehouse table; 0 for none. */
	tableOf(row: number): number;
	/** Looks at warehouse tables again. Answers the rows that reported a conflict before or do now. */
	recheckTables(tables: ReadonlySet<number>): Iterable<number>;
	/** What the rules about several rows say of a row. */
	relatedTo(row: number): readonly Finding[];
};

/**
Checks rows again while they are edited, each right after its own edit: what is known of the others is then as they
stand. `finish` looks at the rows and warehouse tables that hang on them.
*/
export class Recheck {
	readonly #known: KnownRows;
	readonly #own = new Map<number, readonly Finding[]>();
	readonly #others = new Set<number>();
	readonly #tables = new Set<number>();

	constructor(known: KnownRows) {
		this.#known = known;
	}

	/** To be called right after the edit of a row. */
	row(row: number): void {
		this.#noteNeighbours(row);
		this.#known.forget(row);
		this.#own.set(row, this.#known.learn(row));
		this.#noteNeighbours(row);
	}

	finish(): void {
		const known = this.#known;
		for (const row of known.recheckTables(this.#tables)) this.#others.add(row);
		for (const row of this.#own.keys()) this.#others.delete(row);
		known.findings.replace(this.#found());
	}

	*#found(): Generator<readonly [row: number, findings: readonly Finding[]], void, void> {
		for (const [row, own] of this.#own) {
			const related = this.#known.relatedTo(row);
			yield [row, related.length === 0 ? own : [...own, ...related]];
		}

		for (const row of this.#others) {
			yield [row, [...this.#known.findings.at(row).filter(isOwn), ...this.#known.relatedTo(row)]];
		}
	}

	/** Notes the rows and the table whose findings hang on a row as it is known now. */
	#noteNeighbours(row: number): void {
		const successor = this.#known.successor(row);
		if (successor !== 0) this.#others.add(successor);
		const lowerSuccessor = this.#known.lowerSuccessor(row);
		if (lowerSuccessor !== 0) this.#others.add(lowerSuccessor);
		const table = this.#known.tableOf(row);
		if (table !== 0) this.#tables.add(table);
	}
}

/** Whether a finding hangs on its row alone. */
function isOwn({code}: Finding): boolean {
	return code !== 'duplicate-row' && code !== 'case-collision' && code !== 'table-conflict';
}
