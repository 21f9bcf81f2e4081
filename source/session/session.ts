import {countProblems, sharedCode} from '../kinds/codes.ts';
import type {FileKind, Interpretation} from '../kinds/file-kind.ts';
import {fieldOfColumn, type Header, type MappingOverrides} from '../kinds/header.ts';
import type {CellChange, FileProblem, Finding, Fix, Problem, Severity} from '../kinds/problem.ts';
import type {DraftProblems, LikelyCause} from '../kinds/record-checker.ts';
import type {RowUpdate, UndoStep} from '../records/overlay.ts';
import type {Records} from '../records/records.ts';
import type {NewEdit, NewRecords} from '../records/row-edit.ts';
import {
	fixedCopyPath,
	pathExists,
	type SaveResult,
	type SaveTarget,
	type StreamTarget,
	save,
	writeTo,
} from '../records/save/save.ts';
import type {Encoding} from '../records/source/encoding.ts';
import {EditHistory} from './edit-history.ts';
import {applyValues, type NewValues, toggleSkip} from './edits.ts';
import {type CheckProgress, FileCheck} from './file-check.ts';
import {Findings} from './findings.ts';
import {chosenFixes, countCells, expandFix, type FixChoice, mergeByRow, type RowFix} from './fixes.ts';
import type {Journal, JournalEntry} from './journal.ts';
import {JournalWriter} from './journal-writer.ts';
import {type OpenedFile, openRecords} from './open-records.ts';
import type {InputSource, ReadOptions} from './read-options.ts';
import type {RestoreResult} from './restore.ts';
import type {RowList} from './rows/row-list.ts';

export type OpenOptions = ReadOptions & {readonly onProgress?: CheckProgress | undefined};

/** An open file: its records, what its kind makes of them, edits and findings, kept true together. */
export class Session {
	readonly kind: FileKind;
	readonly records: Records;
	/** What was found in rows; nothing when the header keeps them from being judged. */
	readonly findings: Findings;
	/** True after `check`: the findings are complete. */
	isChecked = false;
	readonly #interpretation: Interpretation;
	readonly #check: FileCheck | undefined;
	readonly #changes: EditHistory;

	/** A session on records of which only the header is read yet, and was edited at most; `check` does the rest. */
	constructor({kind, records}: OpenedFile, named: MappingOverrides = {}) {
		this.kind = kind;
		this.records = records;
		this.#interpretation = kind.interpret(records, named);
		const {checker} = this.#interpretation;
		this.#check = checker && new FileCheck(records, kind, checker);
		this.findings = this.#check?.findings ?? new Findings(kind);
		this.#changes = new EditHistory(records, this.#check);
	}

	/** Opens a file and checks it. @throws FileError, FormatError */
	static async open(source: InputSource, signal: AbortSignal, options: OpenOptions = {}): Promise<Session> {
		const session = new Session(await openRecords(source, options, signal), options.mapping);
		try {
			await session.check(signal, options.onProgress);
			return session;
		} catch (error) {
			await session.close();
			throw error;
		}
	}

