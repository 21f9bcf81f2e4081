import type {RecordScanner} from '../../records/record-scanner.ts';
import type {Records} from '../../records/records.ts';
import type {Renumbering} from '../../records/renumbering.ts';
import type {RowNumber} from '../../records/row-numbers.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {FileProblem, Finding, Problem} from '../problem.ts';
import type {AffectedRows, DraftProblems, LikelyCause, RecheckResult, RecordChecker} from '../record-checker.ts';
import type {ResourceSink} from '../resources.ts';
import type {OnSentRecord} from '../sent-record.ts';
import {trim} from '../values/trim.ts';
import {BlankLabels} from './blank-labels.ts';
import {CanonicalRows} from './canonical-rows.ts';
import {checkDraft, checkDraftAlone} from './check-draft.ts';
import {checkRow} from './check-row.ts';
import {CheckedContents} from './checked-contents.ts';
import {type ConflictTexts, describe, type RelatedRows} from './describe.ts';
import type {Field} from './field.ts';
import type {WarehouseHeader} from './header.ts';
import {headerFault} from './header-fault.ts';
import {type Duplicate, type KeySalts, Relations} from './keys/relations.ts';
import {type RowFact, RowFacts} from './keys/row-facts.ts';
import {TableFacts} from './keys/table-facts.ts';
import {columnDescriptionCause} from './likely-cause.ts';
import {RecordCheck} from './record-check.ts';
import {columnType, resourcesOfRows} from './resources.ts';
import {RowView} from './row-view.ts';
import {sentColumns} from './sent-columns.ts';
import {TableConflicts} from './table-conflicts.ts';
import {ValuesAbove} from './values-above.ts';

const none: readonly Finding[] = [];

/** The codes of findings that depend on other rows. */
const relatedCodes: ReadonlySet<string> = new Set(['duplicate-row', 'case-collision', 'table-conflict']);

/** The state of a row before a recheck; `salts` if the row was removed from its groups. */
type RowState = {
	readonly row: number;
	readonly fact: RowFact;
	/** The columns without a label in which it has a value. */
	readonly unnamed: readonly number[];
	readonly salts: KeySalts | undefined;
};

/** Checks the rows of a warehouse CSV. A group is a warehouse table. */
export class WarehouseChecker implements RecordChecker, RelatedRows {
	readonly canonicalRows = new CanonicalRows();
	/** The number of rows whose column name Secoda lower-cases. */
	#lowerCased = 0;
	readonly #header: WarehouseHeader;
	readonly #records: Records;
	readonly #blankLabels: BlankLabels;
	readonly #facts = new RowFacts();
	readonly #relations: Relations;
	readonly #conflicts: TableConflicts;
	readonly #check: RecordCheck;
	readonly #view: RowView;
	readonly #valuesAbove: ValuesAbove;
	/** The contents of rows; `undefined` if the check does not read them. */
	#contents: CheckedContents | undefined;

