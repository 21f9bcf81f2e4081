import type {Records} from './records.ts';

/** Bytes of a longer row that are shown: the text is read again for each key. */
const shownBytes = 16 * 1024;

/** The text of a row without cells, which is no record of its format. A long one is cut. */
export type UnparsedText = {readonly text: string; readonly isCut: boolean};

/** Returns the text of a row without cells; `undefined` for another row. */
export function unparsedText(records: Records, row: number): UnparsedText | undefined {
	if (records.index.isInserted(row) || records.shownCells(row).length > 0) return undefined;
	const isCut = records.length(row) > shownBytes;
	const bytes = isCut
		? records.file.readNow(Buffer.alloc(shownBytes), records.index.start(row))
		: records.fileBytes(row);
	return {text: records.format.rowText(bytes, records.limits), isCut};
}
