import {CellSpans, cellKind} from '../../../records/cell-spans.ts';
import {CsvFormat} from '../../../records/csv/csv-format.ts';
import {delimiters, quote} from '../../../records/csv/dialect.ts';
import {contentEnd} from '../../../records/line-end.ts';
import {sentLimits} from '../../../records/record-limits.ts';

const comma = delimiters.comma.charCodeAt(0);

/** Maximum number of cells that are found here. */
const most = 32;

/** The maximum bytes of a cell that is found without a search, which takes longer to start. */
const shortCell = 16;

/**
The first cells of records as they are sent, whose ends are known. Most content is in the first columns, so the rest of a record is not
read; the check has read all of it.
*/
export class SentCells extends CellSpans {
	readonly #scanner = new CsvFormat(delimiters.comma).scanner(sentLimits);

	constructor() {
		super(most);
	}

	/** Returns the first `wanted` cells of the record between `start` and `end`, at least. Valid until the next call. */
	of(bytes: Buffer, start: number, end: number, wanted: number): CellSpans {
		return wanted <= most && this.#find(bytes, start, end, wanted)
			? this
			: this.#scanner.read(bytes.subarray(start, end), 0, end - start);
	}

	/** Finds the cells. Returns false if their quotes are not as a writer places them. */
	#find(bytes: Buffer, start: number, recordEnd: number, wanted: number): boolean {
		this.clear(bytes);
		const {starts, ends, kinds} = this;
		const end = contentEnd(bytes, start, recordEnd);
		for (let at = start, count = 0; count < wanted; at++) {
			if (at < end && bytes[at] === quote) {
				let kind: number = cellKind.quoted;
				let close = bytes.indexOf(quote, at + 1);
				while (close !== -1 && close + 1 < end && bytes[close + 1] === quote) {
					kind = cellKind.escaped;
					close = bytes.indexOf(quote, close + 2);
				}

				if (close === -1 || close >= end) return false;
				starts[count] = at + 1;
				ends[count] = close;
				kinds[count] = kind;
				at = close + 1;
			} else {
				starts[count] = at;
				at = endOfPlain(bytes, at, end);
				ends[count] = at;
				kinds[count] = cellKind.plain;
			}

			this.count = ++count;
			if (at >= end) return true;
			if (bytes[at] !== comma) return false;
		}

		return true;
	}

	protected unescape(text: string): string {
		return text.replaceAll('""', '"');
	}

	/** Such values are left to the scanner. */
	protected brokenValue(text: string): string {
		return text;
	}
}

function endOfPlain(bytes: Buffer, start: number, end: number): number {
	const near = Math.min(start + shortCell, end);
	for (let at = start; at < near; at++) if (bytes[at] === comma) return at;
	const found = near < end ? bytes.indexOf(comma, near) : -1;
	return found === -1 || found > end ? end : found;
}
