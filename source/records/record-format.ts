import type {RecordLimits} from './record-limits.ts';
import type {RecordScanner} from './record-scanner.ts';

/** Returns the offset of the next escape in bytes from `from` on, or -1 without one. */
export type EscapeFinder = (bytes: Buffer, from: number) => number;

/**
Decodes bytes to records and cells, and encodes cells to bytes. It does not know what a value means. Rows are counted from 1 with
the header and the rows above it, columns from 0.
*/
export interface RecordFormat {
	/** The name that users know: `CSV`. */
	readonly name: string;
	/** The usual extension of such files, with its period. */
	readonly extension: string;
	/** The first row that is data. The row above it is the header; the rows above that are the preamble, which is never read as data. */
	readonly firstDataRow: number;
	/** True if a tab separates cells, so that a value with a tab must be quoted. */
	readonly isTabSeparated: boolean;

	/** Returns the number of bytes before the text of a file, such as a byte order mark. */
	textStart(head: Uint8Array): number;

	/** Creates a scanner, which is reused for each record. */
	scanner(limits?: RecordLimits): RecordScanner;

	/** Decodes the cells of one record for people to see and edit. */
	decode(record: Buffer, limits: RecordLimits): readonly string[];

	/**
	Returns the longest part of a text whose bytes are in every record that has a value with the text, however that value is
	written; empty if no bytes are certain. A record can have an escape instead of a character: see `escapesOf`.
	*/
	writtenPart(text: string): string;

	/** Returns what finds escapes of characters of a `writtenPart`; `undefined` if the format has none. */
	escapesOf(characters: Iterable<string>): EscapeFinder | undefined;

	/** Returns the labels of the columns, by the cells of the header, if there is one. */
	labels(header: () => readonly string[]): readonly string[];

	/** True if screens show a column. A format without a header shows a column once a record has a value in it. */
	isShown(column: number): boolean;

	/** Returns the text of a record, which may have a line end, for editing it as a whole. */
	rowText(record: Buffer, limits: RecordLimits): string;

	/** Returns the record, without a line end, to write for a text that a person typed; `undefined` if it is not exactly one. */
	recordText(typed: string): string | undefined;

	/** Parses a record that a person typed; `undefined` if it is not exactly one. */
	parse(text: string): readonly string[] | undefined;

	/** Returns where a text stops being one record, in UTF-16 units from 0; `undefined` if that is not known. */
	faultAt(text: string): number | undefined;

	/** Encodes cells as one record, without its line end. */
	encode(cells: readonly string[]): string;

	/** Encodes cells as one record, without its line end, that is broken whatever follows it; `undefined` if these cells cannot be broken. */
	encodeBroken(cells: readonly string[]): string | undefined;

	/**
	Encodes the record that was scanned last with new values for some cells (by column). All other cells and the line end keep
	their bytes. A column after the last cell adds cells.
	*/
	encodeWithCells(record: Buffer, scanned: RecordScanner, cells: ReadonlyMap<number, string>): Buffer;
}
