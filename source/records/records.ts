import {readBatches} from './batches.ts';
import {RecordReader} from './csv/csv-reader.ts';
import {decodeRecord} from './csv/decode.ts';
import {byteOrderMark, type Delimiter, textStart} from './csv/dialect.ts';
import {encodeRow, encodeWithCells, lineEnd} from './csv/encode.ts';
import {Overlay, presentEdit, type RowEdit} from './overlay.ts';
import {Pages} from './pages.ts';
import {RecordIndex} from './record-index.ts';
import {type RecordLimits, recordLimits} from './record-limits.ts';
import {RowCache} from './row-cache.ts';
import type {SourceFile} from './source/source-file.ts';
import {type SweepVisitor, sweep} from './sweep.ts';

/** Of a record that is too long so many bytes are shown. */
const firstBytes = 16 * 1024;

/** Of a longer record only the first bytes of each cell are decoded for a screen. */
const longRecord = 64 * 1024;

export type RecordsOptions = {readonly signal?: AbortSignal; readonly limits?: RecordLimits};

/** The open file: bytes on disk, an index of its records, and the edits that lie over them. */
export class Records {
	readonly file: SourceFile;
	readonly delimiter: Delimiter;
	readonly index = new RecordIndex();
	readonly overlay = new Overlay();
	readonly limits: RecordLimits;
	readonly #pages: Pages;
	readonly #reader: RecordReader;
	// The row of which the bytes were asked for last, and the record that was read last: often the same again.
	#lastRow = 0;
	#lastBytes: Buffer = Buffer.alloc(0);
	#readLast: Buffer | undefined;
	/** Number of cells in the header. */
	#width = 0;
	readonly #decoded = new RowCache();
	readonly #shown = new RowCache();
	/** The version of the file that the rows and pages above were read from. */
	#version: number;

	private constructor(file: SourceFile, delimiter: Delimiter, limits: RecordLimits) {
		this.file = file;
		this.delimiter = delimiter;
		this.#version = file.version;
		this.limits = limits;
		this.#pages = new Pages(file);
		this.#reader = new RecordReader(delimiter, limits);
	}

	/** A table of which the header alone is read yet; `findRecords` finds the others. */
	static async open(file: SourceFile, delimiter: Delimiter, options: RecordsOptions = {}): Promise<Records> {
		const {signal = new AbortController().signal, limits = recordLimits} = options;
		const records = new Records(file, delimiter, limits);
		const start = textStart(await file.read(0, byteOrderMark.length));
		await sweep(file, {start, lastRow: 1}, records.index, records.#reader, {}, signal);
		records.#width = records.#reader.count;
		return records;
	}

	/** Reads on behind the header to the end of the file. Every record is in the index before it is shown to the visitor. */
	async findRecords(visitor: SweepVisitor, signal: AbortSignal): Promise<void> {
		if (this.lastRow === 0) return;
		const reader = new RecordReader(this.delimiter, this.limits);
		await sweep(this.file, {start: this.index.end(1)}, this.index, reader, visitor, signal);
	}

	/** The number of the last row that was found; the header is row 1, and 0 means an empty file. */
	get lastRow(): number {
		return this.index.lastRow;
	}

	/** The values of a row as it stands now. A row that is left out shows what it held. */
	cells(row: number): readonly string[] {
		return this.cellsWith(this.overlay.get(row), row);
	}

	/** The values of a row as it would be with an edit. */
	cellsWith(edit: RowEdit | undefined, row: number): readonly string[] {
		return withEdit(edit, () => this.cellsInFile(row));
	}

	/** The same for a screen: the values of a long row may be cut short, and those behind the header's last be absent. */
	shownCells(row: number): readonly string[] {
		if (this.length(row) <= longRecord || this.isTooLong(row)) return this.cells(row);
		return withEdit(this.overlay.get(row), () => {
			this.#forgetOldVersion();
			return this.#shown.cells(row, longRecord, () => this.#cutCells(row));
		});
	}

	/** The values of a row as it lies in the file. */
	cellsInFile(row: number): readonly string[] {
		this.#forgetOldVersion();
		return this.#decoded.cells(row, Math.min(this.length(row), this.limits.record), () =>
			this.isTooLong(row) ? this.#firstCells(row) : decodeRecord(this.fileBytes(row), this.delimiter, this.limits),
		);
	}