	/** The header must have a column for each required field. */
	constructor(records: Records, header: WarehouseHeader) {
		this.#records = records;
		this.#header = header;
		this.#blankLabels = new BlankLabels(header.blank);
		this.#view = new RowView(header, records);
		this.#valuesAbove = new ValuesAbove(records, header);
		const textAt = (row: number, field: Field) => trim(this.#viewOf(row).value(field));
		this.#relations = new Relations(this.#facts, {
			columnName: row => textAt(row, 'col_name').toLowerCase(),
			tableValue: textAt,
		});
		this.#conflicts = new TableConflicts(this.#facts, this.#relations, textAt);
		this.#check = new RecordCheck(header, this.#facts, this.#relations.tables);
	}

	/** The number of warehouse tables that the rows describe. */
	get groups(): number {
		return this.#relations.tables.count;
	}

	/** True if the check has read the contents of all canonical rows. */
	get hasContents(): boolean {
		return this.#contents !== undefined;
	}

	/** The warehouse tables of the rows. */
	get tables(): TableFacts {
		return new TableFacts(this.#facts, this.#relations.tables);
	}

	get infoCounts(): ReadonlyMap<string, number> {
		return new Map([['lowercased', this.#lowerCased]]);
	}

	get fileProblems(): readonly FileProblem[] {
		return this.#blankLabels.problems;
	}

	get likelyCause(): LikelyCause | undefined {
		return columnDescriptionCause(this.#conflicts.in('description'), this.#header);
	}

	readContents(): void {
		this.#contents = new CheckedContents(field => this.#header.mapping[field] ?? -1);
	}

	reserve(rows: number): void {
		this.#contents?.reserve(rows);
		this.canonicalRows.reserve(rows);
		this.#facts.reserve(rows);
		this.#relations.reserve(rows);
	}

	startSlice(): void {
		this.#check.forgetBytes();
	}

	/** Checks the quotes and the encoding of the header row. Its labels are checked by `readHeader`. */
	checkHeader(): readonly Finding[] {
		const {headerRow: row = 0} = this.#records;
		const code = headerFault(this.#records);
		return code === undefined ? none : [{row, code}];
	}

	add(row: number, record: RecordScanner, utf8: Utf8): readonly Finding[] {
		this.#facts.ensureRow(row);
		const own = this.#check.check(row, record, utf8);
		if (this.#check.isCanonical) {
			this.canonicalRows.add(row);
			this.#contents?.add(row, this.#facts.tables[row] as number, record);
		}

		if (this.#facts.upperCase[row] === 1) this.#lowerCased++;
		const duplicate = this.#relations.add(row);
		if (this.#check.isJudged) this.#blankLabels.add(row, record);
		return duplicate === undefined ? own : [...own, duplicateFinding(row, duplicate)];
	}

	finish(): readonly number[] {
		return this.#relations.conflicts.findAll();
	}

	describe(finding: Finding): Problem {
		return describe(finding, this.#viewOf(finding.row), this);
	}

	checkDraft(row: number, cells: readonly string[]): DraftProblems {
		return checkDraft(
			{header: this.#header, records: this.#records, groupOf: other => this.groupOf(other)},
			row,
			cells,
		);
	}

	checkDraftAlone(row: number, cells: readonly string[]): readonly Problem[] {
		return checkDraftAlone(this.#header, this.#records, row, cells);
	}

	checkTextAlone(row: number, record: string): readonly Problem[] {
		const bytes = Buffer.from(record);
		const view = new RowView(this.#header, this.#records).read(row, bytes, 0, bytes.length);
		return checkRow(view, this.#header.mapping);
	}

	/** Returns a view of the current row, valid until the next call. */
	#viewOf(row: number): RowView {
		const records = this.#records;
		if (records.isTooLong(row) && !records.isSkipped(row)) return this.#view.readNothing(row, records.unread(row));
		const bytes = records.currentBytes(row);
		// Screens read the same row several times.
		if (row === this.#view.row && bytes === this.#view.reader.bytes) return this.#view;
		return this.#view.read(row, bytes, 0, bytes.length);
	}

	numberOf(row: number): RowNumber {
		return this.#records.numberOf(row);
	}

	valueAbove(row: number, field: Field): string {
		return this.#valuesAbove.get(row, field);
	}

	duplicate(row: number): Duplicate | undefined {
		return this.#relations.duplicate(row);
	}

	duplicateRowOf(row: number): number | undefined {
		const duplicate = this.#relations.duplicate(row);
		if (duplicate?.code === 'duplicate-row') return duplicate.row;
		return this.#relations.successor(row) || undefined;
	}

	recheckRow(row: number, affected: AffectedRows): RecheckResult {
		this.#valuesAbove.forget();
		const facts = this.#facts;
		const fact = facts.get(row);
		const unnamed = this.#blankLabels.get(row);
		const own = this.#recheckRecord(row, fact);
		const now = facts.get(row);
		this.#lowerCased += now.upperCase - fact.upperCase;
		if (fact.table === now.table && fact.low === now.low && fact.high === now.high && fact.named === now.named) {
			if (fact.values.some((value, at) => value !== now.values[at])) affected.groups.add(now.table);
			return {findings: own, revert: () => this.#restore({row, fact, unnamed, salts: undefined})};
		}

		// The row describes another column now: remove it with its old facts, and add it with the new ones.
		facts.set(row, fact);
		this.#collectAffected(row, affected);
		const before = {row, fact, unnamed, salts: this.#relations.remove(row)};
		facts.set(row, now);
		try {
			this.#relations.add(row);
		} catch (error) {
			this.#restore(before);
			throw error;
		}

		this.#collectAffected(row, affected);
		return {
			findings: own,
			revert: () => {
				this.#relations.remove(row);
				this.#restore(before);
			},
		};
	}

	/** Restores a row that is not in any group. */
	#restore({row, fact, unnamed, salts}: RowState): void {
		this.#lowerCased += fact.upperCase - (this.#facts.upperCase[row] ?? 0);
		this.#facts.set(row, fact);
		this.#blankLabels.set(row, unnamed);
		if (salts !== undefined) this.#relations.restore(row, salts);
	}

	/** Returns the findings of the current row alone. Keeps its facts if the row cannot be read. */
	#recheckRecord(row: number, before: RowFact): readonly Finding[] {
		this.#facts.clear(row);
		if (this.#records.isSkipped(row)) {
			this.#blankLabels.set(row, []);
			return none;
		}

		try {
			const {reader, utf8} = this.#viewOf(row);
			this.#check.forgetBytes();
			const own = this.#check.check(row, reader, utf8);
			this.#blankLabels.set(row, []);
			if (this.#check.isJudged) this.#blankLabels.add(row, reader);
			return own;
		} catch (error) {
			this.#facts.set(row, before);
			throw error;
		}
	}

	/** Adds the rows and the table whose findings depend on a row, by its current facts. */
	#collectAffected(row: number, {rows, groups}: AffectedRows): void {
		for (const other of [this.#relations.successor(row), this.#relations.lowerSuccessor(row)]) {
			if (other !== 0) rows.add(other);
		}

		const table = this.#facts.tables[row] ?? 0;
		if (table !== 0) groups.add(table);
	}

	renumber(renumbering: Renumbering, lastRow: number): () => void {
		this.#facts.renumber(renumbering, lastRow);
		this.#blankLabels.renumber(renumbering, lastRow);
		const revertRelations = this.#relations.renumber(renumbering, lastRow);
		return () => {
			const {inverse} = renumbering;
			this.#facts.renumber(inverse, renumbering.lastBefore(lastRow));
			this.#blankLabels.renumber(inverse, renumbering.lastBefore(lastRow));
			revertRelations();
		};
	}

	recheckGroups(groups: ReadonlySet<number>): Iterable<number> {
		return this.#relations.conflicts.recheck(groups);
	}

	isRelated(code: string): boolean {
		return relatedCodes.has(code);
	}

	relatedFindings(row: number): readonly Finding[] {
		const duplicate = this.#relations.duplicate(row);
		const conflicts = this.#conflicts.findingsAt(row);
		return duplicate === undefined ? conflicts : [duplicateFinding(row, duplicate), ...conflicts];
	}

	groupOf(row: number): number[] {
		return [...this.#relations.tables.rowsOf(this.#facts.tables[row] ?? 0)];
	}

	resources(sink: ResourceSink): OnSentRecord {
		sink.reserve(columnType, this.#records.count);
		const sentFields = sentColumns(this.#header).map(({field}) => field);
		const {tables} = this.#relations;
		return resourcesOfRows({facts: this.#facts, tables, contents: this.#contents, sentFields}, sink);
	}

	conflict(row: number, field: Field): ConflictTexts | undefined {
		return this.#conflicts.textsAt(row, field);
	}
}

function duplicateFinding(row: number, {code}: Duplicate): Finding {
	return {row, code, field: 'col_name'};
}
