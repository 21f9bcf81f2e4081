import type {CellChange, Finding, Fix, Problem} from '../kinds/problem.ts';
import type {Severity} from '../kinds/severity.ts';
import {allCodes, type Code, total} from '../kinds/warehouse/codes.ts';
import {describe} from '../kinds/warehouse/describe.ts';
import {type Field, nameFields} from '../kinds/warehouse/field.ts';
import type {FileProblem} from '../kinds/warehouse/file-problem.ts';
import {fieldOfColumn, type Header, isReadable, type NamedColumns} from '../kinds/warehouse/header.ts';
import {delimiterOf} from '../records/csv/csv-format.ts';
import {delimiters} from '../records/csv/dialect.ts';
import type {RowEdit, Step} from '../records/overlay.ts';
import type {Records} from '../records/records.ts';
import {
	fixedCopyPath,
	isThere,
	type Saved,
	type SaveTarget,
	type StreamTarget,
	save,
	writeTo,
} from '../records/save/save.ts';
import type {Encoding} from '../records/source/encoding.ts';
import {Changes} from './changes.ts';
import {Checker, type CheckProgress} from './check.ts';
import {type NewValues, toggledLeftOut, withCells} from './edits.ts';
import {Findings} from './findings.ts';
import {chosenFixes, countCells, type FixChoice, mergedByRow, type RowFix, rowsOfFix} from './fixes.ts';
import {headerOf} from './header-of.ts';
import {columnDescriptionHint} from './hints.ts';
import type {Journal, JournalEntry} from './journal.ts';
import {JournalWriter} from './journal-writer.ts';
import {openTable, type Reading, type Source} from './open-table.ts';
import type {Restored} from './restore.ts';

export type OpenOptions = Reading & {readonly onProgress?: CheckProgress | undefined};

/** An open file: table, header, edits and findings, kept true together. */
export class Session {
	readonly records: Records;
	readonly header: Header;
	/** Whether every row was looked at. */
	checked = false;
	readonly #checker: Checker | undefined;
	readonly #changes: Changes;

	/** A session on a table of which only the header is read yet, and was edited at most; `check` does the rest. */
	constructor(records: Records, mapping?: NamedColumns) {
		this.records = records;
		this.header = headerOf(records, mapping);
		this.#checker = isReadable(this.header) ? new Checker(records, this.header) : undefined;
		this.#changes = new Changes(records, this.#checker);
	}

