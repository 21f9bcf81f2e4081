import {contentEnd, lineEnd} from '../line-end.ts';
import {longestPart} from '../longest-part.ts';
import type {EscapeFinder, RecordFormat} from '../record-format.ts';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {textStart} from '../text-start.ts';
import {encodeWithCells} from './encode-cells.ts';
import {encodeLine} from './encode-value.ts';
import {type JsonColumn, JsonColumns} from './json-columns.ts';
import {JsonScanner, lineType} from './json-scanner.ts';
import {unicodeEscapes} from './unicode-escapes.ts';

/** JSON Lines: one object on each line, whose keys are columns. A line that is no object has no cells. */
export class JsonLinesFormat implements RecordFormat {
	readonly name = 'JSON Lines';
	readonly extension = '.jsonl';
	readonly firstDataRow = 1;
	readonly isTabSeparated = false;
	readonly columns: JsonColumns;

	constructor(known: readonly JsonColumn[]) {
		this.columns = new JsonColumns(known);
	}

	textStart(head: Uint8Array): number {
		return textStart(head);
	}

	scanner(limits: RecordLimits = recordLimits): JsonScanner {
		return new JsonScanner(this.columns, limits);
	}

	decode(record: Buffer, limits: RecordLimits): readonly string[] {
		return this.scanner(limits).read(record, 0, record.length).values();
	}

	/** These characters have short escapes, such as \n. */
	writtenPart(text: string): string {
		return longestPart(text, /["\\/\u0000-\u001F\uFFFD]/);
	}

	escapesOf(characters: Iterable<string>): EscapeFinder {
		return unicodeEscapes(characters);
	}

	labels(): readonly string[] {
		return this.columns.labels;
	}

	isShown(column: number): boolean {
		return this.columns.hasValues(column);
	}

	rowText(record: Buffer): string {
		return record.toString('utf8', 0, contentEnd(record, 0, record.length));
	}

	/** A line is written as it was typed. */
	recordText(typed: string): string | undefined {
		return this.parse(typed) === undefined ? undefined : typed;
	}

	parse(text: string): readonly string[] | undefined {
		const scanned = this.#scan(text);
		return scanned?.line === lineType.object ? scanned.values() : undefined;
	}

	faultAt(text: string): number | undefined {
		const scanned = this.#scan(text);
		if (scanned === undefined) return text.indexOf('\n');
		return scanned.line === lineType.notJson ? scanned.bytes.toString('utf8', 0, scanned.errorAt).length : undefined;
	}

	/** Scans a text; `undefined` if it is more than one line. */
	#scan(text: string): JsonScanner | undefined {
		if (text.includes('\n')) return undefined;
		const bytes = Buffer.from(text);
		return this.scanner().read(bytes, 0, bytes.length);
	}

	encode(cells: readonly string[]): string {
		return encodeLine(cells, column => this.columns.at(column));
	}

	encodeBroken(): undefined {
		return undefined;
	}

	encodeWithCells(record: Buffer, scanned: JsonScanner, cells: ReadonlyMap<number, string>): Buffer {
		switch (scanned.line) {
			case lineType.object:
				return encodeWithCells(record, scanned, cells);
			case lineType.blank: {
				const line = Array.from({length: this.columns.count}, (_, column) => cells.get(column) ?? '');
				return Buffer.concat([Buffer.from(this.encode(line)), lineEnd(record)]);
			}

			default:
				// A line that is no object has no values to replace.
				return record;
		}
	}
}
