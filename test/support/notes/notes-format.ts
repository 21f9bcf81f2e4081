import type {CellSpans} from '../../../source/records/cell-spans.ts';
import {cellKind} from '../../../source/records/cell-spans.ts';
import {contentEnd, lineEnd} from '../../../source/records/line-end.ts';
import {longestPart} from '../../../source/records/longest-part.ts';
import type {RecordFormat} from '../../../source/records/record-format.ts';
import {type RecordLimits, recordLimits} from '../../../source/records/record-limits.ts';
import {type InputRemaining, RecordScanner, unfinished} from '../../../source/records/record-scanner.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Lines of cells between bars, without a header and without quotes: a second format for tests. */
export class NotesFormat implements RecordFormat {
	readonly name = 'notes';
	readonly extension = '.notes';
	readonly firstDataRow = 1;
	readonly isTabSeparated = false;
	readonly #labels: readonly string[];
	/** Stands between two cells. */
	readonly #separator: string;

	constructor(labels: readonly string[], separator = ' | ') {
		this.#labels = labels;
		this.#separator = separator;
	}

	textStart(): number {
		return 0;
	}

	scanner(limits: RecordLimits = recordLimits): NotesScanner {
		return new NotesScanner(limits, Buffer.from(this.#separator));
	}

	decode(record: Buffer): readonly string[] {
		return this.scanner().read(record, 0, record.length).values();
	}

	writtenPart(text: string): string {
		return longestPart(text, /\uFFFD/);
	}

	escapesOf(): undefined {
		return undefined;
	}

	labels(): readonly string[] {
		return this.#labels;
	}

	isShown(): boolean {
		return true;
	}

	rowText(record: Buffer): string {
		return record.toString('utf8', 0, contentEnd(record, 0, record.length));
	}

	recordText(typed: string): string | undefined {
		return /[\r\n]/.test(typed) ? undefined : typed;
	}

	parse(text: string): readonly string[] | undefined {
		return this.recordText(text)?.split(this.#separator);
	}

	faultAt(text: string): number | undefined {
		const at = text.search(/[\r\n]/);
		return at === -1 ? undefined : at;
	}

	encode(cells: readonly string[]): string {
		return cells.join(this.#separator);
	}

	encodeBroken(): undefined {
		return undefined;
	}

	encodeWithCells(record: Buffer, scanned: CellSpans, cells: ReadonlyMap<number, string>): Buffer {
		const separator = Buffer.from(this.#separator);
		const count = Math.max(scanned.count, ...[...cells.keys()].map(column => column + 1));
		const pieces = Array.from({length: count}, (_, column) => {
			const value = cells.get(column);
			const bytes = value === undefined ? scanned.raw(column) : Buffer.from(value);
			return column === 0 ? [bytes] : [separator, bytes];
		});
		return Buffer.concat([...pieces.flat(), lineEnd(record)]);
	}
}

/** Finds lines, and the cells in them. */
class NotesScanner extends RecordScanner {
	readonly #limits: RecordLimits;
	readonly #separator: Buffer;
	#start = 0;

	constructor(limits: RecordLimits, separator: Buffer) {
		super(limits.cells);
		this.#limits = limits;
		this.#separator = separator;
	}

	next(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		this.#start = start;
		this.isBroken = false;
		return this.#read(bytes, start, limit, behind);
	}

	resume(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		this.#start = start;
		return this.#read(bytes, start, limit, behind);
	}

	get heldFrom(): number {
		return this.#start;
	}

	get tooLong(): boolean {
		return this.length > this.#limits.record;
	}

	#read(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		const found = bytes.indexOf(lineFeed, start);
		const isWhole = found !== -1 && found < limit;
		if (!isWhole && behind === 'more') return unfinished;
		const end = isWhole ? found + 1 : limit;
		this.length = end - start;
		this.clear(bytes);
		if (this.tooLong) this.isDropped = true;
		else this.#readCells(start, isWhole ? found - Number(bytes[found - 1] === carriageReturn) : limit);
		return end;
	}

	#readCells(start: number, end: number): void {
		for (let at = start; ; ) {
			const found = this.bytes.indexOf(this.#separator, at);
			const isLast = found === -1 || found >= end;
			this.setSpan(at, isLast ? end : found, cellKind.plain);
			this.count++;
			if (isLast) return;
			at = found + this.#separator.length;
		}
	}

	protected unescape(text: string): string {
		return text;
	}

	protected brokenValue(text: string): string {
		return text;
	}
}
