import {ChangedIds} from '../kinds/cross-check.ts';
import type {Finding} from '../kinds/problem.ts';
import type {AffectedRows, RecheckResult} from '../kinds/record-checker.ts';
import type {Renumbering} from '../records/renumbering.ts';
import type {Findings} from './findings/findings.ts';

/** The results of a check, by row. */
export type CheckedRows = {
	readonly findings: Findings;
	/** Rechecks an edited row, unless it cannot be read, and collects the rows and groups that it affects. */
	recheckRow(row: number, touched: AffectedRows): RecheckResult;
	/** Renumbers the rows everywhere but in the findings. Returns a function that reverts it. */
	renumber(renumbering: Renumbering): () => void;
	/** Rechecks groups. Returns the rows with related findings from them, before or after. */
	recheckGroups(groups: ReadonlySet<number>): Iterable<number>;
	/** Returns the findings of a row that do not depend on other rows. */
	ownFindings(row: number): readonly Finding[];
	/** Returns the findings of a row that depend on other rows. */
	relatedFindings(row: number): readonly Finding[];
	/** Called at the end of a change with the ids that it may have added or removed. Reads no records. */
	idsChanged(ids: ChangedIds): void;
};

/**
Rechecks rows during a change, each right after its own edit, when the results of all other rows are still current. `finish` rechecks
the rows and groups that depend on them.
*/
export class Recheck {
	readonly #known: CheckedRows;
	#own = new Map<number, readonly Finding[]>();
	/** The functions that revert each action, in order. */
	readonly #reverts: Array<Pick<RecheckResult, 'revert'>> = [];
	#touched: AffectedRows = {rows: new Set(), groups: new Set(), ids: new ChangedIds()};
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
		const {rows, groups, ids} = this.#touched;
		for (const row of known.recheckGroups(groups)) rows.add(row);
		// Nothing is read from here on, so this cannot fail halfway.
		if (this.#renumbering !== undefined) known.findings.renumber(this.#renumbering);
		known.findings.replace(this.#found());
		if (ids.count > 0) known.idsChanged(ids);
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