	/** Opens a file and checks it. @throws FileError, FormatError */
	static async open(source: Source, signal: AbortSignal, options: OpenOptions = {}): Promise<Session> {
		const session = new Session(await openTable(source, options, signal), options.mapping);
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
		if (this.#checker === undefined)
			await this.records.findRecords(onProgress === undefined ? {} : {onProgress}, signal);
		else await this.#checker.checkAll(signal, onProgress);
		this.checked = true;
	}

	get path(): string {
		return this.records.file.path;
	}

	/** What was found in rows; nothing when the header keeps them from being judged. */
	get findings(): Findings {
		return this.#checker?.findings ?? noFindings;
	}

	/** What is wrong with the file as a whole. */
	get fileProblems(): readonly FileProblem[] {
		const delimiter = delimiterOf(this.records.format);
		const blank = [...(this.#checker?.blankLabels ?? [])];
		return [
			...(delimiter === undefined || delimiter === delimiters.comma ? [] : [{code: 'dialect' as const, delimiter}]),
			...this.header.problems,
			...blank.map(([column, row]) => ({code: 'blank-label' as const, column, row})),
			...(this.checked && this.#checker !== undefined && this.recordCount === 0 ? [{code: 'no-records' as const}] : []),
		];
	}

	/** How often each code was found, in the file as a whole and in rows; codes that were not found are absent. */
	get counts(): ReadonlyMap<Code, number> {
		const {counts} = this.findings;
		const {fileProblems} = this;
		const inFile = (code: Code) => fileProblems.filter(problem => problem.code === code).length;
		const lowerCased = this.#checker?.lowerCased ?? 0;
		return new Map(
			allCodes
				.map(code => [code, (counts.get(code) ?? 0) + inFile(code) + (code === 'lowercased' ? lowerCased : 0)] as const)
				.filter(([, count]) => count > 0),
		);
	}

	/** The number of problems of a severity. */
	total(severity: Severity): number {
		return total(this.counts, severity);
	}

	/** Rows that would be sent: neither blank nor left out. */
	get recordCount(): number {
		const blank = this.findings.counts.get('blank-row') ?? 0;
		return this.records.count - blank - this.records.overlay.leftOut;
	}

	/** Warehouse tables that the rows describe. */
	get tables(): number {
		return this.#checker?.tables ?? 0;
	}

	/** Whether the rows could be judged at all. */
	get readable(): boolean {
		return this.#checker !== undefined;
	}

	/** Whether nothing in the file stops an upload. */
	get valid(): boolean {
		return this.checked && this.total('error') === 0;
	}

	/** The encoding of the rows that are not UTF-8, where they all look like one. */
	get likelyEncoding(): Encoding | undefined {
		return this.#checker?.likelyEncoding;
	}

	/** What the problems together look like, if they look like anything: a message, and what to do. */
	get hint(): {readonly message: string; readonly next: string} | undefined {
		return this.#checker === undefined ? undefined : columnDescriptionHint(this.#checker, this.header);
	}

	cells(row: number): readonly string[] {
		return this.records.cells(row);
	}

	/** The cells of a row for a screen; long values may be cut short. */
	shownCells(row: number): readonly string[] {
		return this.records.shownCells(row);
	}

	isLeftOut(row: number): boolean {
		return this.records.overlay.get(row)?.kind === 'left-out';
	}

	/** The field that a column holds, if Secoda knows it. */
	fieldOf(column: number): Field | undefined {
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
		const checker = this.#checker;
		return checker && describe(finding, checker.view(finding.row), checker);
	}

	/** The rows of a row's warehouse table. */
	tableRows(row: number): readonly number[] {
		return this.#checker?.tableRows(row) ?? [];
	}

	/** Returns another row that describes the same column: skipping one of the two hides no page. */
	sameColumn(row: number): number | undefined {
		return this.#checker?.sameColumn(row);
	}

	setCell(row: number, column: number, value: string): Step | undefined {
		return this.#fix(`edit row ${row}`, [{row, kind: 'cells', values: new Map([[column, value]])}]);
	}

	/** Takes a fix of a problem of a row. */
	takeFix(row: number, fix: Fix): Step | undefined {
		return this.#fix(`fix row ${row}`, rowsOfFix(this, row, fix));
	}

	/** Takes a fix of each problem of the chosen kind, all in one step. */
	fixAll(choice: FixChoice): Step | undefined {
		return this.#fix(choice === 'safe' ? 'all safe fixes' : `fixes of ${choice.code}`, chosenFixes(this, choice));
	}

	/** How many cells `fixAll` would change, counted up to `countedAtMost`. */
	countFixes(choice: FixChoice): number {
		return countCells(chosenFixes(this, choice));
	}

	/** Gives many cells new values, all in one step. */
	setCells(title: string, edits: Iterable<readonly [row: number, values: NewValues]>): Step | undefined {
		const wanted = new Map(edits);
		return this.#changes.apply(title, wanted.keys(), row => this.#withValues(row, wanted.get(row) ?? new Map()));
	}

	/** The row as one CSV line, for editing it as a whole. */
	line(row: number): string {
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

	/** Leaves a row out of what is saved and sent, or brings it back. */
	toggleLeftOut(row: number): Step | undefined {
		const title = this.isLeftOut(row) ? `bring row ${row} back` : `skip row ${row}`;
		return this.#changes.apply(title, [row], () => toggledLeftOut(this.records.overlay.get(row)));
	}

	undo(): Step | undefined {
		return this.#changes.undo();
	}

	redo(): Step | undefined {
		return this.#changes.redo();
	}

	/** The columns whose values identify a record. */
	get recordColumns(): readonly number[] {
		return nameFields.flatMap(field => this.header.mapping[field] ?? []);
	}

	/** Records every step from now on in a journal. */
	keepJournal(journal: Journal): void {
		this.#changes.keepJournal(new JournalWriter(this.records, this.recordColumns, journal));
	}

	/** Makes the steps of a journal again, with their ids, in rows that the file holds as it did then. */
	restore(entries: readonly JournalEntry[], recordColumns = this.recordColumns): Restored {
		return this.#changes.restore(entries, recordColumns);
	}

	/** Saves the rows as they are now. @throws UserError */
	async save(target: SaveTarget, signal: AbortSignal): Promise<Saved> {
		const noteSaved = this.#changes.saving(target.kind);
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
		return isThere(fixedCopyPath(this.path));
	}

	async close(): Promise<void> {
		await this.records.close();
	}

	#fix(title: string, fixes: Iterable<RowFix>): Step | undefined {
		const wanted = mergedByRow(fixes);
		return this.#changes.apply(title, wanted.keys(), row => this.#edited(row, wanted.get(row)));
	}

	/** What becomes of a row's edit when a fix is laid over it. */
	#edited(row: number, fix: RowFix | undefined): RowEdit | undefined {
		const edit = this.records.overlay.get(row);
		if (fix === undefined || !this.records.isEditable(row)) return edit;
		if (fix.kind === 'requote') return {kind: 'rewritten', cells: this.cells(row)};
		return this.#withValues(row, fix.values);
	}

	#withValues(row: number, values: NewValues): RowEdit | undefined {
		const edit = this.records.overlay.get(row);
		if (!this.records.isEditable(row)) return edit;
		return withCells(edit, values, column => this.records.cellInFile(row, column));
	}
}

const noFindings = new Findings();
