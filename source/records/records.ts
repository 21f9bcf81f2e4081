import {readBatches} from './batches.ts';
import {lineEnd} from './line-end.ts';
import {Overlay} from './overlay.ts';
import {Pages} from './pages.ts';
import type {RecordFormat} from './record-format.ts';
import {type IndexState, RecordIndex} from './record-index.ts';
import {type RecordLimits, recordLimits} from './record-limits.ts';
import type {RecordScanner, UnreadRecord} from './record-scanner.ts';
import {RecordTexts} from './record-texts.ts';
import type {Renumbering} from './renumbering.ts';
import {RowCache} from './row-cache.ts';
import {activeEdit, type RowEdit} from './row-edit.ts';
import {type MadeFrom, type RowNumber, type RowNumbers, rowsInOrder, rowsMadeFrom} from './row-numbers.ts';
import type {SourceFile} from './source/source-file.ts';
import {type SweepVisitor, sweep} from './sweep.ts';

/** The number of bytes of a too long record that are shown. */
const firstBytes = 16 * 1024;

/** For a screen, only the first bytes of each cell of a longer record are decoded. */
const longRecord = 64 * 1024;

/** The number of bytes in which the format finds the start of the text. */
const headBytes = 16;

/** CR and LF. */
const longestLineEnd = 2;

const defaultLineEnd = Buffer.from('\n');
const noBytes = Buffer.alloc(0);

export type RecordsOptions = {
	readonly signal?: AbortSignal;
	readonly limits?: RecordLimits;
	/** The rows of another file that these are made of; absent for a file that is read as it is. */
	readonly madeFrom?: MadeFrom;
};

/** The records that were found in a file, before any edit. */
export type FoundRecords = {readonly index: IndexState; readonly brokenUnread: Set<number>};

