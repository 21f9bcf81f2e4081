import {cellKind} from '../cell-spans.ts';
import {type RecordLimits, recordLimits} from '../record-limits.ts';
import {type InputRemaining, RecordScanner, unfinished} from '../record-scanner.ts';
import {carriageReturn, type Delimiter, lineFeed, quote} from './dialect.ts';

/** The maximum bytes of a cell that is found without a search. */
const shortCell = 16;

/** The position at which an unfinished record is resumed. */
type Pause =
	/** At the first byte of a cell. */
	| 'cell'
	/** In text up to the next delimiter or line end. */
	| 'text'
	/** In a quoted cell. */
	| 'quoted'
	/** At a carriage return, before a possible line feed. */
	| 'line-end';

/**
Finds the records of a CSV.

A quoted cell ends at a quote before a delimiter, a line end or the end of the file. Any other quoting is `broken`, and is read in a way
that the rest of the file stays readable. After a closing quote, the rest of the cell is text. If the quote is never closed, or the
cell contained a line end before the broken quote, the opening quote itself is text and its line is a record.

A record that continues after the bytes is resumed where the scanner stopped, so each byte of a record of any length is read about
once. When the record exceeds the limit, its cells are dropped and only its end is searched.
*/
export class CsvScanner extends RecordScanner {
	/** The byte between two cells. */
	readonly #delimiter: number;
	readonly #limits: RecordLimits;
	#limit = 0;
	/** The start of the last record; may be before its remaining bytes. */
	#start = 0;
	#pausedIn: Pause = 'cell';
	#pausedAt = 0;
	/** The start of the quoted cell in which the scanner paused. */
	#open = 0;
	#openKind: number = cellKind.quoted;
	// The next position of each of these bytes; searched again only after the scanner has passed it.
	#delimiterAt = 0;
	#lineFeedAt = 0;
	#carriageReturnAt = 0;

	constructor(delimiter: Delimiter, limits: RecordLimits = recordLimits) {
		super(limits.cells);
		this.#delimiter = delimiter.charCodeAt(0);
		this.#limits = limits;
	}

	next(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		if (bytes !== this.bytes || limit !== this.#limit || start <= this.#start) this.#forget();
		this.clear(bytes);
		this.#limit = limit;
		this.#start = start;
		this.isBroken = false;
		this.innerLines = 0;
		return this.#rest(this.#cell(start, behind), behind);
	}

	get heldFrom(): number {
		if (!this.isDropped) return this.#start;
		return this.#pausedIn === 'quoted' ? this.#open : this.#pausedAt;
	}

	resume(bytes: Buffer, start: number, limit: number, behind: InputRemaining): number {
		this.#move(start - this.heldFrom);
		this.#forget();
		this.bytes = bytes;
		this.#limit = limit;
		return this.#rest(this.#resumedCell(behind), behind);
	}

	get tooLong(): boolean {
		return this.length > this.#limits.record;
	}

	/** Continues from the end of a cell. Returns the offset after the record. */
	#rest(endOfCell: number, behind: InputRemaining): number {
		const {bytes} = this;
		const limit = this.#limit;
		let end = endOfCell;
		while (end !== unfinished) {
			if (end >= limit) return behind === 'end' ? this.#finish(limit) : this.#pause('text', limit);
			let at = end + 1;
			if (bytes[end] === this.#delimiter) {
				this.count++;
				end = this.#cell(at, behind);
				continue;
			}

			if (bytes[end] === carriageReturn) {
				if (at === limit && behind === 'more') return this.#pause('line-end', end);
				if (at < limit && bytes[at] === lineFeed) at++;
			}

			return this.#finish(at);
		}

		return unfinished;
	}

