import type {Finding} from '../kinds/problem.ts';
import type {Relearned, Touched} from '../kinds/record-checker.ts';
import type {Findings} from './findings.ts';

/** What a check knows of rows, one by one. */
export type KnownRows = {
	readonly findings: Findings;
	/** Checks an edited row again, unless it cannot be read, and notes what else it touches. */
	relearn(row: number, touched: Touched): Relearned;
	/** Looks at groups again. Returns the rows that had related findings because of them before, or have them now. */
	recheckGroups(groups: ReadonlySet<number>): Iterable<number>;
	/** Returns the findings of a row that depend on no other row. */
	ownAt(row: number): readonly Finding[];
	/** Returns the findings of a row that depend on other rows. */
	relatedTo(row: number): readonly Finding[];
};

/**
Checks rows again while they are edited, each right after its own edit: what is known of the others is then as they
stand. `finish` looks at the rows and groups that hang on them.
*/
export class Recheck {
	readonly #known: KnownRows;
	readonly #own = new Map<number, readonly Finding[]>();
	readonly #relearned: Relearned[] = [];
	readonly #touched: Touched = {rows: new Set(), groups: new Set()};

	constructor(known: KnownRows) {
		this.#known = known;
	}

	changed(row: number): void {
		const relearned = this.#known.relearn(row, this.#touched);
		this.#relearned.push(relearned);
		this.#own.set(row, relearned.own);
	}

	finish(): void {
		const known = this.#known;
		const {rows, groups} = this.#touched;
		for (const row of known.recheckGroups(groups)) rows.add(row);
		// From here on nothing is read.
		known.findings.replace(this.#found());
	}

	revert(): void {
		for (const relearned of this.#relearned.reverse()) relearned.revert();
	}

	*#found(): Generator<readonly [row: number, findings: readonly Finding[]], void, void> {
		for (const [row, own] of this.#own) {
			const related = this.#known.relatedTo(row);
			yield [row, related.length === 0 ? own : [...own, ...related]];
		}

		for (const row of this.#touched.rows) {
			if (!this.#own.has(row)) yield [row, [...this.#known.ownAt(row), ...this.#known.relatedTo(row)]];
		}
	}
}