/** The open file: its bytes on disk, an index of its records, and their edits. */
export class Records {
	readonly file: SourceFile;
	readonly format: RecordFormat;
	readonly index = new RecordIndex();
	readonly overlay = new Overlay(renumbering => this.#renumber(renumbering));
	readonly limits: RecordLimits;
	/** Reads and changes the texts of rewritten rows. */
	readonly texts: RecordTexts;
	#numbers: RowNumbers;
	readonly #pages: Pages;
	readonly #scanner: RecordScanner;
	// The row whose bytes were read last, and the record that was read last: often they are read again.
	#lastRow = 0;
	#lastBytes: Buffer = Buffer.alloc(0);
	#readLast: Buffer | undefined;
	/** Offset in the file of the first record. */
	#dataStart = 0;
	/** Broken rows that are too long to be read again. */
	#brokenUnread = new Set<number>();
	readonly #decoded = new RowCache();
	readonly #shown = new RowCache();
	/** The version of the file that the rows and pages above were read from. */
	#version: number;

	private constructor(file: SourceFile, format: RecordFormat, limits: RecordLimits, madeFrom: MadeFrom | undefined) {
		this.file = file;
		this.format = format;
		this.#version = file.version;
		this.limits = limits;
		this.#pages = new Pages(file);
		this.#scanner = format.scanner(limits);
		this.texts = new RecordTexts(format, limits);
		this.#numbers = madeFrom === undefined ? rowsInOrder(this.index) : rowsMadeFrom(this.index, madeFrom);
	}

	/** Opens a file and reads only its header; `findRecords` finds the records. */
	static async open(file: SourceFile, format: RecordFormat, options: RecordsOptions = {}): Promise<Records> {
		const {signal = new AbortController().signal, limits = recordLimits, madeFrom} = options;
		const records = new Records(file, format, limits, madeFrom);
		const {index} = records;
		const {headerRow} = records;
		const start = format.textStart(await file.read(0, headBytes));
		if (headerRow !== undefined) await sweep(file, {start, lastRow: headerRow}, index, records.#scanner, {}, signal);
		records.#dataStart = records.lastRow === 0 ? start : index.end(records.lastRow);
		return records;
	}

	/** Reads from the header to the end of the file. Every record is in the index before the visitor gets it. */
	async findRecords(visitor: SweepVisitor, signal: AbortSignal): Promise<void> {
		const noted: SweepVisitor = {
			...visitor,
			onRecord: (row, record, utf8) => {
				if (record.tooLong && record.isBroken) this.#brokenUnread.add(row);
				visitor.onRecord?.(row, record, utf8);
			},
		};
		await sweep(this.file, {start: this.#dataStart}, this.index, this.format.scanner(this.limits), noted, signal);
	}

	get found(): FoundRecords {
		return {index: this.index.state, brokenUnread: this.#brokenUnread};
	}

	set found({index, brokenUnread}: FoundRecords) {
		this.index.state = index;
		this.#brokenUnread = brokenUnread;
	}

	/** The numbers of the rows for the user. */
	get numbers(): RowNumbers {
		return this.#numbers;
	}

	/** Numbers the rows as in another file from now on, such as the one that was saved. */
	numberAs(numbers: RowNumbers): void {
		this.#numbers = numbers;
	}

	/** Returns the number of a row for the user. */
	numberOf(row: number): RowNumber {
		return this.#numbers.of(row);
	}

	/** The first row that is data. */
	get firstRow(): number {
		return this.format.firstDataRow;
	}

	/** The row of the header; `undefined` for a format without one. The rows above it are the preamble. */
	get headerRow(): number | undefined {
		return this.firstRow > 1 ? this.firstRow - 1 : undefined;
	}

	/** The last row that was found, with the header; 0 means an empty file. */
	get lastRow(): number {
		return this.index.lastRow;
	}

	/** The number of records that were found. */
	get count(): number {
		return Math.max(0, this.lastRow - this.firstRow + 1);
	}

	/** The current labels of the columns; `undefined` if the header is too long to read. */
	get labels(): readonly string[] | undefined {
		const {headerRow = 0} = this;
		if (headerRow > 0 && !this.isEditable(headerRow)) return undefined;
		return this.format.labels(() => this.cells(headerRow));
	}

	/** The labels of the columns as in the file; `undefined` if the header is too long to read. */
	get labelsInFile(): readonly string[] | undefined {
		const {headerRow = 0} = this;
		return this.labels && this.format.labels(() => this.cellsInFile(headerRow));
	}

	/** The current values of a row. A skipped row has the values from before it was skipped. */
	cells(row: number): readonly string[] {
		return this.cellsWith(this.overlay.get(row), row);
	}

	/** Returns the values that a row would have with an edit. */
	cellsWith(edit: RowEdit | undefined, row: number): readonly string[] {
		return this.#withEdit(edit, () => this.cellsInFile(row));
	}

	/** Returns the text that an editable row would have with an edit, for editing it as a whole. */
	textWith(edit: RowEdit | undefined, row: number): string {
		const present = activeEdit(edit);
		if (present?.kind === 'rewritten') return present.text;
		const text = this.format.rowText(this.fileBytes(row), this.limits);
		return present === undefined ? text : this.texts.withCells(text, present.cells);
	}

	/** Like `cells`, for a screen: values of a long row may be cut, and those after the last column of the header may be absent. */
	shownCells(row: number): readonly string[] {
		if (!this.isLong(row) || this.isTooLong(row)) return this.cells(row);
		return this.#withEdit(this.overlay.get(row), () => {
			this.#forgetOldVersion();
			return this.#shown.cells(row, longRecord, () => this.#cutCells(row));
		});
	}

	/** Returns the values of a row with an edit. A skipped row keeps its values. */
	#withEdit(edit: RowEdit | undefined, inFile: () => readonly string[]): readonly string[] {
		const present = activeEdit(edit);
		if (present?.kind === 'rewritten') return this.texts.cells(present);
		const cells = inFile();
		if (present === undefined) return cells;
		const count = Math.max(cells.length, ...[...present.cells.keys()].map(column => column + 1));
		return Array.from({length: count}, (_, column) => present.cells.get(column) ?? cells[column] ?? '');
	}

	/** Returns the values of a row as in the file; none for an inserted row. */
	cellsInFile(row: number): readonly string[] {
		if (this.index.isInserted(row)) return [];
		this.#forgetOldVersion();
		return this.#decoded.cells(row, Math.min(this.length(row), this.limits.record), () =>
			this.isTooLong(row) ? this.#firstCells(row) : this.format.decode(this.fileBytes(row), this.limits),
		);
	}

	/** Returns the start of each cell of a row, for the columns of the header. */
	#cutCells(row: number): readonly string[] {
		const width = this.labels?.length ?? 0;
		const reader = this.read(this.fileBytes(row));
		const count = Math.min(reader.readableCount, width);
		return Array.from({length: count}, (_, column) => reader.value(column, firstBytes));
	}

	/** Returns the number of bytes of a row as in the file, with its line end. */
	length(row: number): number {
		return this.index.end(row) - this.index.start(row);
	}

	/** True if a row of the file is so long that screens decode only the start of each cell. */
	isLong(row: number): boolean {
		return this.length(row) > longRecord;
	}

	/** True if a row of the file exceeds the limit: then only its first cells are known. */
	isTooLong(row: number): boolean {
		return this.length(row) > this.limits.record;
	}

