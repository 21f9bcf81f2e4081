import type {Codes} from '../kinds/codes.ts';
import type {Finding} from '../kinds/problem.ts';
import {firstIndex} from '../records/first-index.ts';
import type {Renumbering} from '../records/renumbering.ts';

/** The number of rechecked rows at which they are merged into the arrays, after a change. */
const maxRedone = 1024;

/** The number of rows of one change at which they are merged before its end: kept apart, each takes some hundred bytes. */
const maxOfChange = 65_536;

/** The bits of a stored code: its number, and one that is set if the finding is only a warning, although the code is an error. */
const softenedBit = 0x80;
const codeBits = 0x7f;

/** All findings of a file; its arrays are those of `Findings`. */
export type FindingsState = {
	readonly rows: Uint32Array<ArrayBuffer>;
	readonly codes: Uint8Array<ArrayBuffer>;
	readonly fields: Uint16Array<ArrayBuffer>;
	readonly count: number;
	readonly counts: Float64Array<ArrayBuffer>;
	readonly softened: Float64Array<ArrayBuffer>;
	readonly cells: number;
};

/**
All findings of a file, in row order. They are kept in typed arrays, seven bytes each. The findings of rechecked rows are kept apart
and override the arrays until they are merged.
*/
export class Findings {
	#rows = new Uint32Array(256);
	#codes = new Uint8Array(256);
	#fields = new Uint16Array(256);
	#count = 0;
	readonly #redone = new Map<number, readonly Finding[]>();
	/** The rows of `#redone` that have findings, in order; computed when needed. */
	#redoneRows: number[] | undefined;
	readonly #codesOfKind: Codes;
	readonly #kindCodes: readonly string[];
	readonly #kindFields: readonly string[];
	#counts: Float64Array<ArrayBuffer>;
	#softened: Float64Array<ArrayBuffer>;
	#cells = 0;

	/** `fields` may grow. */
	constructor(codes: Codes, fields: readonly string[]) {
		this.#codesOfKind = codes;
		this.#kindCodes = [...codes.keys()];
		this.#kindFields = fields;
		this.#counts = new Float64Array(codes.size);
		this.#softened = new Float64Array(codes.size);
	}

