import type {RecordFormat} from './record-format.ts';

/** The first bytes of a file; `isWhole` if they are all. */
export type FirstBytes = {readonly bytes: Buffer; readonly isWhole: boolean};

/** Returns the cells of the first records in some bytes, at most `most`. A record that the bytes may not have in full is dropped. */
export function firstRecords(
	{bytes, isWhole}: FirstBytes,
	format: RecordFormat,
	most: number,
): ReadonlyArray<readonly string[]> {
	const scanner = format.scanner();
	const records: (readonly string[])[] = [];
	for (let at = format.textStart(bytes); at < bytes.length && records.length < most; ) {
		const next = scanner.next(bytes, at, bytes.length, isWhole ? 'end' : 'more');
		if (next <= at) break;
		records.push(scanner.values());
		at = next;
	}

	return records;
}
