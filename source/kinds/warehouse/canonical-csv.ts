import {delimiterOf} from '../../records/csv/csv-format.ts';
import {delimiters} from '../../records/csv/dialect.ts';
import {encodeRow} from '../../records/csv/encode.ts';
import type {Records} from '../../records/records.ts';
import {type OnSentRecord, type PassUnread, SentRecords} from '../sent-record.ts';
import {canonicalLabel, canonicalValue} from './canonical.ts';
import type {CanonicalRows} from './canonical-rows.ts';
import type {WarehouseHeader} from './header.ts';
import {RowView} from './row-view.ts';
import {type SentColumn, sentColumns} from './sent-columns.ts';

/** An open file, its header, and which of its records are canonical on disk. */
export type CanonicalSource = {
	readonly records: Records;
	readonly header: WarehouseHeader;
	readonly canonicalRows: CanonicalRows;
};

/**
Encodes the file in canonical form: UTF-8 without BOM, commas, LF, the documented labels, known columns only, values by
`canonicalValue`. Runs of canonical records are copied as bytes; only others, and edited ones, are decoded. The file must not
have errors.
*/
export async function* canonicalCsv(
	{records, header, canonicalRows}: CanonicalSource,
	onRecord: OnSentRecord,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const columns = sentColumns(header);
	const labels = canonicalHeader(header, columns);
	yield labels;
	const sent = new SentRecords(onRecord, labels.length);
	const canBeCopied = canCopyRecords(records, header, columns);
	const {index} = records;
	const edited = new EditedRows(records.overlay.rows());
	const view = new RowView(header, records);
	for await (const batch of records.batches(records.firstRow, records.lastRow, signal)) {
		const pieces: Buffer[] = [];
		const bytesOf = (first: number, last: number) =>
			batch.bytes.subarray(index.start(first) - batch.offset, index.end(last) - batch.offset);
		for (let row = batch.firstRow; row <= batch.lastRow; ) {
			const limit = Math.min(edited.nextFrom(row), batch.lastRow + 1);
			const end = canBeCopied ? endOfRun(records, canonicalRows, row, limit) : row;
			if (end > row) {
				pieces.push(bytesOf(row, end - 1));
				const shift = row - index.rowInFile(row);
				for (; row < end; row++)
					sent.addSame(row, row - shift, batch.bytes, index.start(row) - batch.offset, index.end(row) - batch.offset);
				continue;
			}

			const bytes = records.currentBytes(row, bytesOf(row, row));
			if (bytes.length > 0 && !view.read(row, bytes, 0, bytes.length).reader.isBlank) {
				const record = canBeCopied && isCanonical(view, bytes, columns) ? bytes : canonicalRecord(view, columns);
				sent.add(row, record, 0, record.length);
				pieces.push(record);
			}

			row++;
		}

		yield pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces);
	}
}

/**
Returns a function that passes on the records of a file without reading them; `undefined` if the file is not what is sent, byte for
byte.
*/
export function unreadCsv({records, header, canonicalRows}: CanonicalSource): PassUnread | undefined {
	const {index, firstRow, lastRow, headerRow = 0, overlay, file} = records;
	const columns = sentColumns(header);
	const labels = canonicalHeader(header, columns);
	if (overlay.size > 0 || !canCopyRecords(records, header, columns) || lastRow < firstRow) return undefined;
	if (index.start(firstRow) !== labels.length || !records.fileBytes(headerRow).equals(labels)) return undefined;
	if (canonicalRows.firstOther(firstRow, lastRow + 1) <= lastRow || index.end(lastRow) !== file.size) return undefined;
	return onRecord => {
		const sent = new SentRecords(onRecord, labels.length);
		for (let row = firstRow; row <= lastRow; row++) sent.addUnread(row, index.end(row) - index.start(row));
	};
}

function canonicalHeader(header: WarehouseHeader, columns: readonly SentColumn[]): Buffer {
	const labels = columns.map(({column, field}) => canonicalLabel(field, header.labels[column] ?? ''));
	return Buffer.from(`${encodeRow(labels, delimiters.comma)}\n`);
}

/** True if canonical records can be copied, because the file has the columns that are sent and no others. */
function canCopyRecords({format}: Records, {labels}: WarehouseHeader, columns: readonly SentColumn[]): boolean {
	return columns.length === labels.length && delimiterOf(format) === delimiters.comma;
}

/** Returns the end of the run of canonical rows that starts at `row`. No row before `limit` is edited. */
function endOfRun({index}: Records, rows: CanonicalRows, row: number, limit: number): number {
	if (limit <= row) return row;
	// Inserted rows are edited, so the rows before `limit` follow each other in the file too.
	const shift = row - index.rowInFile(row);
	return rows.firstOther(row - shift, limit - shift) + shift;
}

/** The edited rows of a file, asked for in order. */
class EditedRows {
	readonly #rows: readonly number[];
	#next = 0;

	constructor(rows: readonly number[]) {
		this.#rows = rows;
	}

	/** Returns the first edited row at or behind `row`; infinity without one. */
	nextFrom(row: number): number {
		while ((this.#rows[this.#next] ?? Number.POSITIVE_INFINITY) < row) this.#next++;
		return this.#rows[this.#next] ?? Number.POSITIVE_INFINITY;
	}
}

function isCanonical(view: RowView, bytes: Buffer, columns: readonly SentColumn[]): boolean {
	return (
		endsWithLineFeedAlone(bytes) &&
		columns.every(({field}) => canonicalValue(field, view.value(field)) === view.value(field))
	);
}

function endsWithLineFeedAlone(bytes: Buffer): boolean {
	return bytes.at(-1) === 0x0a && bytes.at(-2) !== 0x0d;
}

function canonicalRecord(view: RowView, columns: readonly SentColumn[]): Buffer {
	return Buffer.from(
		`${encodeRow(
			columns.map(({field}) => canonicalValue(field, view.value(field))),
			delimiters.comma,
		)}\n`,
	);
}
