import {allCodes, type Code, codes} from '../rules/codes.ts';
import {fields} from '../rules/field.ts';
import type {Finding, Severity} from '../rules/problem.ts';

/**
All findings of a file. Those of the first check lie in typed arrays, in row order, so that millions of them cost six
bytes each; rows that were checked again after an edit have a list of their own, which hides the first one.
*/
export class Findings {
	#rows = new Uint32Array(256);
	#codes = new Uint8Array(256);
	#fields = new Uint8Array(256);
	#count = 0;
	readonly #redone = new Map<number, readonly Finding[]>();
	/** The rows of `#redone` that have findings, in order; worked out when it is needed. */
	#redoneRows: number[] | undefined;
	readonly #counts = new Map<Code, number>();

	/** How often each code was found; codes that were not found are absent. */
	get counts(): ReadonlyMap<Code, number> {
		return new Map(
			allCodes.flatMap(code => (this.#counts.get(code) ? [[code, this.#counts.get(code) ?? 0] as const] : [])),
		);
	}

	/** The number of findings of a severity. */
	total(severity: Severity): number {
		return [...this.#counts].reduce((sum, [code, count]) => sum + (codes[code].severity === severity ? count : 0), 0);
	}

	/** Adds a finding of the first check; rows must come in order. */
	append(finding: Finding): void {
		if (this.#count === this.#rows.length) this.#grow();
		this.#rows[this.#count] = finding.row;
		this.#codes[this.#count] = allCodes.indexOf(finding.code);
		this.#fields[this.#count] = finding.field === undefined ? 0 : fields.indexOf(finding.field) + 1;
		this.#count++;
		this.#add(finding.code, 1);
	}

	/** Puts what was found when a row was checked again in the place of what was known of it. */
	replace(row: number, findings: readonly Finding[]): void {
		for (const {code} of this.at(row)) this.#add(code, -1);
		for (const {code} of findings) this.#add(code, 1);
		this.#redone.set(row, findings);
		this.#redoneRows = undefined;
	}

	/** The findings of a row. */
	at(row: number): readonly Finding[] {
		const redone = this.#redone.get(row);
		if (redone !== undefined) return redone;
		const found: Finding[] = [];
		for (let at = this.#firstAt(row); at < this.#count && this.#rows[at] === row; at++) found.push(this.#finding(at));
		return found;
	}

	/** The next row behind `row` that has findings. */
	nextRow(row: number): number | undefined {
		let at = this.#firstAt(row + 1);
		while (at < this.#count && this.#redone.has(this.#rows[at] ?? 0)) at++;
		const first = at < this.#count ? this.#rows[at] : undefined;
		const redoneRows = this.#sortedRedone();
		const redone = redoneRows[firstIndex(redoneRows.length, at => (redoneRows[at] ?? 0) > row)];
		return first === undefined || (redone !== undefined && redone < first) ? redone : first;
	}

	/** The last row before `row` that has findings. */
	previousRow(row: number): number | undefined {
		let at = this.#firstAt(row) - 1;
		while (at >= 0 && this.#redone.has(this.#rows[at] ?? 0)) at--;
		const first = at >= 0 ? this.#rows[at] : undefined;
		const redoneRows = this.#sortedRedone();
		const redone = redoneRows[firstIndex(redoneRows.length, at => (redoneRows[at] ?? 0) >= row) - 1];
		return first === undefined || (redone !== undefined && redone > first) ? redone : first;
	}

	/** Every row with findings, in order. */
	*rows(): Generator<number, void, void> {
		for (let row = this.nextRow(0); row !== undefined; row = this.nextRow(row)) yield row;
	}

	#finding(at: number): Finding {
		const row = this.#rows[at] ?? 0;
		const code = allCodes[this.#codes[at] ?? 0];
		if (code === undefined) throw new RangeError(`no finding at ${at}`);
		const field = fields[(this.#fields[at] ?? 0) - 1];
		return field === undefined ? {row, code} : {row, code, field};
	}

	/** The place of the first finding at or behind `row`. */
	#firstAt(row: number): number {
		return firstIndex(this.#count, at => (this.#rows[at] ?? 0) >= row);
	}

	#sortedRedone(): readonly number[] {
		this.#redoneRows ??= [...this.#redone]
			.filter(([, list]) => list.length > 0)
			.map(([row]) => row)
			.sort((one, other) => one - other);
		return this.#redoneRows;
	}

	#add(code: Code, change: number): void {
		this.#counts.set(code, (this.#counts.get(code) ?? 0) + change);
	}

	#grow(): void {
		const [rows, codeNumbers, fieldNumbers] = [this.#rows, this.#codes, this.#fields];
		this.#rows = new Uint32Array(rows.length * 2);
		this.#codes = new Uint8Array(rows.length * 2);
		this.#fields = new Uint8Array(rows.length * 2);
		this.#rows.set(rows);
		this.#codes.set(codeNumbers);
		this.#fields.set(fieldNumbers);
	}
}

/** The first index below `count` for which `reached` holds, or `count`; from there on it must hold for all. */
function firstIndex(count: number, reached: (index: number) => boolean): number {
	let low = 0;
	let high = count;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (reached(middle)) high = middle;
		else low = middle + 1;
	}

	return low;
}
