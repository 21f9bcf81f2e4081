import {isUtf8} from 'node:buffer';
import type {Records} from '../../records/records.ts';

/** Returns the code of the problem with the bytes of the header; `undefined` without one, or for a header that is too long. */
export function headerFault(records: Records): 'quote-error' | 'encoding-error' | undefined {
	const {headerRow} = records;
	if (headerRow === undefined || !records.isEditable(headerRow)) return undefined;
	const header = records.currentBytes(headerRow);
	if (records.read(header).isBroken) return 'quote-error';
	return isUtf8(header) ? undefined : 'encoding-error';
}
