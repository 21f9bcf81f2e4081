import {byte, skipBlanks} from '../../records/jsonl/json-bytes.ts';
import {contentEnd} from '../../records/line-end.ts';
import type {Records} from '../../records/records.ts';
import {type OnSentRecord, type PassUnread, SentRecords} from '../sent-record.ts';

const lineFeed = Buffer.of(byte.lineFeed);

/**
Encodes the lines of a file in the form that is sent: each with its own bytes, edited values in place, and LF at its end. Blank lines
and a byte order mark are not sent.
*/
export async function* canonicalLines(
	records: Records,
	onRecord: OnSentRecord,
	signal: AbortSignal,
): AsyncGenerator<Buffer, void, void> {
	const {index, overlay} = records;
	const sent = new SentRecords(onRecord);
	for await (const batch of records.batches(records.firstRow, records.lastRow, signal)) {
		const pieces: Buffer[] = [];
		// The lines from `copied` to `runEnd` follow each other in the file as they do in what is sent.
		let copied = 0;
		let runEnd = 0;
		for (let row = batch.firstRow; row <= batch.lastRow; row++) {
			const start = index.start(row) - batch.offset;
			const end = index.end(row) - batch.offset;
			const isEdited = index.isInserted(row) || overlay.get(row) !== undefined;
			if (!isEdited && start === runEnd && isCanonicalLine(batch.bytes, start, end)) {
				runEnd = end;
				sent.addSame(row, index.rowInFile(row), batch.bytes, start, end);
				continue;
			}

			pieces.push(batch.bytes.subarray(copied, runEnd));
			copied = Math.max(runEnd, end);
			runEnd = copied;
			const line = records.currentBytes(row, batch.bytes.subarray(start, end));
			const lineEnd = contentEnd(line, 0, line.length);
			if (skipBlanks(line, 0, lineEnd) === lineEnd) continue;
			pieces.push(line.subarray(0, lineEnd), lineFeed);
			const length = lineEnd + lineFeed.length;
			if (isEdited) sent.add(row, line, 0, lineEnd, length);
			else sent.addSame(row, index.rowInFile(row), line, 0, lineEnd, length);
		}

		yield Buffer.concat([...pieces, batch.bytes.subarray(copied, runEnd)]);
	}
}

/** Returns a function that passes on the lines of a file, which are all canonical, without reading them; `undefined` if it is edited. */
export function unreadLines({index, overlay, firstRow, lastRow}: Records): PassUnread | undefined {
	if (overlay.size > 0 || lastRow < firstRow || index.start(firstRow) > 0) return undefined;
	return onRecord => {
		const sent = new SentRecords(onRecord);
		for (let row = firstRow; row <= lastRow; row++) sent.addUnread(row, index.end(row) - index.start(row));
	};
}

/** True if a line has a value and ends with LF alone. */
export function isCanonicalLine(bytes: Buffer, start: number, end: number): boolean {
	if (bytes[end - 1] !== byte.lineFeed || bytes[end - 2] === byte.carriageReturn) return false;
	return skipBlanks(bytes, start, end) < end;
}
