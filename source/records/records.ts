import {lineEnd} from './line-end.ts';
import {Overlay} from './overlay.ts';
import type {RecordFormat} from './record-format.ts';
import {type RecordLimits, recordLimits} from './record-limits.ts';
import {RecordTexts} from './record-texts.ts';
import {RecordsInFile} from './records-in-file.ts';
import {activeEdit, type RowEdit} from './row-edit.ts';
import {type MadeFrom, type RowNumber, type RowNumbers, rowsInOrder, rowsMadeFrom} from './row-numbers.ts';
import type {SourceFile} from './source/source-file.ts';

const defaultLineEnd = Buffer.from('\n');
const noBytes = Buffer.alloc(0);

export type RecordsOptions = {
	readonly signal?: AbortSignal;
	readonly limits?: RecordLimits;
	/** The rows of another file that these are made of; absent for a file that is read as it is. */
	readonly madeFrom?: MadeFrom;
};

/** The open file: its records on disk, their edits, and their numbers. */
export class Records extends RecordsInFile {
	readonly overlay = new Overlay(renumbering => this.renumber(renumbering));
	/** Reads and changes the texts of rewritten rows. */
	readonly texts: RecordTexts;
	#numbers: RowNumbers;

	private constructor(file: SourceFile, format: RecordFormat, limits: RecordLimits, madeFrom: MadeFrom | undefined) {
		super(file, format, limits);
		this.texts = new RecordTexts(format, limits);
		this.#numbers = madeFrom === undefined ? rowsInOrder(this.index) : rowsMadeFrom(this.index, madeFrom);
	}

	/** Opens a file and reads only its header; `findRecords` finds the records. */
	static async open(file: SourceFile, format: RecordFormat, options: RecordsOptions = {}): Promise<Records> {
		const {signal = new AbortController().signal, limits = recordLimits, madeFrom} = options;
		const records = new Records(file, format, limits, madeFrom);
		await records.findHeader(signal);
		return records;
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
		return this.#withEdit(this.overlay.get(row), () => this.cutCellsInFile(row, this.labels?.length ?? 0));
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

	/** True if a row is skipped: it is neither saved nor sent. So is an inserted row before its values are known. */
	isSkipped(row: number): boolean {
		const edit = this.overlay.get(row);
		return edit === undefined ? this.index.isInserted(row) : edit.kind === 'skipped';
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
		const own = base === row ? lineEnd(inFile) : this.fileLineEnd(base);
		if (own.length > 0 || row === this.lastRow || !this.index.isInserted(row + 1)) return own;
		// The last row of the file has no line end, and other rows follow it now.
		const first = this.fileLineEnd(1);
		return first.length > 0 ? first : defaultLineEnd;
	}
}
