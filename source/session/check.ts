import {looksLikeWindows1252} from '../kinds/bytes/windows-1252.ts';
import type {Finding} from '../kinds/problem.ts';
import type {ConflictTexts, Surroundings} from '../kinds/warehouse/describe.ts';
import {type Field, trim} from '../kinds/warehouse/field.ts';
import type {Header} from '../kinds/warehouse/header.ts';
import type {Conflict, TableField} from '../kinds/warehouse/keys/conflicts.ts';
import {Relations, type Twin} from '../kinds/warehouse/keys/relations.ts';
import {type RowFact, RowFacts, tableFields} from '../kinds/warehouse/keys/row-facts.ts';
import {RecordCheck} from '../kinds/warehouse/record-check.ts';
import {RowView} from '../kinds/warehouse/row-view.ts';
import type {RecordScanner} from '../records/record-scanner.ts';
import type {Records} from '../records/records.ts';
import type {Encoding} from '../records/source/encoding.ts';
import {Findings} from './findings.ts';
import type {Known, KnownRows, Relearned, Touched} from './recheck.ts';

/** Told while a file is checked: how many of its bytes were seen. */
export type CheckProgress = (bytes: number, bytesTotal: number) => void;

const none: readonly Finding[] = [];

/** Keeps the findings of a table true: one pass over the file, then only what an edit can touch. */
export class Checker implements Surroundings, KnownRows {
	readonly findings = new Findings();
	/** Rows whose column name Secoda lower-cases. */
	lowerCased = 0;
	/** For each column without a name the first row that has a value there. */
	readonly blankLabels = new Map<number, number>();
	/** The columns without a name in which no row had a value yet, from left to right. */
	#unfilled: readonly number[];
	/** The encoding of the rows that are not UTF-8; `undefined` when there are none, or they look like no known one. */
	likelyEncoding: Encoding | undefined;
	#strangeRows = 0;
	/** Rows with a broken quote that are too long to be read again. */
	readonly #brokenUnread = new Set<number>();
	readonly #records: Records;
	readonly #facts = new RowFacts();
	readonly #relations: Relations;
	readonly #check: RecordCheck;
	readonly #view: RowView;