	get state(): FindingsState {
		if (this.#redone.size > 0) this.#merge();
		const [rows, codes, fields, count] = [this.#rows, this.#codes, this.#fields, this.#count];
		return {rows, codes, fields, count, counts: this.#counts, softened: this.#softened, cells: this.#cells};
	}

	set state({rows, codes, fields, count, counts, softened, cells}: FindingsState) {
		this.#rows = rows;
		this.#codes = codes;
		this.#fields = fields;
		this.#count = count;
		this.#counts = counts;
		this.#softened = softened;
		this.#cells = cells;
		this.#redone.clear();
		this.#redoneRows = undefined;
	}

	/** The number of cells with findings; a finding of the whole row counts as one cell. */
	get cells(): number {
		return this.#cells;
	}

	/** The number of findings of each code; codes without findings are absent. */
	get counts(): ReadonlyMap<string, number> {
		return new Map(
			this.#kindCodes.flatMap((code, at) => (this.#counts[at] ? [[code, this.#counts[at] ?? 0] as const] : [])),
		);
	}

	/** The number of findings of each code that are only warnings, although the code is an error; other codes are absent. */
	get softened(): ReadonlyMap<string, number> {
		return new Map(
			this.#kindCodes.flatMap((code, at) => (this.#softened[at] ? [[code, this.#softened[at] ?? 0] as const] : [])),
		);
	}

	/** Adds a finding of the first check; rows must come in order. */
	append(finding: Finding): void {
		const {row, field} = finding;
		this.#push(row, this.#codeOf(finding), field === undefined ? 0 : this.#kindFields.indexOf(field) + 1);
	}

	/** Replaces the findings of rechecked rows. */
	replace(found: Iterable<readonly [row: number, findings: readonly Finding[]]>): void {
		for (const [row, findings] of found) {
			const known = this.at(row);
			for (const finding of known) this.#add(this.#codeOf(finding), -1);
			for (const finding of findings) this.#add(this.#codeOf(finding), 1);
			this.#cells += cellsOf(findings) - cellsOf(known);
			this.#redone.set(row, findings);
			// More with each merge, so that the time of all merges stays linear.
			if (this.#redone.size >= Math.max(maxOfChange, this.#count / 16)) this.#merge();
		}

		this.#redoneRows = undefined;
		if (this.#redone.size > maxRedone) this.#merge();
	}

	/** Replaces the findings of any number of rows, which come in order. Until the last one, `at` returns the findings from before. */
	replaceInOrder(found: Iterable<readonly [row: number, findings: readonly Finding[]]>): void {
		if (this.#redone.size > 0) this.#merge();
		const replaced = new Findings(this.#codesOfKind, this.#kindFields);
		let at = 0;
		for (const [row, findings] of found) {
			at = replaced.#copy(this, at, row);
			while (at < this.#count && this.#rows[at] === row) at++;
			replaced.#appendAll(findings);
		}

		replaced.#copy(this, at, Number.POSITIVE_INFINITY);
		this.state = replaced.state;
	}

	/** Renumbers rows and drops the findings of removed ones. */
	renumber(renumbering: Renumbering): void {
		if (renumbering.kind === 'remove') this.replace(Array.from(renumbering.rows(), row => [row, []] as const));
		if (this.#redone.size > 0) this.#merge();
		for (let at = 0; at < this.#count; at++) this.#rows[at] = renumbering.rowAfter(this.#rows[at] ?? 0) ?? 0;
	}

	/** Returns the findings of a row. */
	at(row: number): readonly Finding[] {
		const redone = this.#redone.get(row);
		if (redone !== undefined) return redone;
		const found: Finding[] = [];
		for (let at = this.#firstAt(row); at < this.#count && this.#rows[at] === row; at++) found.push(this.#finding(at));
		return found;
	}

	/** The number of all findings. */
	get count(): number {
		return this.#counts.reduce((sum, number) => sum + number, 0);
	}

	/** True if a row has findings. */
	has(row: number): boolean {
		const redone = this.#redone.get(row);
		if (redone !== undefined) return redone.length > 0;
		const at = this.#firstAt(row);
		return at < this.#count && this.#rows[at] === row;
	}

	/** Returns the number of findings in the rows before `row`. */
	countBefore(row: number): number {
		let count = this.#firstAt(row);
		for (const [redone, findings] of this.#redone) {
			if (redone >= row) continue;
			count += findings.length - (this.#firstAt(redone + 1) - this.#firstAt(redone));
		}

		return count;
	}

	/** Returns the number of findings of a code in one field, and of those that are only warnings although the code is an error. */
	countIn(code: string, field: string): {readonly count: number; readonly softened: number} {
		let count = 0;
		let softened = 0;
		for (const finding of this.#of(code)) {
			if (finding.field !== field) continue;
			count++;
			if (finding.severity !== undefined) softened++;
		}

		return {count, softened};
	}

	/** Returns the first finding of a code that is as severe as the code. */
	firstOf(code: string): Finding | undefined {
		for (const finding of this.#of(code)) if (finding.severity === undefined) return finding;
		return undefined;
	}

	/** Returns up to `most` findings of a code, in row order, except those in some fields. */
	first(code: string, most: number, except: ReadonlySet<string | undefined> = new Set()): readonly Finding[] {
		const found: Finding[] = [];
		if (most === 0) return found;
		for (const finding of this.#of(code)) {
			if (except.has(finding.field)) continue;
			if (found.push(finding) === most) break;
		}

		return found;
	}

	/** Returns the first row with findings after `row`. */
	nextRow(row: number): number | undefined {
		let at = this.#firstAt(row + 1);
		while (at < this.#count && this.#redone.has(this.#rows[at] ?? 0)) at++;
		const first = at < this.#count ? this.#rows[at] : undefined;
		const redoneRows = this.#sortedRedone();
		const redone = redoneRows[firstIndex(redoneRows.length, at => (redoneRows[at] ?? 0) > row)];
		return first === undefined || (redone !== undefined && redone < first) ? redone : first;
	}

	/** Returns the last row with findings before `row`. */
	previousRow(row: number): number | undefined {
		let at = this.#firstAt(row) - 1;
		while (at >= 0 && this.#redone.has(this.#rows[at] ?? 0)) at--;
		const first = at >= 0 ? this.#rows[at] : undefined;
		const redoneRows = this.#sortedRedone();
		const redone = redoneRows[firstIndex(redoneRows.length, at => (redoneRows[at] ?? 0) >= row) - 1];
		return first === undefined || (redone !== undefined && redone > first) ? redone : first;
	}

	/** Lists the rows with findings, in order. */
	*rows(): Generator<number, void, void> {
		for (let row = this.nextRow(0); row !== undefined; row = this.nextRow(row)) yield row;
	}

	*#of(code: string): Generator<Finding, void, void> {
		if (this.#redone.size > 0) this.#merge();
		const number = this.#kindCodes.indexOf(code);
		const next = (code: number, from: number) => {
			const at = this.#codes.indexOf(code, from);
			return at === -1 || at >= this.#count ? this.#count : at;
		};
		let hard = next(number, 0);
		let soft = next(number | softenedBit, 0);
		while (hard < this.#count || soft < this.#count) {
			const at = Math.min(hard, soft);
			yield this.#finding(at);
			if (at === hard) hard = next(number, at + 1);
			else soft = next(number | softenedBit, at + 1);
		}
	}

	#finding(at: number): Finding {
		const row = this.#rows[at] ?? 0;
		const number = this.#codes[at] ?? 0;
		const code = this.#kindCodes[number & codeBits];
		if (code === undefined) throw new RangeError(`no finding at ${at}`);
		const field = this.#kindFields[(this.#fields[at] ?? 0) - 1];
		const found = field === undefined ? {row, code} : {row, code, field};
		return (number & softenedBit) === 0 ? found : {...found, severity: 'warning'};
	}

	/** Returns the number of a finding's code, with its bit. */
	#codeOf({code, severity}: Finding): number {
		return this.#kindCodes.indexOf(code) | (severity === undefined ? 0 : softenedBit);
	}

	/** Returns the index of the first finding at or after `row`. */
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

	/** Rebuilds the arrays with the findings of rechecked rows. */
	#merge(): void {
		const redone = [...this.#redone].sort(([one], [other]) => one - other);
		this.#redone.clear();
		this.replaceInOrder(redone);
	}

	/** Adds stored findings of another instance, from an index until a row. Returns the index of the next one. */
	#copy({state: {rows, codes, fields, count}}: Findings, from: number, row: number): number {
		let at = from;
		for (; at < count && (rows[at] as number) < row; at++)
			this.#push(rows[at] as number, codes[at] as number, fields[at] as number);
		return at;
	}

	#appendAll(findings: readonly Finding[]): void {
		for (const finding of findings) this.append(finding);
	}

	#push(row: number, code: number, field: number): void {
		if (this.#count === this.#rows.length) this.#grow();
		if (!this.#isLastIn(row, field)) this.#cells++;
		this.#rows[this.#count] = row;
		this.#codes[this.#count] = code;
		this.#fields[this.#count] = field;
		this.#count++;
		this.#add(code, 1);
	}

	/** True if the cell has a finding already; `row` is the last row added. */
	#isLastIn(row: number, field: number): boolean {
		for (let at = this.#count - 1; at >= 0 && this.#rows[at] === row; at--) if (this.#fields[at] === field) return true;
		return false;
	}

	#add(code: number, change: number): void {
		const number = code & codeBits;
		this.#counts[number] = (this.#counts[number] ?? 0) + change;
		if ((code & softenedBit) !== 0) this.#softened[number] = (this.#softened[number] ?? 0) + change;
	}

	#grow(): void {
		const [rows, codeNumbers, fieldNumbers] = [this.#rows, this.#codes, this.#fields];
		this.#rows = new Uint32Array(rows.length * 2);
		this.#codes = new Uint8Array(rows.length * 2);
		this.#fields = new Uint16Array(rows.length * 2);
		this.#rows.set(rows);
		this.#codes.set(codeNumbers);
		this.#fields.set(fieldNumbers);
	}
}

/** Returns the number of cells with findings in a row. */
function cellsOf(findings: readonly Finding[]): number {
	return new Set(findings.map(({field}) => field)).size;
}
