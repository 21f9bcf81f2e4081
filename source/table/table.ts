import {readBatches} from './batches.ts';
import {decodeRecord} from './decode.ts';
import {encodeRow, encodeWithCells, lineEnd} from './encode.ts';
import {FieldSpans} from './fields.ts';
import {type OpenProgress, openIndex} from './open-index.ts';
import {Overlay} from './overlay.ts';
import type {RecordIndex} from './record-index.ts';
import {SourceFile} from './source-file.ts';

/** How many decoded rows are kept: a few screens full. */
const decodedRows = 512;

/** The open file: bytes on disk, an index of its records, and the edits that lie over them. */
export class Table {
	readonly file: SourceFile;
	readonly index: RecordIndex;
	readonly overlay = new Overlay();
	/** The rows that were decoded last: a screen asks for the same ones at every key. */
	readonly #decoded = new Map<number, readonly string[]>();

	private constructor(file: SourceFile, index: RecordIndex) {
		this.file = file;
		this.index = index;
	}

	/** @throws FileError */
	static async open(path: string, signal: AbortSignal, onProgress?: OpenProgress): Promise<Table> {
		const file = await SourceFile.open(path);
		try {
			return new Table(file, await openIndex(file, signal, onProgress));
		} catch (error) {
			await file.close();
			throw error;
		}
	}

	/** The number of the last row; the header is row 1, and 0 means an empty file. */
	get lastRow(): number {
		return this.index.lastRow;
	}

	/** The values of a row as it stands now. A row that is left out shows what it held. */
	cells(row: number): readonly string[] {
		const current = this.overlay.get(row);
		const edit = current?.kind === 'left-out' ? current.instead : current;
		if (edit?.kind === 'rewritten') return edit.cells;
		const cells = this.cellsInFile(row);
		if (edit?.kind !== 'cells') return cells;
		const count = Math.max(cells.length, ...[...edit.cells.keys()].map(column => column + 1));
		return Array.from({length: count}, (_, column) => edit.cells.get(column) ?? cells[column] ?? '');
	}

	/** The values of a row as it lies in the file. */
	cellsInFile(row: number): readonly string[] {
		const known = this.#decoded.get(row);
		if (known !== undefined) return known;
		const cells = decodeRecord(this.fileBytes(row));
		if (this.#decoded.size >= decodedRows) this.#decoded.clear();
		this.#decoded.set(row, cells);
		return cells;
	}

	/** The bytes of a row as it lies in the file, with its line end. */
	fileBytes(row: number): Buffer {
		const start = this.index.start(row);
		return this.file.readNow(start, this.index.end(row) - start);
	}

	/** The bytes of a row as it would be saved now, with its line end; empty when it is left out. */
	currentBytes(row: number, fileBytes = this.fileBytes(row)): Buffer {
		const edit = this.overlay.get(row);
		if (edit === undefined) return fileBytes;
		if (edit.kind === 'left-out') return Buffer.alloc(0);
		if (edit.kind === 'rewritten') return Buffer.concat([Buffer.from(encodeRow(edit.cells)), lineEnd(fileBytes)]);
		return encodeWithCells(fileBytes, new FieldSpans().read(fileBytes, 0, fileBytes.length), edit.cells);
	}

	/** Whole records in file order, as they lie on disk. */
	batches(firstRow: number, lastRow: number, signal: AbortSignal): ReturnType<typeof readBatches> {
		return readBatches(this.file, this.index, firstRow, lastRow, signal);
	}

	async close(): Promise<void> {
		await this.file.close();
	}
}
