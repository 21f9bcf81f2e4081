import type {Codes} from '../../kinds/codes.ts';
import type {Finding} from '../../kinds/problem.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import {FindingCounts, type FindingCountsState} from './finding-counts.ts';
import {FindingNumbers, softenedCode} from './finding-numbers.ts';
import {RecheckedFindings, type RowFindings} from './rechecked-findings.ts';
import {StoredFindings, type StoredFindingsState} from './stored-findings.ts';

/** The number of rechecked rows at which they are merged into the arrays, after a change. */
const maxRedone = 1024;

/** The number of rows of one change at which they are merged before its end: kept apart, each takes some hundred bytes. */
const maxOfChange = 65_536;

/** All findings of a file, in the arrays of `Findings`. */
export type FindingsState = {readonly stored: StoredFindingsState; readonly counts: FindingCountsState};

type FoundInRows = Iterable<RowFindings>;

/**
All findings of a file, in row order. The findings of rechecked rows are kept apart and override the stored ones until they are
merged.
*/
export class Findings {
	readonly #stored = new StoredFindings();
	readonly #counts: FindingCounts;
	readonly #numbers: FindingNumbers;
	readonly #redone = new RecheckedFindings();
	readonly #codes: Codes;
	readonly #fields: readonly string[];

	/** `fields` may grow. */
	constructor(codes: Codes, fields: readonly string[]) {
		this.#codes = codes;
		this.#fields = fields;
		this.#numbers = new FindingNumbers(codes, fields);
		this.#counts = new FindingCounts(this.#numbers.codes);
	}

