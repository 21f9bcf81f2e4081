import type {Finding} from '../kinds/problem.ts';
import type {AffectedRows, RecheckResult} from '../kinds/record-checker.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {Findings} from './findings.ts';

/** What a check knows of rows, one by one. */
export type CheckedRows = {
	readonly findings: Findings;
	/** Checks an edited row again, unless it cannot be read, and notes what else it touches. */
	recheckRow(row: number, touched: AffectedRows): RecheckResult;
	/** Gives the rows new numbers in all but the findings. Returns what brings the old ones back. */
	renumber(renumbering: Renumbering): () => void;
	/** Looks at groups again. Returns the rows that had related findings because of them before, or have them now. */
	recheckGroups(groups: ReadonlySet<number>): Iterable<number>;
	/** Returns the findings of a row that depend on no other row. */
	ownFindings(row: number): readonly Finding[];
	/** Returns the findings of a row that depend on other rows. */
	relatedFindings(row: number): readonly Finding[];
};

/**
Checks rows again while they are edited, each right after its own edit: what is known of the others is then as they
stand. `finish` looks at the rows and groups that hang on them.
*/
export class Recheck {
	readonly #known: CheckedRows;
	#own = new Map<number, readonly Finding[]>();
	/** What undoes each thing that was done, in order. */
	readonly #reverts: Array<Pick<RecheckResult, 'revert'>> = [];
	#touched: AffectedRows = {rows: new Set(), groups: new Set()};
	#renumbering: Renumbering | undefined;

	constructor(known: CheckedRows) {
		this.#known = known;
	}

	changed(row: number): void {
		const relearned = this.#known.recheckRow(row, this.#touched);
		this.#reverts.push(relearned);
		this.#own.set(row, relearned.findings);
	}

	renumbered(renumbering: Renumbering): void {
		this.#reverts.push({revert: this.#known.renumber(renumbering)});
		const own = renumbering.keys(this.#own);
		this.#own = new Map(Array.from(own, ([row, findings]) => [row, findings.map(found => ({...found, row}))]));
		this.#touched = {...this.#touched, rows: new Set(renumbering.renumbered(this.#touched.rows))};
		this.#renumbering = renumbering;
	}

	finish(): void {
		const known = this.#known;
		const {rows, groups} = this.#touched;
		for (const row of known.recheckGroups(groups)) rows.add(row);
		// From here on nothing is read.
		if (this.#renumbering !== undefined) known.findings.renumber(this.#renumbering);
		known.findings.replace(this.#found());
	}

	revert(): void {
		for (const done of this.#reverts.reverse()) done.revert();
	}

	*#found(): Generator<readonly [row: number, findings: readonly Finding[]], void, void> {
		for (const [row, own] of this.#own) {
			const related = this.#known.relatedFindings(row);
			yield [row, related.length === 0 ? own : [...own, ...related]];
		}

		for (const row of this.#touched.rows) {
			if (!this.#own.has(row)) yield [row, [...this.#known.ownFindings(row), ...this.#known.relatedFindings(row)]];
		}
	}
}
