import {countProblems, sharedCode} from '../kinds/codes.ts';
import type {DefinedIds} from '../kinds/cross-check.ts';
import type {EdgeSource} from '../kinds/edges.ts';
import type {MappingOverrides} from '../kinds/header.ts';
import type {FileProblem, Finding, Problem, Severity} from '../kinds/problem.ts';
import type {DraftProblems, LikelyCause} from '../kinds/record-checker.ts';
import type {Relatives} from '../kinds/relatives.ts';
import type {ResourceSink} from '../kinds/resources.ts';
import type {OnSentRecord} from '../kinds/sent-record.ts';
import type {Encoding} from '../records/source/encoding.ts';
import {type CheckProgress, FileCheck, type FileCheckState} from './file-check.ts';
import {Findings} from './findings/findings.ts';
import {InterpretedFile} from './interpreted-file.ts';
import type {OpenedFile} from './open-records.ts';

/** An open file with the problems of its records. */
export class CheckedFile extends InterpretedFile {
	/** The findings in rows; empty if the header prevents their check. */
	readonly findings: Findings;
	/** True after `check`: the findings are complete. */
	isChecked = false;
	protected readonly fileCheck: FileCheck | undefined;

	/** Interprets records of which only the header is read. `check` reads the rest. */
	constructor(opened: OpenedFile, named?: MappingOverrides) {
		super(opened, named);
		const {kind, records} = this;
		const {checker, findingFields} = this.interpretation;
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

	/** Makes the check keep what a snapshot of the file needs, so that it need not be read again. Call it before the check. */
	readContents(): void {
		this.fileCheck?.checker.readContents?.();
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

	/** The edges that the rows describe; `undefined` if they describe none. */
	get edges(): EdgeSource | undefined {
		return this.fileCheck?.checker.edges;
	}

	/** The ids that the rows define; `undefined` if no other kind refers to them. */
	get definedIds(): DefinedIds | undefined {
		return this.fileCheck?.checker.definedIds;
	}

	/** The problems of the file as a whole. */
	get fileProblems(): readonly FileProblem[] {
		const checker = this.fileCheck?.checker;
		const isEmpty = this.isChecked && this.canCheckRows && this.recordCount === 0;
		const {headerRow: row} = this.records;
		return [
			...this.interpretation.fileProblems,
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

	/** Returns a function that adds the resources of a row to a sink, as it is sent. */
	resources(sink: ResourceSink): OnSentRecord {
		return this.fileCheck?.checker.resources(sink) ?? (() => undefined);
	}
}
