import type {Finding} from '../kinds/problem.ts';
import type {Place} from '../kinds/warehouse/keys/relations.ts';
import type {RowFact} from '../kinds/warehouse/keys/row-facts.ts';
import type {Findings} from './findings.ts';

/** Rows and warehouse tables whose findings may be others now. */
export type Touched = {readonly rows: Set<number>; readonly tables: Set<number>};

/** What was known of a row before it was checked again; `place` where it was moved to another one. */
export type Known = {readonly row: number; readonly fact: RowFact; readonly place: Place | undefined};

/** The findings of a row alone, and what was known of it before. */
export type Relearned = {readonly own: readonly Finding[]; readonly before: Known};

/** What a check knows of rows, one by one. */
export type KnownRows = {
	readonly findings: Findings;
	/** Checks an edited row again, unless it cannot be read. Returns the findings of the row alone, and notes what else it touches. */
	relearn(row: number, touched: Touched): Relearned;
	/** Undoes `relearn`, the last one first. Reads nothing. */
	unlearn(before: Known): void;
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
	readonly #before: Known[] = [];
	readonly #touched: Touched = {rows: new Set(), tables: new Set()};

	constructor(known: KnownRows) {
		this.#known = known;
	}

	changed(row: number): void {
		const {own, before} = this.#known.relearn(row, this.#touched);
		this.#before.push(before);
		this.#own.set(row, own);
	}

	finish(): void {
		const known = this.#known;
		const {rows, tables} = this.#touched;
		for (const row of known.recheckTables(tables)) rows.add(row);
		// From here on nothing is read.
		known.findings.replace(this.#found());
	}

	revert(): void {
		for (const before of this.#before.reverse()) this.#known.unlearn(before);
	}

	*#found(): Generator<readonly [row: number, findings: readonly Finding[]], void, void> {
		for (const [row, own] of this.#own) {
			const related = this.#known.relatedTo(row);
			yield [row, related.length === 0 ? own : [...own, ...related]];
		}

		for (const row of this.#touched.rows) {
			if (this.#own.has(row)) continue;
			yield [row, [...this.#known.findings.at(row).filter(isOwn), ...this.#known.relatedTo(row)]];
		}
	}
}

/** Whether a finding hangs on its row alone. */
function isOwn({code}: Finding): boolean {
	return code !== 'duplicate-row' && code !== 'case-collision' && code !== 'table-conflict';
}
