import type {RecordFormat} from './record-format.ts';
import type {RecordLimits} from './record-limits.ts';
import type {RecordScanner} from './record-scanner.ts';
import type {RewrittenRow} from './row-edit.ts';

/** Reads and changes records that are texts without line ends, such as those of rewritten rows. */
export class RecordTexts {
	readonly #format: RecordFormat;
	readonly #limits: RecordLimits;
	readonly #scanner: RecordScanner;
	readonly #decoded = new WeakMap<RewrittenRow, readonly string[]>();

	constructor(format: RecordFormat, limits: RecordLimits) {
		this.#format = format;
		this.#limits = limits;
		this.#scanner = format.scanner(limits);
	}

	/** Returns the values of a rewritten row. They are kept with its edit, because screens and filters read them repeatedly. */
	cells(row: RewrittenRow): readonly string[] {
		const known = this.#decoded.get(row);
		if (known !== undefined) return known;
		const cells = this.#format.decode(Buffer.from(row.text), this.#limits);
		this.#decoded.set(row, cells);
		return cells;
	}

	/** Returns a record in which some cells (by column) have new values. A cell that has its value already keeps its text. */
	withCells(text: string, values: ReadonlyMap<number, string>): string {
		const record = Buffer.from(text);
		const scanned = this.#scanner.read(record, 0, record.length);
		const isNew = ([column, value]: readonly [number, string]) =>
			column >= scanned.count || !scanned.hasValue(column, value);
		const changed = new Map(Array.from(values).filter(isNew));
		return changed.size === 0 ? text : this.#format.encodeWithCells(record, scanned, changed).toString();
	}
}