	#finish(at: number): number {
		this.count++;
		this.length = at - this.#start;
		return at;
	}

	#pause(where: Pause, at: number): typeof unfinished {
		this.#pausedIn = where;
		this.#pausedAt = at;
		// After an open quote, a line end may still be the end of the record.
		const sureOf = where === 'quoted' ? this.#open : this.#limit;
		if (sureOf - this.#start > this.#limits.record) this.isDropped = true;
		return unfinished;
	}

	/** Reads the cell that starts at `at`. Returns its end. */
	#cell(at: number, behind: InputRemaining): number {
		if (at < this.#limit) {
			if (this.bytes[at] === quote) return this.#quoted(at, at + 1, cellKind.quoted, behind);
		} else if (behind === 'more') {
			return this.#pause('cell', at);
		}

		const end = this.#plainEnd(at);
		this.setSpan(at, end, cellKind.plain);
		return end;
	}

	#resumedCell(behind: InputRemaining): number {
		const at = this.#pausedAt;
		switch (this.#pausedIn) {
			case 'cell':
				return this.#cell(at, behind);
			case 'text': {
				const end = this.#plainEnd(at);
				this.setSpan(this.starts[this.count] ?? at, end, this.kinds[this.count] ?? cellKind.plain);
				return end;
			}

			case 'quoted':
				return this.#quoted(this.#open, at, this.#openKind, behind);
			case 'line-end':
				return at;
		}
	}

	/** Reads a cell that starts with a quote; searches the closing quote from `from`. Returns its end. */
	#quoted(open: number, from: number, openKind: number, behind: InputRemaining): number {
		const {bytes} = this;
		const limit = this.#limit;
		const longest = this.#limits.quoted;
		let kind = openKind;
		for (let at = from; ; ) {
			const found = bytes.indexOf(quote, at);
			const close = found === -1 ? limit : found;
			if (close >= limit || close - open > longest) {
				if (behind === 'more' && limit - open <= longest) return this.#pauseQuoted(open, limit, kind);
				return this.#text(open);
			}

			const end = close + 1;
			if (end === limit && behind === 'more') return this.#pauseQuoted(open, close, kind);
			if (end < limit && bytes[end] === quote) {
				kind = cellKind.escaped;
				at = end + 1;
				continue;
			}

			const lines = this.#lineEndsBefore(open, close);
			if (end === limit || this.#endsCell(bytes[end])) {
				this.innerLines += lines;
				this.setSpan(open + 1, close, kind);
				return end;
			}

			if (lines > 0) return this.#text(open);
			this.isBroken = true;
			const endOfText = this.#plainEnd(end);
			this.setSpan(open, endOfText, cellKind.broken);
			return endOfText;
		}
	}

	#pauseQuoted(open: number, at: number, kind: number): typeof unfinished {
		this.#open = open;
		this.#openKind = kind;
		return this.#pause('quoted', at);
	}

	/** Treats an opening quote as text. */
	#text(open: number): number {
		this.isBroken = true;
		const end = this.#plainEnd(open + 1);
		this.setSpan(open, end, cellKind.plain);
		return end;
	}

	/** Returns the end of plain text that continues at `at`. */
	#plainEnd(at: number): number {
		if (this.#delimiterAt < at) this.#delimiterAt = this.#nextDelimiter(at);
		if (this.#lineFeedAt < at) this.#lineFeedAt = this.#find(lineFeed, at);
		if (this.#carriageReturnAt < at) this.#carriageReturnAt = this.#find(carriageReturn, at);
		let end = this.#delimiterAt < this.#lineFeedAt ? this.#delimiterAt : this.#lineFeedAt;
		if (this.#carriageReturnAt < end) end = this.#carriageReturnAt;
		return end;
	}

	/** Most cells are short: a few bytes are compared before a search, which takes longer to start. */
	#nextDelimiter(from: number): number {
		const {bytes} = this;
		const delimiter = this.#delimiter;
		const near = Math.min(from + shortCell, this.#limit);
		for (let at = from; at < near; at++) if (bytes[at] === delimiter) return at;
		return near < this.#limit ? this.#find(delimiter, near) : near;
	}

	#find(byte: number, from: number): number {
		const found = this.bytes.indexOf(byte, from);
		return found === -1 || found > this.#limit ? this.#limit : found;
	}

	#endsCell(byte: number | undefined): boolean {
		return byte === this.#delimiter || byte === lineFeed || byte === carriageReturn;
	}

	/** Returns the number of line ends between `open` and `close`. */
	#lineEndsBefore(open: number, close: number): number {
		if (this.#lineFeedAt < open) this.#lineFeedAt = this.#find(lineFeed, open);
		if (this.#carriageReturnAt < open) this.#carriageReturnAt = this.#find(carriageReturn, open);
		if (this.#lineFeedAt > close && this.#carriageReturnAt > close) return 0;
		let lines = 0;
		for (let at = Math.min(this.#lineFeedAt, this.#carriageReturnAt); at < close; at++) {
			const byte = this.bytes[at];
			if (byte === lineFeed || (byte === carriageReturn && this.bytes[at + 1] !== lineFeed)) lines++;
		}

		return lines;
	}

	protected unescape(text: string): string {
		return text.replaceAll('""', '"');
	}

	/** `"a""b"c` is read as csv-parse does: the opening quote is text, doubled quotes count once up to the bad one. */
	protected brokenValue(text: string): string {
		let bad = text.indexOf('"', 1);
		while (bad !== -1 && text[bad + 1] === '"') bad = text.indexOf('"', bad + 2);
		const closing = bad === -1 ? text.length : bad;
		return `"${this.unescape(text.slice(1, closing))}${text.slice(closing)}`;
	}

	/** Forgets all positions: the bytes have changed, or the scanner goes back. */
	#forget(): void {
		this.#delimiterAt = -1;
		this.#lineFeedAt = -1;
		this.#carriageReturnAt = -1;
	}

	/** Moves all positions: the bytes of an unfinished record have moved. */
	#move(by: number): void {
		this.#start += by;
		this.#pausedAt += by;
		this.#open += by;
		this.shift(by);
	}
}
