import {type Header, type NamedColumns, readHeader, unreadHeader} from '../kinds/warehouse/header.ts';
import type {Records} from '../records/records.ts';

/** Reads the header of a table, as it stands now. */
export function headerOf(records: Records, named?: NamedColumns): Header {
	return records.isEditable(1) ? readHeader(records.cells(1), named) : unreadHeader;
}
