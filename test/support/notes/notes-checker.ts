import type {DefinedIds} from '../../../source/kinds/cross-check.ts';
import {Hash} from '../../../source/kinds/keys/hash.ts';
import type {FileProblem, Finding, Problem} from '../../../source/kinds/problem.ts';
import type {AffectedRows, DraftProblems, RecheckResult, RecordChecker} from '../../../source/kinds/record-checker.ts';
import type {ResourceSink} from '../../../source/kinds/resources.ts';
import type {OnSentRecord} from '../../../source/kinds/sent-record.ts';
import type {CellSpans} from '../../../source/records/cell-spans.ts';
import type {RecordScanner} from '../../../source/records/record-scanner.ts';
import type {Records} from '../../../source/records/records.ts';
import type {Renumbering} from '../../../source/records/renumbering.ts';
import {resourcesOf} from '../resources.ts';
import {findingsOf, fixesOf, noteCodes, noteFields} from './notes-rules.ts';

const fieldNames: readonly string[] = noteFields;

/** Judges notes. It keeps the path of each row as a text: it is for small files. */
export class NotesChecker implements RecordChecker, DefinedIds {
	readonly #records: Records;
	#paths = new Map<number, string>();
	readonly fileProblems: readonly FileProblem[] = [];
	readonly infoCounts: ReadonlyMap<string, number> = new Map();
	readonly groups = undefined;
	readonly likelyCause = undefined;
	readonly definedIds = this;

	constructor(records: Records) {
		this.#records = records;
	}

	reserve(): void {}

	startSlice(): void {}

	checkHeader(): readonly Finding[] {
		return [];
	}

	add(row: number, record: RecordScanner): readonly Finding[] {
		this.#notePath(row, record);
		return [...findingsOf(row, record), ...this.relatedFindings(row)];
	}

	resources(sink: ResourceSink): OnSentRecord {
		return ({row}) => {
			const [database = '', schema = '', table = '', column = ''] = (this.#paths.get(row) ?? '').split('.');
			for (const {entity, key} of resourcesOf({database, schema, table, column})) sink.add(entity, key);
		};
	}

	finish(): readonly number[] {
		return [];
	}

	recheckRow(row: number, {rows, ids}: AffectedRows): RecheckResult {
		const before = this.#paths.get(row);
		const record = this.#recordOf(row);
		for (const other of this.#twinsOf(row)) rows.add(other);
		this.#notePath(row, record);
		for (const other of this.#twinsOf(row)) rows.add(other);
		for (const path of [before, this.#paths.get(row)]) {
			if (path === undefined || before === this.#paths.get(row)) continue;
			const {low, high} = hashOf(path);
			ids.add(low, high);
		}

		const revert = () => {
			if (before === undefined) this.#paths.delete(row);
			else this.#paths.set(row, before);
		};
		return {findings: this.#records.isSkipped(row) ? [] : findingsOf(row, record), revert};
	}

	renumber(renumbering: Renumbering): () => void {
		const before = this.#paths;
		this.#paths = renumbering.keys(before);
		return () => {
			this.#paths = before;
		};
	}

	has(low: number, high: number): boolean {
		return [...this.#paths.values()].some(path => {
			const hash = hashOf(path);
			return hash.low === low && hash.high === high;
		});
	}

	describeId(): undefined {}

	idAt(): undefined {}

	similar(text: string): string | undefined {
		return [...this.#paths.values()].find(path => path.toLowerCase() === text.trim().toLowerCase());
	}

	recheckGroups(): Iterable<number> {
		return [];
	}

	relatedFindings(row: number): readonly Finding[] {
		return this.#twinsOf(row).some(other => other < row) ? [{row, code: 'duplicate-path', field: 'path'}] : [];
	}

	isRelated(code: string): boolean {
		return code === 'duplicate-path';
	}

	describe(finding: Finding): Problem {
		return this.#describe(finding, this.#recordOf(finding.row));
	}

	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		return {problems: this.checkDraftAlone(row, cells), isCompared: false};
	}

	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		const bytes = Buffer.from(this.#records.format.encode(cells));
		const record = this.#records.format.scanner().read(bytes, 0, bytes.length);
		return findingsOf(row, record).map(finding => this.#describe(finding, record));
	}

	checkTextAlone(row: number, record: string): readonly Problem[] {
		return this.checkDraftAlone(row, this.#records.format.decode(Buffer.from(record), this.#records.limits));
	}

	groupOf(row: number): readonly number[] {
		return [row];
	}

	duplicateRowOf(row: number): number | undefined {
		return this.#twinsOf(row)[0];
	}

	#recordOf(row: number): CellSpans {
		const bytes = this.#records.currentBytes(row);
		return this.#records.format.scanner().read(bytes, 0, bytes.length);
	}

	#describe(finding: Finding, record: CellSpans): Problem {
		const {code, field} = finding;
		const value = field === undefined ? '' : record.value(fieldNames.indexOf(field));
		const {severity = 'error', title = code} = noteCodes.get(code) ?? {};
		return {...finding, severity, value, message: title, fixes: fixesOf(finding, value)};
	}

	#notePath(row: number, record: CellSpans): void {
		if (this.#records.isSkipped(row) || record.isBlank) this.#paths.delete(row);
		else this.#paths.set(row, record.value(0));
	}

	#twinsOf(row: number): readonly number[] {
		const path = this.#paths.get(row);
		if (path === undefined) return [];
		return [...this.#paths].flatMap(([other, text]) => (other !== row && text === path ? [other] : []));
	}
}

/** Returns the hash of a path. */
function hashOf(path: string): Hash {
	const bytes = Buffer.from(path);
	return new Hash().of(bytes, 0, bytes.length);
}