	/** The start of each cell of a row, in as many columns as the header has. */
	#cutCells(row: number): readonly string[] {
		const reader = this.read(this.fileBytes(row));
		const count = Math.min(reader.known, this.#width);
		return Array.from({length: count}, (_, column) => reader.value(column, firstBytes));
	}

	/** Bytes of a row as it lies in the file, its line end included. */
	length(row: number): number {
		return this.index.end(row) - this.index.start(row);
	}

	/** True if a row, as it lies in the file, is over the limit: then only its first cells are known. */
	isTooLong(row: number): boolean {
		return this.length(row) > this.limits.record;
	}

	/** True if every cell of a row is known, so that it can be edited. */
	isEditable(row: number): boolean {
		if (this.length(row) <= this.limits.cells) return true;
		return !this.isTooLong(row) && this.read(this.fileBytes(row)).count <= this.limits.cells;
	}

	/** The cells of a row that is too long, as far as they lie in its first bytes. */
	#firstCells(row: number): readonly string[] {
		const head = Buffer.alloc(Math.min(firstBytes, this.length(row)));
		this.file.readNow(head, this.index.start(row));
		const reader = new RecordReader(this.delimiter);
		reader.next(head, 0, head.length, true);
		return reader.values();
	}

	/** The value of one cell as it stands now; for work on many rows, of which no other cell is asked for. */
	cell(row: number, column: number): string {
		return this.cellWith(this.overlay.get(row), row, column);
	}

	/** The value of one cell as it would be with an edit of its row. */
	cellWith(edit: RowEdit | undefined, row: number, column: number): string {
		const present = presentEdit(edit);
		if (present?.kind === 'rewritten') return present.cells[column] ?? '';
		return present?.cells.get(column) ?? this.cellInFile(row, column);
	}

	/** The value of one cell as it lies in the file. */
	cellInFile(row: number, column: number): string {
		if (this.isTooLong(row)) return this.cellsInFile(row)[column] ?? '';
		return this.read(this.fileBytes(row)).value(column);
	}

	/** The cells of a record. They hold until the next call. */
	read(record: Buffer): RecordReader {
		if (record === this.#readLast) return this.#reader;
		this.#readLast = record;
		return this.#reader.read(record, 0, record.length);
	}

	/** The bytes of a row as it lies in the file, with its line end. It must not be too long. */
	fileBytes(row: number): Buffer {
		this.#forgetOldVersion();
		if (row === this.#lastRow) return this.#lastBytes;
		if (this.isTooLong(row)) throw new RangeError(`row ${row} is too long to be read`);
		// A read that fails may have used the memory of these bytes.
		this.#lastRow = 0;
		this.#lastBytes = this.#pages.read(this.index.start(row), this.index.end(row));
		this.#lastRow = row;
		return this.#lastBytes;
	}

	/** The bytes of a row as it would be saved now, with its line end; empty when it is left out. */
	currentBytes(row: number, inFile?: Buffer): Buffer {
		const edit = this.overlay.get(row);
		if (edit?.kind === 'left-out') return Buffer.alloc(0);
		const fileBytes = inFile ?? this.fileBytes(row);
		if (edit === undefined) return fileBytes;
		if (edit.kind === 'cells') return encodeWithCells(fileBytes, this.read(fileBytes), edit.cells, this.delimiter);
		return Buffer.concat([Buffer.from(encodeRow(edit.cells, this.delimiter)), lineEnd(fileBytes)]);
	}

	/** Whole records in file order, as they lie on disk; one that is too long comes without its bytes. */
	batches(firstRow: number, lastRow: number, signal: AbortSignal): ReturnType<typeof readBatches> {
		return readBatches(this, {firstRow, lastRow}, signal);
	}

	/** Drops what was read before the file on disk changed and became the same again. */
	#forgetOldVersion(): void {
		if (this.#version === this.file.version) return;
		this.#version = this.file.version;
		this.#lastRow = 0;
		this.#decoded.clear();
		this.#shown.clear();
		this.#pages.clear();
	}

	async close(): Promise<void> {
		await this.file.close();
	}
}

/** The values of a row with an edit. A row that is left out shows what it held. */
function withEdit(edit: RowEdit | undefined, inFile: () => readonly string[]): readonly string[] {
	const present = presentEdit(edit);
	if (present?.kind === 'rewritten') return present.cells;
	const cells = inFile();
	if (present === undefined) return cells;
	const count = Math.max(cells.length, ...[...present.cells.keys()].map(column => column + 1));
	return Array.from({length: count}, (_, column) => present.cells.get(column) ?? cells[column] ?? '');
}
