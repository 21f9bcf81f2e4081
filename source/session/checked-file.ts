import {countProblems, sharedCode} from '../kinds/codes.ts';
import type {Conversion} from '../kinds/conversion.ts';
import type {DefinedIds} from '../kinds/cross-check.ts';
import type {EdgeSource} from '../kinds/edges.ts';
import type {FileKind, Interpretation} from '../kinds/file-kind.ts';
import {fieldOfColumn, type Header, type MappingOverrides, unsentLabels} from '../kinds/header.ts';
import type {CellChange, FileProblem, Finding, Problem, Severity} from '../kinds/problem.ts';
import type {DraftProblems, LikelyCause} from '../kinds/record-checker.ts';
import type {Relatives} from '../kinds/relatives.ts';
import type {ResourceSink} from '../kinds/resources.ts';
import type {Recipe} from '../mapping/recipe.ts';
import type {Records} from '../records/records.ts';
import type {RowNumber} from '../records/row-numbers.ts';
import type {Encoding} from '../records/source/encoding.ts';
import type {NewValues} from './edits.ts';
import {type CheckProgress, FileCheck, type FileCheckState} from './file-check.ts';
import {Findings} from './findings/findings.ts';
import type {OpenedFile} from './open-records.ts';

/** The records of an open file, their interpretation by its kind, and their problems. */
export class CheckedFile {
	readonly kind: FileKind;
	readonly records: Records;
	/** The proposals that were taken to read the file. */
	readonly taken: Recipe | undefined;
	/** The columns of the file that a recipe has put in no row. */
	readonly #unsent: readonly string[];
	/** The findings in rows; empty if the header prevents their check. */
	readonly findings: Findings;
	/** True after `check`: the findings are complete. */
	isChecked = false;
	protected readonly fileCheck: FileCheck | undefined;
	readonly #interpretation: Interpretation;

	/** Interprets records of which only the header is read. `check` reads the rest. */
	constructor({kind, records, mapping, taken, made}: OpenedFile, named: MappingOverrides = mapping ?? {}) {
		this.kind = kind;
		this.taken = taken;
		this.#unsent = made?.unsent ?? [];
		this.records = records;
		this.#interpretation = kind.interpret(records, named);
		const {checker, findingFields} = this.#interpretation;
		this.fileCheck = checker && new FileCheck(records, new Findings(kind.codes, findingFields ?? kind.fields), checker);
		this.findings = this.fileCheck?.findings ?? new Findings(kind.codes, kind.fields);
	}

	/** Checks every row in one pass. Until it ends, `records` has only the rows so far, and none may be edited. */
	async check(signal: AbortSignal, onProgress?: CheckProgress): Promise<void> {
		if (this.fileCheck === undefined)
			await this.records.findRecords(onProgress === undefined ? {} : {onProgress}, signal);
		else await this.fileCheck.checkAll(signal, onProgress);
		this.isChecked = true;
	}

	/** The result of the check, to be moved to another thread; `undefined` if it cannot be. */
	get state(): FileCheckState | undefined {
		return this.fileCheck?.state;
	}

	/** Takes the place of `check`, with the result of the check of the same file in another thread. */
	continueFrom(state: FileCheckState): void {
		this.fileCheck?.continueFrom(state);
		this.isChecked = true;
	}

	/**
	Compares the references of this file with the ids of another from now on: after this call, and after each edit in either file. Both
	must be checked.
	*/
	compareWith({fileCheck: other}: CheckedFile): void {
		const {fileCheck} = this;
		const references = fileCheck?.checker.references;
		const ids = other?.checker.definedIds;
		if (fileCheck === undefined || references === undefined || other === undefined || ids === undefined) return;
		fileCheck.addRelated(references.compareWith(ids));
		other.onIdsChanged = changed => fileCheck.updateRelated(references.rowsReferringTo(changed));
	}

	get path(): string {
		return this.records.file.path;
	}

	/** The edges that the rows describe; `undefined` if they describe none. */
	get edges(): EdgeSource | undefined {
		return this.fileCheck?.checker.edges;
	}

	/** The ids that the rows define; `undefined` if no other kind refers to them. */
	get definedIds(): DefinedIds | undefined {
		return this.fileCheck?.checker.definedIds;
	}

	get header(): Header {
		return this.#interpretation.header;
	}