	/** The header must have a column for each required field. */
	constructor(records: Records, header: Header) {
		this.#records = records;
		this.#unfilled = header.blank;
		this.#view = new RowView(header, records);
		this.#relations = new Relations(this.#facts, {
			columnName: row => trim(this.view(row).value('col_name')).toLowerCase(),
			tableValue: (row, field) => trim(this.view(row).value(field)),
		});
		this.#check = new RecordCheck(header, this.#facts, this.#relations.tables);
	}

	/** How many warehouse tables the rows describe. */
	get tables(): number {
		return this.#relations.tables.count;
	}

	/** Reads the whole file once. */
	async checkAll(signal: AbortSignal, onProgress?: CheckProgress): Promise<void> {
		this.#seeHeader();
		let reserved = false;
		await this.#records.findRecords(
			{
				onSlice: expectedRows => {
					this.#check.forgetBytes();
					if (expectedRows > 0 && !reserved) this.#reserve(expectedRows);
					reserved = expectedRows > 0;
				},
				onRecord: (row, reader, validUtf8) => {
					if (!validUtf8) this.#seeEncoding(reader);
					if (reader.tooLong && reader.broken) this.#brokenUnread.add(row);
					for (const finding of this.#see(row, reader, validUtf8)) this.findings.append(finding);
					if (this.#unfilled.length > 0) this.#seeBlankLabels(row, reader);
				},
				...(onProgress === undefined ? {} : {onProgress}),
			},
			signal,
		);
		const reporting = this.#relations.conflicts.findAll();
		this.findings.replace(reporting.map(row => [row, [...this.findings.at(row), ...this.#conflictsAt(row)]]));
	}

	/** The row as it stands now. It holds until the next call. */
	view(row: number): RowView {
		const records = this.#records;
		if (records.isTooLong(row) && records.overlay.get(row)?.kind !== 'left-out')
			return this.#view.readNothing(row, {length: records.length(row), broken: this.#brokenUnread.has(row)});
		const bytes = records.currentBytes(row);
		// A screen asks for the same row several times.
		if (row === this.#view.row && bytes === this.#view.reader.bytes) return this.#view;
		return this.#view.read(row, bytes, 0, bytes.length);
	}

	twin(row: number): Twin | undefined {
		return this.#relations.twin(row);
	}

	/** Returns another row that describes the same column. */
	sameColumn(row: number): number | undefined {
		const twin = this.#relations.twin(row);
		if (twin?.code === 'duplicate-row') return twin.row;
		return this.#relations.successor(row) || undefined;
	}

	relearn(row: number, touched: Touched): Relearned {
		const facts = this.#facts;
		const fact = facts.get(row);
		const own = this.#seeAgain(row, fact);
		const now = facts.get(row);
		this.lowerCased += now.upperCase - fact.upperCase;
		if (fact.table === now.table && fact.low === now.low && fact.high === now.high && fact.named === now.named) {
			if (fact.values.some((value, at) => value !== now.values[at])) touched.tables.add(now.table);
			return {own, before: {row, fact, place: undefined}};
		}

		// It describes another column now: it leaves its places as it was, and takes new ones as it is.
		facts.set(row, fact);
		this.#noteNeighbours(row, touched);
		const before = {row, fact, place: this.#relations.remove(row)};
		facts.set(row, now);
		try {
			this.#relations.add(row);
		} catch (error) {
			this.#goBack(before);
			throw error;
		}

		this.#noteNeighbours(row, touched);
		return {own, before};
	}

	unlearn(before: Known): void {
		if (before.place !== undefined) this.#relations.remove(before.row);
		this.#goBack(before);
	}

	/** Puts a row, which is in no place, back where it was. */
	#goBack({row, fact, place}: Known): void {
		this.lowerCased += fact.upperCase - (this.#facts.upperCase[row] ?? 0);
		this.#facts.set(row, fact);
		if (place !== undefined) this.#relations.putBack(row, place);
	}

	/** The findings of a row alone, as it is now. Its facts stay what they were if it cannot be read. */
	#seeAgain(row: number, before: RowFact): readonly Finding[] {
		this.#facts.clear(row);
		if (this.#records.overlay.get(row)?.kind === 'left-out') return none;
		try {
			const {reader, validUtf8} = this.view(row);
			this.#check.forgetBytes();
			return this.#check.see(row, reader, validUtf8);
		} catch (error) {
			this.#facts.set(row, before);
			throw error;
		}
	}

	/** Notes the rows and the table whose findings hang on a row as it is known now. */
	#noteNeighbours(row: number, {rows, tables}: Touched): void {
		for (const other of [this.#relations.successor(row), this.#relations.lowerSuccessor(row)]) {
			if (other !== 0) rows.add(other);
		}

		const table = this.#facts.tables[row] ?? 0;
		if (table !== 0) tables.add(table);
	}

	recheckTables(tables: ReadonlySet<number>): Iterable<number> {
		return this.#relations.conflicts.recheck(tables);
	}

	relatedTo(row: number): readonly Finding[] {
		const twin = this.#relations.twin(row);
		const conflicts = this.#conflictsAt(row);
		return twin === undefined ? conflicts : [twinFinding(row, twin), ...conflicts];
	}

	/** The rows of a row's warehouse table. */
	tableRows(row: number): number[] {
		return [...this.#relations.tables.rowsOf(this.#facts.tables[row] ?? 0)];
	}

	/** The conflicts of a kind, one for each warehouse table that has it. */
	*conflicts(field: TableField): Generator<Conflict, void, void> {
		const {conflicts} = this.#relations;
		for (const table of conflicts.tables()) {
			const conflict = conflicts.conflictOf(table, field);
			if (conflict !== undefined) yield conflict;
		}
	}

	conflict(row: number, field: Field): ConflictTexts | undefined {
		const tableField = tableFields.find(name => name === field);
		if (tableField === undefined) return undefined;
		const table = this.#facts.tables[row] ?? 0;
		const conflict = this.#relations.conflicts.conflictOf(table, tableField);
		if (conflict === undefined) return undefined;
		const text = (value: {firstRow: number}) => trim(this.view(value.firstRow).value(field));
		return {
			table: this.#relations.tables.parts(table),
			values: conflict.values
				.toSorted((one, other) => other.count - one.count)
				.map(value => ({text: text(value), count: value.count})),
			proposal: field === 'is_view' ? text(conflict.proposal).toLowerCase() : text(conflict.proposal),
			related: conflict.proposal.firstRow,
		};
	}

	#see(row: number, reader: RecordScanner, validUtf8: boolean): readonly Finding[] {
		this.#facts.begin(row);
		const own = this.#check.see(row, reader, validUtf8);
		if (this.#facts.upperCase[row] === 1) this.lowerCased++;
		const twin = this.#relations.add(row);
		return twin === undefined ? own : [...own, twinFinding(row, twin)];
	}

	#conflictsAt(row: number): readonly Finding[] {
		const fields = this.#relations.conflicts.fieldsAt(row);
		return fields.length === 0 ? none : fields.map(field => ({row, code: 'table-conflict', field}));
	}

	/** The header's labels were judged before; here its quotes and bytes are, as those of any row. */
	#seeHeader(): void {
		const view = this.view(1);
		if (!view.validUtf8) this.#seeEncoding(view.reader);
		if (view.reader.broken) this.findings.append({row: 1, code: 'quote-error'});
		else if (!view.validUtf8) this.findings.append({row: 1, code: 'encoding-error'});
	}

	#seeEncoding(reader: RecordScanner): void {
		const fits = looksLikeWindows1252(Buffer.concat(reader.values().map((_, column) => reader.raw(column))));
		if (this.#strangeRows++ === 0) this.likelyEncoding = 'windows-1252';
		if (!fits) this.likelyEncoding = undefined;
	}

	#seeBlankLabels(row: number, reader: RecordScanner): void {
		let found = false;
		for (const column of this.#unfilled) {
			if (column >= reader.known) break;
			if (reader.starts[column] === reader.ends[column]) continue;
			this.blankLabels.set(column, row);
			found = true;
		}

		if (found) this.#unfilled = this.#unfilled.filter(column => !this.blankLabels.has(column));
	}

	#reserve(rows: number): void {
		this.#facts.reserve(rows);
		this.#relations.reserve(rows);
	}
}

function twinFinding(row: number, {code}: Twin): Finding {
	return {row, code, field: 'col_name'};
}
