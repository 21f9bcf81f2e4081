import {longestPart} from '../longest-part.ts';
import type {RecordFormat} from '../record-format.ts';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {textStart} from '../text-start.ts';
import {CsvScanner} from './csv-scanner.ts';
import {decodeRecord, parseLine} from './decode.ts';
import {type Delimiter, delimiters} from './dialect.ts';
import {encodeRow, encodeWithCells} from './encode.ts';
import {encodeBrokenRow} from './encode-broken.ts';

/** CSV with a header in one of its first rows. */
export class CsvFormat implements RecordFormat {
	readonly name = 'CSV';
	readonly extension = '.csv';
	readonly firstDataRow: number;
	readonly delimiter: Delimiter;

	constructor(delimiter: Delimiter, headerRow = 1) {
		this.delimiter = delimiter;
		this.firstDataRow = headerRow + 1;
	}

	get isTabSeparated(): boolean {
		return this.delimiter === delimiters.tab;
	}

	textStart(head: Uint8Array): number {
		return textStart(head);
	}

	scanner(limits: RecordLimits = recordLimits): CsvScanner {
		return new CsvScanner(this.delimiter, limits);
	}

	decode(record: Buffer, limits: RecordLimits): readonly string[] {
		return decodeRecord(record, this.delimiter, limits);
	}

	/** A quote may be doubled in the file. */
	writtenPart(text: string): string {
		return longestPart(text, /["\uFFFD]/);
	}

	escapesOf(): undefined {
		return undefined;
	}

	labels(header: () => readonly string[]): readonly string[] {
		return header();
	}

	isShown(): boolean {
		return true;
	}

	/** The cells are encoded again, so that broken quotes are corrected. */
	rowText(record: Buffer, limits: RecordLimits): string {
		return this.encode(this.decode(record, limits));
	}

	recordText(typed: string): string | undefined {
		const cells = this.parse(typed);
		return cells && this.encode(cells);
	}

	parse(text: string): readonly string[] | undefined {
		return parseLine(text, this.delimiter);
	}

	/** A quote can be wrong because of any other quote before it. */
	faultAt(): undefined {
		return undefined;
	}

	encode(cells: readonly string[]): string {
		return encodeRow(cells, this.delimiter);
	}

	encodeBroken(cells: readonly string[]): string | undefined {
		return encodeBrokenRow(cells, this.delimiter);
	}

	encodeWithCells(record: Buffer, scanned: CsvScanner, cells: ReadonlyMap<number, string>): Buffer {
		return encodeWithCells(record, scanned, cells, this.delimiter);
	}
}

/** Returns what separates the cells of a CSV; `undefined` for another format. */
export function delimiterOf(format: RecordFormat): Delimiter | undefined {
	return format instanceof CsvFormat ? format.delimiter : undefined;
}
