import type {Records} from './records.ts';

/** Bytes of a row that is too long to be read: its start is shown. */
const shownBytes = 16 * 1024;

/** Returns the text of a row without cells, which is no record of its format; `undefined` for another row. It may be cut. */
export function unparsedText(records: Records, row: number): string | undefined {
	if (records.index.isInserted(row) || records.shownCells(row).length > 0) return undefined;
	if (!records.isTooLong(row)) return records.textWith(records.overlay.get(row), row);
	const head = Buffer.alloc(Math.min(shownBytes, records.length(row)));
	return records.format.rowText(records.file.readNow(head, records.index.start(row)), records.limits);
}
