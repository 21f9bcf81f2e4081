import {readBatches} from './batches.ts';
import {lineEnd} from './line-end.ts';
import {Pages} from './pages.ts';
import type {RecordFormat} from './record-format.ts';
import {type IndexState, RecordIndex} from './record-index.ts';
import type {RecordLimits} from './record-limits.ts';
import type {RecordScanner, UnreadRecord} from './record-scanner.ts';
import type {Renumbering} from './renumbering.ts';
import {RowCache} from './row-cache.ts';
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

const noBytes = Buffer.alloc(0);

/** The records that were found in a file, before any edit. */
export type FoundRecords = {readonly index: IndexState; readonly brokenUnread: Set<number>};

/** The records of a file as they are on disk: their index, their bytes and their cells. */
export class RecordsInFile {
	readonly file: SourceFile;
	readonly format: RecordFormat;
	readonly index = new RecordIndex();
	readonly limits: RecordLimits;
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
	readonly #cut = new RowCache();
	/** The version of the file that the rows and pages above were read from. */
	#version: number;

	constructor(file: SourceFile, format: RecordFormat, limits: RecordLimits) {
		this.file = file;
		this.format = format;
		this.#version = file.version;
		this.limits = limits;
		this.#pages = new Pages(file);
		this.#scanner = format.scanner(limits);
	}

	/** Finds the header and the rows above it. */
	protected async findHeader(signal: AbortSignal): Promise<void> {
		const {file, format, headerRow, index} = this;
		const start = format.textStart(await file.read(0, headBytes));
		if (headerRow !== undefined) await sweep(file, {start, lastRow: headerRow}, index, this.#scanner, {}, signal);
		this.#dataStart = this.lastRow === 0 ? start : index.end(this.lastRow);
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

	/** Returns the values of a row as in the file; none for an inserted row. */
	cellsInFile(row: number): readonly string[] {
		if (this.index.isInserted(row)) return [];
		this.#forgetOldVersion();
		return this.#decoded.cells(row, Math.min(this.length(row), this.limits.record), () =>
			this.isTooLong(row) ? this.#firstCells(row) : this.format.decode(this.fileBytes(row), this.limits),
		);
	}

	/** Returns the cells in the first bytes of a row that is too long. */
	#firstCells(row: number): readonly string[] {
		const head = Buffer.alloc(Math.min(firstBytes, this.length(row)));
		this.file.readNow(head, this.index.start(row));
		const reader = this.format.scanner();
		reader.next(head, 0, head.length, 'end');
		return reader.values();
	}

	/** Returns the start of each of the first cells of a long row, as in the file. */
	protected cutCellsInFile(row: number, width: number): readonly string[] {
		this.#forgetOldVersion();
		return this.#cut.cells(row, longRecord, () => {
			const reader = this.read(this.fileBytes(row));
			const count = Math.min(reader.readableCount, width);
			return Array.from({length: count}, (_, column) => reader.value(column, firstBytes));
		});
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

	/** True if every cell of a row is known, so that the row can be edited. */
	isEditable(row: number): boolean {
		if (this.length(row) <= this.limits.cells) return true;
		return !this.isTooLong(row) && this.read(this.fileBytes(row)).count <= this.limits.cells;
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

	/** Returns the line end of a row in the file. */
	protected fileLineEnd(row: number): Buffer {
		this.#forgetOldVersion();
		const end = this.index.end(row);
		return lineEnd(Buffer.from(this.#pages.read(Math.max(this.index.start(row), end - longestLineEnd), end)));
	}

	/** Yields whole records in file order, as on disk; a record that is too long has no bytes. */
	batches(firstRow: number, lastRow: number, signal: AbortSignal, maxSize?: number): ReturnType<typeof readBatches> {
		return readBatches(this, {firstRow, lastRow}, signal, maxSize);
	}

	/** Updates the rows that follow inserted or removed ones. */
	protected renumber(renumbering: Renumbering): void {
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
		this.#cut.clear();
	}

	async close(): Promise<void> {
		await this.file.close();
	}
}