	/** The known facts about a row that is too long to be read. */
	unread(row: number): UnreadRecord {
		return {length: this.length(row), broken: this.#brokenUnread.has(row)};
	}

	/** True if a row is skipped: it is neither saved nor sent. So is an inserted row before its values are known. */
	isSkipped(row: number): boolean {
		const edit = this.overlay.get(row);
		return edit === undefined ? this.index.isInserted(row) : edit.kind === 'skipped';
	}

	/** True if every cell of a row is known, so that the row can be edited. */
	isEditable(row: number): boolean {
		if (this.length(row) <= this.limits.cells) return true;
		return !this.isTooLong(row) && this.read(this.fileBytes(row)).count <= this.limits.cells;
	}

	/** Returns the cells in the first bytes of a row that is too long. */
	#firstCells(row: number): readonly string[] {
		const head = Buffer.alloc(Math.min(firstBytes, this.length(row)));
		this.file.readNow(head, this.index.start(row));
		const reader = this.format.scanner();
		reader.next(head, 0, head.length, 'end');
		return reader.values();
	}

	/** The current value of one cell, without reading the other cells of its row. */
	cell(row: number, column: number): string {
		return this.cellWith(this.overlay.get(row), row, column);
	}

	/** Returns the value that a cell would have with an edit of its row. */
	cellWith(edit: RowEdit | undefined, row: number, column: number): string {
		const present = activeEdit(edit);
		if (present?.kind === 'rewritten') return this.texts.cells(present)[column] ?? '';
		return present?.cells.get(column) ?? this.cellInFile(row, column);
	}

	/** Returns the value of one cell as in the file. */
	cellInFile(row: number, column: number): string {
		if (this.isTooLong(row)) return this.cellsInFile(row)[column] ?? '';
		return this.read(this.fileBytes(row)).value(column);
	}

	/** True if setting a cell to a value would not change the row in the file. */
	isInFile(row: number, column: number, value: string): boolean {
		if (this.isTooLong(row)) return this.cellInFile(row, column) === value;
		return this.read(this.fileBytes(row)).hasValue(column, value);
	}

	/** Returns the cells of a record, valid until the next call. */
	read(record: Buffer): RecordScanner {
		if (record === this.#readLast) return this.#scanner;
		this.#readLast = record;
		return this.#scanner.read(record, 0, record.length);
	}

	/** Returns the bytes of a row as in the file, with its line end; empty for an inserted row. It must not be too long. */
	fileBytes(row: number): Buffer {
		this.#forgetOldVersion();
		if (row === this.#lastRow) return this.#lastBytes;
		if (this.index.isInserted(row)) return noBytes;
		if (this.isTooLong(row)) throw new RangeError(`row ${row} is too long to be read`);
		// A failed read may have overwritten these bytes.
		this.#lastRow = 0;
		this.#lastBytes = this.#pages.read(this.index.start(row), this.index.end(row));
		this.#lastRow = row;
		return this.#lastBytes;
	}

	/** Returns the bytes of a row as it would be saved now, with its line end; empty for a skipped row. */
	currentBytes(row: number, inFile?: Buffer): Buffer {
		const edit = this.overlay.get(row);
		if (edit?.kind === 'skipped') return noBytes;
		const fileBytes = inFile ?? this.fileBytes(row);
		if (edit === undefined) return fileBytes;
		if (edit.kind === 'cells') return this.format.encodeWithCells(fileBytes, this.read(fileBytes), edit.cells);
		return Buffer.concat([Buffer.from(edit.text), this.#lineEnd(row, fileBytes)]);
	}

	/** Returns the line end of a row that is written as a whole: its own, or that of the row after which it was inserted. */
	#lineEnd(row: number, inFile: Buffer): Buffer {
		const base = this.index.baseOf(row);
		const own = base === row ? lineEnd(inFile) : this.#fileLineEnd(base);
		if (own.length > 0 || row === this.lastRow || !this.index.isInserted(row + 1)) return own;
		// The last row of the file has no line end, and other rows follow it now.
		const first = this.#fileLineEnd(1);
		return first.length > 0 ? first : defaultLineEnd;
	}

	/** Returns the line end of a row in the file. */
	#fileLineEnd(row: number): Buffer {
		this.#forgetOldVersion();
		const end = this.index.end(row);
		return lineEnd(Buffer.from(this.#pages.read(Math.max(this.index.start(row), end - longestLineEnd), end)));
	}

	/** Yields whole records in file order, as on disk; a record that is too long has no bytes. */
	batches(firstRow: number, lastRow: number, signal: AbortSignal, maxSize?: number): ReturnType<typeof readBatches> {
		return readBatches(this, {firstRow, lastRow}, signal, maxSize);
	}

	#renumber(renumbering: Renumbering): void {
		this.index.renumber(renumbering);
		this.#brokenUnread = new Set(renumbering.renumbered(this.#brokenUnread));
		this.#forgetRows();
	}

	/** Clears caches that were filled before the file on disk changed and got its content back. */
	#forgetOldVersion(): void {
		if (this.#version === this.file.version) return;
		this.#version = this.file.version;
		this.#forgetRows();
		this.#pages.clear();
	}

	#forgetRows(): void {
		this.#lastRow = 0;
		this.#decoded.clear();
		this.#shown.clear();
	}

	async close(): Promise<void> {
		await this.file.close();
	}
}
