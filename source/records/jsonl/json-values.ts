import {cellKind} from '../cell-spans.ts';
import {RecordScanner} from '../record-scanner.ts';
import {isAlready} from './encode-value.ts';
import {jsonType} from './json-bytes.ts';
import type {JsonColumns} from './json-columns.ts';
import type {JsonReader} from './json-reader.ts';
import {unescapeJson} from './unescape.ts';

/** The values of the keys of one line, as spans of its bytes, with their types. */
export abstract class JsonValues extends RecordScanner {
	readonly columns: JsonColumns;
	/** The type of each value: one of `jsonType`. */
	types = new Uint8Array(32);
	/** For each value that is a string, 1 if it has bytes outside of ASCII. */
	wide = new Uint8Array(32);

	constructor(columns: JsonColumns, most: number) {
		super(most);
		this.columns = columns;
	}

	/** Sets the value of a column to the one that a reader has read last. */
	protected setValue(column: number, start: number, end: number, {type, isEscaped, isWide}: JsonReader): void {
		if (column >= this.starts.length) this.#grow(column + 1);
		const quotes = Number(type === jsonType.string);
		this.types[column] = type;
		this.wide[column] = Number(isWide);
		this.starts[column] = start + quotes;
		this.ends[column] = end - quotes;
		this.kinds[column] = quotes === 0 ? cellKind.plain : isEscaped ? cellKind.escaped : cellKind.quoted;
	}

	/** Lets a column without a value have that of another one, until the next line is read. */
	copyValue(from: number, to: number): void {
		this.types[to] = this.types[from] as number;
		this.starts[to] = this.starts[from] as number;
		this.ends[to] = this.ends[from] as number;
		this.kinds[to] = this.kinds[from] as number;
		this.wide[to] = this.wide[from] as number;
	}

	/** The value as text: that of a string, or the JSON of another type; empty for null and where there is no value. */
	override value(column: number, most = Number.POSITIVE_INFINITY): string {
		const type = this.typeOf(column);
		return type === jsonType.absent || type === jsonType.null ? '' : super.value(column, most);
	}

	override hasValue(column: number, value: string): boolean {
		if (this.value(column) !== value) return false;
		return isAlready(value, this.columns.at(column)?.type ?? 'any', this.typeOf(column));
	}

	/** Returns the type of a value: one of `jsonType`. */
	typeOf(column: number): number {
		return column < this.readableCount ? (this.types[column] ?? jsonType.absent) : jsonType.absent;
	}

	protected unescape(text: string): string {
		return unescapeJson(text);
	}

	/** A value has no form of its own that is against the rules: the line has. */
	protected brokenValue(text: string): string {
		return text;
	}

	#grow(columns: number): void {
		const grown = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
			to.set(from);
			return to;
		};
		const size = 2 * columns;
		this.starts = grown(this.starts, new Int32Array(size));
		this.ends = grown(this.ends, new Int32Array(size));
		this.kinds = grown(this.kinds, new Uint8Array(size));
		this.types = grown(this.types, new Uint8Array(size));
		this.wide = grown(this.wide, new Uint8Array(size));
	}
}
