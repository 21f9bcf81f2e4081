import type {RecordLimits} from './record-limits.ts';
import type {RecordScanner} from './record-scanner.ts';

/**
How bytes become records and cells, and cells bytes again. It knows nothing of what a value means. Rows are counted from 1,
header rows among them; columns are counted from 0.
*/
export interface RecordFormat {
	/** The name that users know: `CSV`. */
	readonly name: string;
	/** The usual extension of such files, with its period. */
	readonly extension: string;
	/** The first row that is a record and no header. */
	readonly firstDataRow: number;
	/** True if a tab separates cells, so that a value with a tab must be quoted. */
	readonly isTabSeparated: boolean;

	/** Returns how many bytes at the start of a file are no text, such as a byte order mark. */
	textStart(head: Uint8Array): number;

	/** Creates a scanner, which is used for record after record. */
	scanner(limits?: RecordLimits): RecordScanner;

	/** Decodes the cells of one record for people to see and edit. */
	decode(record: Buffer, limits: RecordLimits): readonly string[];

	/**
	Returns the longest part of a text whose bytes are in every record that has a value with the text, however that value is
	written; empty if no bytes are certain.
	*/
	writtenPart(text: string): string;

	/** Returns the labels of the columns, by the cells of the header rows. */
	labels(cellsOf: (row: number) => readonly string[]): readonly string[];

	/** Parses a record that a person typed. Returns `undefined` when it is not exactly one. */
	parse(text: string): readonly string[] | undefined;

	/** Encodes cells as one record, without its line end. */
	encode(cells: readonly string[]): string;

	/**
	Encodes a record, as it was scanned last, in which some cells (by column) have new values. Every other cell, and the line end,
	keep their bytes. A column behind the last cell adds cells.
	*/
	encodeWithCells(record: Buffer, scanned: RecordScanner, cells: ReadonlyMap<number, string>): Buffer;
}