	/** Looks at every row once. Until it is done only the rows that were seen are there, and none may be edited. */
	async check(signal: AbortSignal, onProgress?: CheckProgress): Promise<void> {
		if (this.#check === undefined) await this.records.findRecords(onProgress === undefined ? {} : {onProgress}, signal);
		else await this.#check.checkAll(signal, onProgress);
		this.isChecked = true;
	}

	get path(): string {
		return this.records.file.path;
	}

	get header(): Header {
		return this.#interpretation.header;
	}

	/** What is wrong with the file as a whole. */
	get fileProblems(): readonly FileProblem[] {
		const checker = this.#check?.checker;
		const isEmpty = this.isChecked && this.canCheckRows && this.recordCount === 0;
		return [
			...this.#interpretation.fileProblems,
			...(checker?.fileProblems ?? []),
			...(isEmpty ? [this.kind.noRecords] : []),
		];
	}

	/** How often each code was found, in the file as a whole and in rows; codes that were not found are absent. */
	get counts(): ReadonlyMap<string, number> {
		const {counts} = this.findings;
		const {fileProblems} = this;
		const inFile = (code: string) => fileProblems.filter(problem => problem.code === code).length;
		const notes = this.#check?.checker.infoCounts;
		return new Map(
			[...this.kind.codes.keys()]
				.map(code => [code, (counts.get(code) ?? 0) + inFile(code) + (notes?.get(code) ?? 0)] as const)
				.filter(([, count]) => count > 0),
		);
	}

	/** The number of problems of a severity. */
	problemCount(severity: Severity): number {
		return countProblems(this.kind.codes, this.counts, severity);
	}

	/** Rows that would be sent: neither blank nor left out. */
	get recordCount(): number {
		const blank = this.findings.counts.get(sharedCode.blankRow) ?? 0;
		return this.records.count - blank - this.records.overlay.skipped;
	}

	/** The number of groups of rows that must agree, such as warehouse tables; `undefined` where the kind has none. */
	get groups(): number | undefined {
		return this.#check?.checker.groups;
	}

	/** Whether the rows could be judged at all. */
	get canCheckRows(): boolean {
		return this.#check !== undefined;
	}

	/** Whether nothing in the file stops an upload. */
	get isValid(): boolean {
		return this.isChecked && this.problemCount('error') === 0;
	}

	/** The encoding of the rows that are not UTF-8, where they all look like one. */
	get likelyEncoding(): Encoding | undefined {
		return this.#check?.likelyEncoding;
	}

	/** What the problems together look like, if they look like anything: a message, and what to do. */
	get likelyCause(): LikelyCause | undefined {
		return this.#check?.checker.likelyCause;
	}

	cells(row: number): readonly string[] {
		return this.records.cells(row);
	}

	/** The cells of a row for a screen; long values may be cut short. */
	shownCells(row: number): readonly string[] {
		return this.records.shownCells(row);
	}

	isSkipped(row: number): boolean {
		return this.records.overlay.get(row)?.kind === 'skipped';
	}

	/** The field that a column holds, if Secoda knows it. */
	fieldOf(column: number): string | undefined {
		return fieldOfColumn(this.header.mapping, column);
	}

	/** The column (from 0) that a finding points at; `undefined` when it is about the whole row. */
	columnOf(finding: Finding): number | undefined {
		return finding.field === undefined ? undefined : this.header.mapping[finding.field];
	}

	/** New values by their columns. */
	columnsOf(changes: readonly CellChange[]): NewValues {
		const {mapping} = this.header;
		return new Map(
			changes.flatMap(({field, value}) => (mapping[field] === undefined ? [] : [[mapping[field], value] as const])),
		);
	}

	/** The problems of a row, whole-row ones first, then from left to right. */
	problemsAt(row: number): Problem[] {
		return this.findings
			.at(row)
			.flatMap(finding => this.describe(finding) ?? [])
			.sort((one, other) => (this.columnOf(one) ?? -1) - (this.columnOf(other) ?? -1));
	}

	/** Makes a finding readable. */
	describe(finding: Finding): Problem | undefined {
		return this.#check?.checker.describe(finding);
	}

	/** Returns the rows that must agree with a row, itself among them. */
	groupOf(row: number): readonly number[] {
		return this.#check?.checker.groupOf(row) ?? [];
	}

	/** Returns another row that describes the same resource: skipping one of the two hides no page. */
	duplicateRowOf(row: number): number | undefined {
		return this.#check?.checker.duplicateRowOf(row);
	}

	/** Returns the problems that a row would have with these cells. */
	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		return this.#check?.checker.checkDraft(row, cells) ?? {problems: [], isCompared: true};
	}

