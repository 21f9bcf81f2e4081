import type {Codes} from '../../../source/kinds/codes.ts';
import type {ChangedIds, DefinedIds, References} from '../../../source/kinds/cross-check.ts';
import {Hash} from '../../../source/kinds/keys/hash.ts';
import type {FileProblem, Finding, Problem} from '../../../source/kinds/problem.ts';
import type {AffectedRows, DraftProblems, RecheckResult, RecordChecker} from '../../../source/kinds/record-checker.ts';
import type {CellSpans} from '../../../source/records/cell-spans.ts';
import type {Records} from '../../../source/records/records.ts';
import type {Renumbering} from '../../../source/records/renumbering.ts';

export const linkFields = ['from', 'to'] as const;

export const linkCodes: Codes = new Map([
	['short', {severity: 'error', title: 'a row without two cells'}],
	['unknown-note', {severity: 'warning', title: 'a path that no note has'}],
]);

/** Returns the hash of an id. */
export function hashOf(id: string): Hash {
	const bytes = Buffer.from(id);
	return new Hash().of(bytes, 0, bytes.length);
}

/** Checks links, and compares their ends with the paths of notes. */
export class LinksChecker implements RecordChecker, References {
	readonly #records: Records;
	#ends = new Map<number, readonly string[]>();
	#ids: DefinedIds | undefined;
	readonly fileProblems: readonly FileProblem[] = [];
	readonly infoCounts: ReadonlyMap<string, number> = new Map();
	readonly groups = undefined;
	readonly likelyCause = undefined;
	readonly references = this;

	constructor(records: Records) {
		this.#records = records;
	}

	reserve(): void {}

	startSlice(): void {}

	checkHeader(): readonly Finding[] {
		return [];
	}

	add(row: number, record: CellSpans): readonly Finding[] {
		this.#ends.set(row, record.values());
		return ownFindings(row, record);
	}

	finish(): readonly number[] {
		return [];
	}

	compareWith(ids: DefinedIds): readonly number[] {
		this.#ids = ids;
		return [...this.#ends.keys()].filter(row => this.relatedFindings(row).length > 0);
	}

	rowsReferringTo(changed: ChangedIds): readonly number[] {
		const refers = (id: string) => {
			const {low, high} = hashOf(id);
			return changed.has(low, high);
		};
		return [...this.#ends].flatMap(([row, ends]) => (ends.some(refers) ? [row] : []));
	}

	recheckRow(row: number, _affected: AffectedRows): RecheckResult {
		const before = this.#ends.get(row);
		const bytes = this.#records.currentBytes(row);
		const record = this.#records.format.scanner().read(bytes, 0, bytes.length);
		const isSkipped = this.#records.isSkipped(row);
		if (isSkipped) this.#ends.delete(row);
		else this.#ends.set(row, record.values());
		const revert = () => {
			if (before === undefined) this.#ends.delete(row);
			else this.#ends.set(row, before);
		};
		return {findings: isSkipped ? [] : ownFindings(row, record), revert};
	}

	renumber(renumbering: Renumbering): () => void {
		const before = this.#ends;
		this.#ends = renumbering.keys(before);
		return () => {
			this.#ends = before;
		};
	}

	recheckGroups(): Iterable<number> {
		return [];
	}

	relatedFindings(row: number): readonly Finding[] {
		return (this.#ends.get(row) ?? []).flatMap((id, column) => {
			const {low, high} = hashOf(id);
			const field = linkFields[column];
			return this.#ids === undefined || this.#ids.has(low, high) || field === undefined
				? []
				: [{row, code: 'unknown-note', field}];
		});
	}

	isRelated(code: string): boolean {
		return code === 'unknown-note';
	}

	describe(finding: Finding): Problem {
		const {severity = 'error', title = finding.code} = linkCodes.get(finding.code) ?? {};
		const value = this.#records.cells(finding.row)[finding.field === 'to' ? 1 : 0] ?? '';
		const similar = finding.code === 'unknown-note' ? this.#ids?.similar(value) : undefined;
		const fix = (id: string) => ({
			kind: 'cells' as const,
			title: id,
			safe: false,
			changes: [{field: finding.field ?? 'from', value: id}],
		});
		return {...finding, severity, value, message: title, fixes: similar === undefined ? [] : [fix(similar)]};
	}

	checkDraft(): DraftProblems {
		return {problems: [], isCompared: false};
	}

	checkDraftAlone(): readonly Problem[] {
		return [];
	}

	checkTextAlone(): readonly Problem[] {
		return [];
	}

	groupOf(row: number): readonly number[] {
		return [row];
	}

	duplicateRowOf(): undefined {}

	resources(): () => void {
		return () => undefined;
	}
}

function ownFindings(row: number, record: CellSpans): readonly Finding[] {
	return record.count === linkFields.length ? [] : [{row, code: 'short'}];
}