	get state(): FindingsState {
		if (this.#redone.size > 0) this.#merge();
		return {stored: this.#stored.state, counts: this.#counts.state};
	}

	set state({stored, counts}: FindingsState) {
		this.#stored.state = stored;
		this.#counts.state = counts;
		this.#redone.clear();
	}

	/** The number of cells with findings; a finding of the whole row counts as one cell. */
	get cells(): number {
		return this.#counts.cells;
	}

	/** The number of findings of each code; codes without findings are absent. */
	get counts(): ReadonlyMap<string, number> {
		return this.#counts.ofCodes;
	}

	/** The number of findings of each code that are only warnings, although the code is an error; other codes are absent. */
	get softened(): ReadonlyMap<string, number> {
		return this.#counts.softened;
	}

	/** The number of all findings. */
	get count(): number {
		return this.#counts.all;
	}

	/** Adds a finding of the first check; rows must come in order. */
	append(finding: Finding): void {
		this.#append(finding.row, this.#numbers.codeOf(finding), this.#numbers.fieldOf(finding));
	}

	#append(row: number, code: number, field: number): void {
		if (this.#stored.append(row, code, field) === 'new cell') this.#counts.cells++;
		this.#counts.add(code, 1);
	}

	/** Replaces the findings of rechecked rows. */
	replace(found: FoundInRows): void {
		for (const [row, findings] of found) {
			const known = this.at(row);
			for (const finding of known) this.#counts.add(this.#numbers.codeOf(finding), -1);
			for (const finding of findings) this.#counts.add(this.#numbers.codeOf(finding), 1);
			this.#counts.cells += cellsOf(findings) - cellsOf(known);
			this.#redone.set(row, findings);
			// More with each merge, so that the time of all merges stays linear.
			if (this.#redone.size >= Math.max(maxOfChange, this.#stored.count / 16)) this.#merge();
		}

		if (this.#redone.size > maxRedone) this.#merge();
	}

	/** Replaces the findings of any number of rows, which come in order. Until the last one, `at` returns the findings from before. */
	replaceInOrder(found: FoundInRows): void {
		if (this.#redone.size > 0) this.#merge();
		const stored = this.#stored;
		const replaced = new Findings(this.#codes, this.#fields);
		let at = 0;
		for (const [row, findings] of found) {
			at = replaced.#copy(stored, at, row);
			while (stored.isOf(row, at)) at++;
			for (const finding of findings) replaced.append(finding);
		}

		replaced.#copy(stored, at, Number.POSITIVE_INFINITY);
		this.state = replaced.state;
	}

	/** Adds stored findings of another instance, from an index until a row. Returns the index of the next one. */
	#copy(stored: StoredFindings, from: number, row: number): number {
		let at = from;
		for (; at < stored.count && stored.rowAt(at) < row; at++)
			this.#append(stored.rowAt(at), stored.codeAt(at), stored.fieldAt(at));
		return at;
	}

	/** Moves the findings of rechecked rows into the arrays. */
	#merge(): void {
		this.replaceInOrder(this.#redone.takeAll());
	}

	/** Renumbers rows and drops the findings of removed ones. */
	renumber(renumbering: Renumbering): void {
		if (renumbering.kind === 'remove') this.replace(Array.from(renumbering.rows(), row => [row, []] as const));
		if (this.#redone.size > 0) this.#merge();
		this.#stored.renumber(renumbering);
	}

	/** Returns the findings of a row. */
	at(row: number): readonly Finding[] {
		const redone = this.#redone.get(row);
		if (redone !== undefined) return redone;
		const found: Finding[] = [];
		for (let at = this.#stored.firstAt(row); this.#stored.isOf(row, at); at++) found.push(this.#finding(at));
		return found;
	}

	/** True if a row has findings. */
	has(row: number): boolean {
		const redone = this.#redone.get(row);
		if (redone !== undefined) return redone.length > 0;
		return this.#stored.isOf(row, this.#stored.firstAt(row));
	}

	/** Returns the number of findings in the rows before `row`. */
	countBefore(row: number): number {
		const stored = this.#stored;
		let count = stored.firstAt(row);
		for (const [redone, findings] of this.#redone) {
			if (redone >= row) continue;
			count += findings.length - (stored.firstAt(redone + 1) - stored.firstAt(redone));
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

	*#of(code: string): Generator<Finding, void, void> {
		if (this.#redone.size > 0) this.#merge();
		const stored = this.#stored;
		const number = this.#numbers.codes.indexOf(code);
		let hard = stored.nextWith(number, 0);
		let soft = stored.nextWith(softenedCode(number), 0);
		while (hard < stored.count || soft < stored.count) {
			const at = Math.min(hard, soft);
			yield this.#finding(at);
			if (at === hard) hard = stored.nextWith(number, at + 1);
			else soft = stored.nextWith(softenedCode(number), at + 1);
		}
	}

	/** Returns the first row with findings after `row`. */
	nextRow(row: number): number | undefined {
		const stored = this.#stored;
		let at = stored.firstAt(row + 1);
		while (at < stored.count && this.#redone.get(stored.rowAt(at)) !== undefined) at++;
		const first = at < stored.count ? stored.rowAt(at) : undefined;
		const redone = this.#redone.rowAfter(row);
		return first === undefined || (redone !== undefined && redone < first) ? redone : first;
	}

	/** Returns the last row with findings before `row`. */
	previousRow(row: number): number | undefined {
		const stored = this.#stored;
		let at = stored.firstAt(row) - 1;
		while (at >= 0 && this.#redone.get(stored.rowAt(at)) !== undefined) at--;
		const first = at >= 0 ? stored.rowAt(at) : undefined;
		const redone = this.#redone.rowBefore(row);
		return first === undefined || (redone !== undefined && redone > first) ? redone : first;
	}

	/** Lists the rows with findings, in order. */
	*rows(): Generator<number, void, void> {
		for (let row = this.nextRow(0); row !== undefined; row = this.nextRow(row)) yield row;
	}

	#finding(at: number): Finding {
		const stored = this.#stored;
		return this.#numbers.finding(stored.rowAt(at), stored.codeAt(at), stored.fieldAt(at));
	}
}

/** Returns the number of cells with findings in a row. */
function cellsOf(findings: readonly Finding[]): number {
	return new Set(findings.map(({field}) => field)).size;
}