	/** Returns the problems that a row would have with these cells, as far as they do not depend on other rows. */
	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		return this.#check?.checker.checkDraftAlone(row, cells) ?? [];
	}

	/** Returns a value, free of errors, as it is sent; `undefined` for a column that is not sent. */
	sentValue(column: number, value: string): string | undefined {
		const field = this.fieldOf(column);
		return field === undefined ? undefined : this.#interpretation.sentValue(field, value);
	}

	/** Encodes the rows, free of errors, as they are sent. */
	canonical(onRecord: () => void, signal: AbortSignal): AsyncGenerator<Buffer, void, void> {
		return this.#interpretation.canonical(onRecord, signal);
	}

	/** Returns the names that lead to what a row describes, the outermost first. */
	pathOf(row: number): readonly string[] {
		return this.#interpretation.path(this.shownCells(row));
	}

	setCell(row: number, column: number, value: string): UndoStep | undefined {
		return this.#fix(`edit row ${row}`, [{row, kind: 'cells', values: new Map([[column, value]])}]);
	}

	/** Takes a fix of a problem of a row. */
	applyFix(row: number, fix: Fix): UndoStep | undefined {
		return this.#fix(`fix row ${row}`, expandFix(this, row, fix));
	}

	/** Applies a fix of each problem of the chosen kind, in the rows of a list or in all: one step. */
	fixAll(choice: FixChoice, list?: RowList): UndoStep | undefined {
		return this.#fix(choice === 'safe' ? 'all safe fixes' : `fixes of ${choice.code}`, chosenFixes(this, choice, list));
	}

	/** How many cells `fixAll` would change, counted up to `countedAtMost`. */
	countFixes(choice: FixChoice, list?: RowList): number {
		return countCells(chosenFixes(this, choice, list));
	}

	/** Gives many cells new values, all in one step. */
	setCells(title: string, edits: Iterable<readonly [row: number, values: NewValues]>): UndoStep | undefined {
		const wanted = new Map(edits);
		return this.#changes.apply(title, wanted.keys(), row => this.#withValues(row, wanted.get(row) ?? new Map()));
	}

	/** Returns a row as text, for editing it as a whole. */
	encodeRow(row: number): string {
		return this.records.format.encode(this.cells(row));
	}

	/** Puts a whole line in the place of a row. Returns `not-one-row` if the text is not exactly one CSV record. */
	rewriteRow(row: number, line: string): 'done' | 'not-one-row' | 'not-editable' {
		if (!this.records.isEditable(row)) return 'not-editable';
		const cells = this.records.format.parse(line);
		if (cells === undefined) return 'not-one-row';
		this.#changes.apply(`rewrite row ${row}`, [row], () => ({kind: 'rewritten', cells}));
		return 'done';
	}

	/** Puts several rows in the place of one; those behind it get other numbers. */
	splitRow(row: number, records: NewRecords['records']): UndoStep | undefined {
		return this.splitRows(`split row ${row}`, [[row, records]]);
	}

	/** Splits many rows, by their numbers before it, all in one step. */
	splitRows(
		title: string,
		splits: Iterable<readonly [row: number, records: NewRecords['records']]>,
	): UndoStep | undefined {
		return this.#fix(
			title,
			Array.from(splits, ([row, records]) => ({row, kind: 'split' as const, records})),
		);
	}

	/** Skips a row, so that it is neither saved nor sent, or brings it back. */
	toggleSkipped(row: number): UndoStep | undefined {
		const title = this.isSkipped(row) ? `bring row ${row} back` : `skip row ${row}`;
		return this.#changes.apply(title, [row], () => toggleSkip(this.records.overlay.get(row)));
	}

	undo(): UndoStep | undefined {
		return this.#changes.undo();
	}

	redo(): UndoStep | undefined {
		return this.#changes.redo();
	}

	/** The columns whose values identify a record. */
	get recordColumns(): readonly number[] {
		return this.kind.identity.flatMap(field => this.header.mapping[field] ?? []);
	}

	/** Records every step from now on in a journal. */
	keepJournal(journal: Journal): void {
		this.#changes.keepJournal(new JournalWriter(this.records, this.recordColumns, journal));
	}

	/** Makes the steps of a journal again, with their ids, in rows that the file holds as it did then. */
	restore(entries: readonly JournalEntry[], recordColumns = this.recordColumns): RestoreResult {
		return this.#changes.restore(entries, recordColumns);
	}

	/** Saves the rows as they are now. @throws UserError */
	async save(target: SaveTarget, signal: AbortSignal): Promise<SaveResult> {
		const noteSaved = this.#changes.beginSave(target.kind);
		const saved = await save(this.records, target, signal);
		// After a power failure the journal may be all that is left of the edits of a copy.
		if (target.kind === 'in-place' || saved.durability.kind === 'durable') noteSaved();
		return saved;
	}

	/** Writes the rows as they are now to a stream. @throws UserError */
	async writeTo(stream: StreamTarget, signal: AbortSignal): Promise<void> {
		return writeTo(this.records, stream, signal);
	}

	/** Whether the fixed copy beside the file is there already. */
	async fixedCopyExists(): Promise<boolean> {
		return pathExists(fixedCopyPath(this.path));
	}

	async close(): Promise<void> {
		await this.records.close();
	}

	#fix(title: string, fixes: Iterable<RowFix>): UndoStep | undefined {
		const wanted = mergeByRow(fixes);
		return this.#changes.apply(title, wanted.keys(), row => this.#edited(row, wanted.get(row)));
	}

	/** What becomes of a row's edit when a fix is laid over it. */
	#edited(row: number, fix: RowFix | undefined): RowUpdate {
		const edit = this.records.overlay.get(row);
		if (fix === undefined || !this.records.isEditable(row)) return edit;
		switch (fix.kind) {
			case 'requote':
				return {kind: 'rewritten', cells: this.cells(row)};
			case 'split':
				return fix.records.length === 0 ? edit : fix;
			case 'cells':
				return this.#withValues(row, fix.values);
			default:
				return fix satisfies never;
		}
	}

	#withValues(row: number, values: NewValues): NewEdit | undefined {
		const edit = this.records.overlay.get(row);
		if (!this.records.isEditable(row)) return edit;
		return applyValues(edit, values, column => this.records.cellInFile(row, column));
	}
}