	/** The labels of the columns of the file that are not sent. */
	get unsentLabels(): readonly string[] {
		return [...unsentLabels(this.header), ...this.#unsent];
	}

	/** Returns the number of a row for the user. */
	numberOf(row: number): RowNumber {
		return this.records.numberOf(row);
	}

	/** The problems of the file as a whole. */
	get fileProblems(): readonly FileProblem[] {
		const checker = this.fileCheck?.checker;
		const isEmpty = this.isChecked && this.canCheckRows && this.recordCount === 0;
		const {headerRow: row} = this.records;
		return [
			...this.#interpretation.fileProblems,
			...(checker?.fileProblems ?? []),
			...(isEmpty ? [this.kind.noRecords] : []),
		].map(problem => ({...problem, row}));
	}

	/** The number of problems of each code, in rows and in the file as a whole. Codes without problems are absent. */
	get counts(): ReadonlyMap<string, number> {
		const {counts} = this.findings;
		const {fileProblems} = this;
		const inFile = (code: string) => fileProblems.filter(problem => problem.code === code).length;
		const notes = this.fileCheck?.checker.infoCounts;
		return new Map(
			[...this.kind.codes.keys()]
				.map(code => [code, (counts.get(code) ?? 0) + inFile(code) + (notes?.get(code) ?? 0)] as const)
				.filter(([, count]) => count > 0),
		);
	}

	/** The number of problems with each code that are only warnings, although the code is an error. */
	get softened(): ReadonlyMap<string, number> {
		return this.findings.softened;
	}

	/** Returns the number of problems of a severity. */
	problemCount(severity: Severity): number {
		return countProblems(this.kind.codes, this, severity);
	}

	/** The number of rows that an upload sends: neither blank nor skipped. */
	get recordCount(): number {
		const blank = this.findings.counts.get(sharedCode.blankRow) ?? 0;
		return this.records.count - blank - this.records.overlay.skipped;
	}

	/** The number of groups of rows that must agree, such as warehouse tables; `undefined` if the kind has no groups. */
	get groups(): number | undefined {
		return this.fileCheck?.checker.groups;
	}

	/** The number of rows of each type of resource that occurs; `undefined` if each row has resources of several types. */
	get entities(): ReadonlyMap<string, number> | undefined {
		return this.fileCheck?.checker.entities;
	}

	/** True if the header allows rows to be checked. */
	get canCheckRows(): boolean {
		return this.fileCheck !== undefined;
	}

	/** True if the file is checked and has no errors. */
	get isValid(): boolean {
		return this.isChecked && this.problemCount('error') === 0;
	}

	/** The likely encoding of the rows that are not UTF-8, if it is the same for all. */
	get likelyEncoding(): Encoding | undefined {
		return this.fileCheck?.likelyEncoding;
	}

	/** The likely common cause of the problems: a message and a hint. */
	get likelyCause(): LikelyCause | undefined {
		return this.fileCheck?.checker.likelyCause;
	}

	cells(row: number): readonly string[] {
		return this.records.cells(row);
	}

	/** Returns the cells of a row for a screen; long values may be truncated. */
	shownCells(row: number): readonly string[] {
		return this.records.shownCells(row);
	}

	isSkipped(row: number): boolean {
		return this.records.overlay.get(row)?.kind === 'skipped';
	}

	/** Returns the field that a column is mapped to. */
	fieldOf(column: number): string | undefined {
		return fieldOfColumn(this.header.mapping, column);
	}

	/** Returns the column (from 0) of a finding; `undefined` if it is about the whole row. */
	columnOf(finding: Pick<Finding, 'field'>): number | undefined {
		return finding.field === undefined ? undefined : this.header.mapping[finding.field];
	}

	/** Returns new values by column. */
	columnsOf(changes: readonly CellChange[]): NewValues {
		const {mapping} = this.header;
		return new Map(
			changes.flatMap(({field, value}) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
		);
	}

	/** Returns the problems of a row: first those of the whole row, then from left to right. */
	problemsAt(row: number): Problem[] {
		return this.findings
			.at(row)
			.flatMap(finding => this.describe(finding) ?? [])
			.sort((one, other) => (this.columnOf(one) ?? -1) - (this.columnOf(other) ?? -1));
	}

	/** Returns the problem of a finding, with its message and fixes. */
	describe(finding: Finding): Problem | undefined {
		return this.fileCheck?.checker.describe(finding);
	}

	/** Returns the rows that must agree with a row, including itself. */
	groupOf(row: number): readonly number[] {
		return this.fileCheck?.checker.groupOf(row) ?? [];
	}

	/** Returns another row that describes the same resource, so that skipping one of the two hides no page. */
	duplicateRowOf(row: number): number | undefined {
		return this.fileCheck?.checker.duplicateRowOf(row);
	}

	/** Returns what a row is related to. It may read other rows. */
	relativesOf(row: number): readonly Relatives[] {
		return this.fileCheck?.checker.relativesOf?.(row) ?? [];
	}

	/** Returns the problems that a row would have with these cells. */
	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		return this.fileCheck?.checker.checkDraft(row, cells) ?? {problems: [], isCompared: true};
	}

	/** Returns the problems that a row would have with these cells, without those that depend on other rows. */
	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		return this.fileCheck?.checker.checkDraftAlone(row, cells) ?? [];
	}

	/** Returns the problems that a row would have with another record, without those that depend on other rows. */
	checkTextAlone(row: number, record: string): readonly Problem[] {
		return this.fileCheck?.checker.checkTextAlone(row, record) ?? [];
	}

	/** Returns the text of a record in which some cells have new values. */
	withValues(record: string, values: NewValues): string {
		return this.records.texts.withCells(record, values);
	}

	/** Returns a value without errors in the form that is sent; `undefined` for a column that is not sent. */
	sentValue(column: number, value: string): string | undefined {
		const field = this.fieldOf(column);
		return field === undefined ? undefined : this.#interpretation.sentValue(field, value);
	}

	/** Returns a function that adds the resources of a row to a sink. */
	resources(sink: ResourceSink): (row: number) => void {
		return this.fileCheck?.checker.resources(sink) ?? (() => undefined);
	}

	/**
	Encodes the rows of a file without errors in the form that is sent. Calls `onRecord` with each of them, in order. A piece is valid
	until the next one is asked for.
	*/
	canonical(onRecord: (row: number) => void, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
		return this.#interpretation.canonical(onRecord, signal);
	}

	/** Returns a writer that converts a file without errors to another kind; `undefined` if there is no such kind. */
	conversion(): Conversion | undefined {
		return this.#interpretation.conversion?.();
	}

	/** Returns a short name of what a row describes; empty if it names nothing. */
	nameOf(row: number): string {
		return this.#interpretation.nameOf(this.shownCells(row));
	}

	/** The columns whose values identify a record. */
	get recordColumns(): readonly number[] {
		return this.kind.identity.flatMap(field => this.header.mapping[field] ?? []);
	}

	async close(): Promise<void> {
		await this.records.close();
	}
}
