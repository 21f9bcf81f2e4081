import {likelyEncoding} from '../kinds/bytes/windows-1252.ts';
import type {Records} from '../records/records.ts';
import type {Encoding} from '../records/source/encoding.ts';

/** Returns the likely encoding of a header that is not UTF-8; `undefined` for UTF-8, or if it is not recognized. */
export function likelyHeaderEncoding(records: Records): Encoding | undefined {
	const {headerRow} = records;
	if (headerRow === undefined || records.isTooLong(headerRow)) return undefined;
	return likelyEncoding(records.fileBytes(headerRow));
}
