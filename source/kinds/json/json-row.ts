import {isUtf8} from 'node:buffer';
import type {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import type {JsonScanner} from '../../records/jsonl/json-scanner.ts';
import type {Records} from '../../records/records.ts';
import type {Utf8} from '../../records/source/utf8-check.ts';
import type {Finding} from '../problem.ts';
import type {KeyNames} from './key-names.ts';
import {LineCheck} from './line-check.ts';

/** Reads one row of a JSON Lines file, as it is now or would be. Reuse one instance; it holds the row that was read last. */
export class JsonRow {
	row = 0;
	utf8: Utf8 = 'valid';
	/** The findings of the line that do not depend on the meaning of its values. */
	findings: readonly Finding[] = [];
	readonly format: JsonLinesFormat;
	/** The line with its keys under their right names. */
	readonly line: LineCheck;
	/** The line as it is written. */
	readonly written: JsonScanner;
	readonly #records: Records;

	constructor(records: Records, format: JsonLinesFormat, names: KeyNames) {
		this.#records = records;
		this.format = format;
		this.line = new LineCheck(format, names, records.limits, 'renamed');
		this.written = format.scanner(records.limits);
	}

	/** Reads a row as it is now. A skipped row is empty. */
	read(row: number): this {
		const records = this.#records;
		if (!records.isTooLong(row) || records.isSkipped(row)) return this.#take(row, records.currentBytes(row));
		this.row = row;
		this.utf8 = 'valid';
		this.written.setUnread(records.unread(row));
		this.findings = this.line.check(row, this.written, this.utf8);
		return this;
	}

	/** Reads a text as the record of a row. */
	readText(row: number, text: string): this {
		return this.#take(row, Buffer.from(text));
	}

	/** Reads a row as it would be with these cells: those that are the same as now keep their types. */
	readDraft(row: number, cells: readonly string[]): this {
		const records = this.#records;
		if (records.isTooLong(row)) return this.read(row);
		const text = records.textWith(records.overlay.get(row), row);
		const now = this.readText(row, text).written;
		const changed = new Map([...cells.entries()].filter(([column, value]) => value !== now.value(column)));
		return changed.size === 0 ? this : this.readText(row, records.texts.withCells(text, changed));
	}

	/** The text of the row, without its line end. */
	get text(): string {
		return this.format.rowText(this.written.bytes);
	}

	/** Returns the column of a field: of a known key, or of one in an object such as `from_identifier.type`. */
	columnOf(field: string): number {
		return this.format.columns.labels.indexOf(field);
	}

	/** Returns the text of a record in which some cells (by column) have new values. */
	withValues(record: string, values: ReadonlyMap<number, string>): string {
		return this.#records.texts.withCells(record, values);
	}

	/** Returns the value of a known key, under its right name, as text; empty without a value. */
	value(key: string): string {
		return this.line.scanner.value(this.format.columns.objectAt(key));
	}

	/** Returns the type of the value of a known key: one of `jsonType`. */
	typeOf(key: string): number {
		return this.line.scanner.typeOf(this.format.columns.objectAt(key));
	}

	#take(row: number, bytes: Buffer): this {
		this.row = row;
		this.utf8 = isUtf8(bytes) ? 'valid' : 'invalid';
		this.findings = this.line.check(row, this.written.read(bytes, 0, bytes.length), this.utf8);
		return this;
	}
}
