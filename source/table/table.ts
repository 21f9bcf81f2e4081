import {readBatches} from './batches.ts';
import {decodeRecord} from './decode.ts';
import {byteOrderMark, type Delimiter, textStart} from './dialect.ts';
import {encodeRow, encodeWithCells, lineEnd} from './encode.ts';
import {Overlay, presentEdit, type RowEdit} from './overlay.ts';
import {Pages} from './pages.ts';
import {RecordIndex} from './record-index.ts';
import {RecordReader, unfinished} from './record-reader.ts';
import type {SourceFile} from './source-file.ts';
import {type SweepVisitor, sweep} from './sweep.ts';

/** How many decoded rows are kept: a few screens full. */
const decodedRows = 512;

/** Bytes that are read at first for the header. */
const headerSize = 64 * 1024;

/** The open file: bytes on disk, an index of its records, and the edits that lie over them. */
export class Table {
	readonly file: SourceFile;
	readonly delimiter: Delimiter;
	readonly index = new RecordIndex();
	readonly overlay = new Overlay();
	readonly #pages: Pages;
	readonly #reader: RecordReader;
	// The row of which the bytes were asked for last, and the record that was read last: often the same again.
	#lastRow = 0;
	#lastBytes: Buffer = Buffer.alloc(0);
	#readLast: Buffer | undefined;
	/** The rows that were decoded last: a screen asks for the same ones at every key. */
	readonly #decoded = new Map<number, readonly string[]>();
	/** The version of the file that the rows and pages above were read from. */
	#version: number;

	private constructor(file: SourceFile, delimiter: Delimiter) {
		this.file = file;
		this.delimiter = delimiter;
		this.#version = file.version;
		this.#pages = new Pages(file);
		this.#reader = new RecordReader(delimiter);
	}

	/** A table of which the header alone is read yet; `findRecords` finds the others. */
	static async open(file: SourceFile, delimiter: Delimiter): Promise<Table> {
		const table = new Table(file, delimiter);
		const start = textStart(await file.read(0, byteOrderMark.length));
		for (let size = headerSize; start < file.size; size *= 4) {
			const head = await file.read(start, size);
			const end = table.#reader.next(head, 0, head.length, start + head.length === file.size);
			if (end === unfinished) continue;
			table.index.add(start, start + end, table.#reader.innerLines);
			break;
		}

		return table;
	}

	/** Reads on behind the header to the end of the file. Every record is in the index before it is shown to the visitor. */
	async findRecords(visitor: SweepVisitor, signal: AbortSignal): Promise<void> {
		if (this.lastRow === 0) return;
		await sweep(this.file, this.index.end(1), this.index, new RecordReader(this.delimiter), visitor, signal);
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
		const present = presentEdit(edit);
		if (present?.kind === 'rewritten') return present.cells;
		const cells = this.cellsInFile(row);
		if (present === undefined) return cells;
		const count = Math.max(cells.length, ...[...present.cells.keys()].map(column => column + 1));
		return Array.from({length: count}, (_, column) => present.cells.get(column) ?? cells[column] ?? '');
	}

	/** The values of a row as it lies in the file. */
	cellsInFile(row: number): readonly string[] {
		this.#forgetOldVersion();
		const known = this.#decoded.get(row);
		if (known !== undefined) return known;
		const cells = decodeRecord(this.fileBytes(row), this.delimiter);
		if (this.#decoded.size >= decodedRows) this.#decoded.clear();
		this.#decoded.set(row, cells);
		return cells;
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
		return this.read(this.fileBytes(row)).value(column);
	}

	/** The cells of a record. They hold until the next call. */
	read(record: Buffer): RecordReader {
		if (record === this.#readLast) return this.#reader;
		this.#readLast = record;
		return this.#reader.read(record, 0, record.length);
	}

	/** The bytes of a row as it lies in the file, with its line end. */
	fileBytes(row: number): Buffer {
		this.#forgetOldVersion();
		if (row === this.#lastRow) return this.#lastBytes;
		// A read that fails may have used the memory of these bytes.
		this.#lastRow = 0;
		this.#lastBytes = this.#pages.read(this.index.start(row), this.index.end(row));
		this.#lastRow = row;
		return this.#lastBytes;
	}

	/** The bytes of a row as it would be saved now, with its line end; empty when it is left out. */
	currentBytes(row: number, fileBytes = this.fileBytes(row)): Buffer {
		const edit = this.overlay.get(row);
		if (edit === undefined) return fileBytes;
		if (edit.kind === 'left-out') return Buffer.alloc(0);
		if (edit.kind === 'cells') return encodeWithCells(fileBytes, this.read(fileBytes), edit.cells, this.delimiter);
		return Buffer.concat([Buffer.from(encodeRow(edit.cells, this.delimiter)), lineEnd(fileBytes)]);
	}

	/** Whole records in file order, as they lie on disk. */
	batches(firstRow: number, lastRow: number, signal: AbortSignal): ReturnType<typeof readBatches> {
		return readBatches(this.file, this.index, firstRow, lastRow, signal);
	}

	/** Drops what was read before the file on disk changed and became the same again. */
	#forgetOldVersion(): void {
		if (this.#version === this.file.version) return;
		this.#version = this.file.version;
		this.#lastRow = 0;
		this.#decoded.clear();
		this.#pages.clear();
	}

	async close(): Promise<void> {
		await this.file.close();
	}
}
