import {type Header, type NamedColumns, readHeader, unreadHeader} from '../kinds/warehouse/header.ts';
import type {Records} from '../records/records.ts';

/** Reads the header of a table, as it stands now. */
export function headerOf(records: Records, named?: NamedColumns): Header {
	const {labels} = records;
	return labels === undefined ? unreadHeader : readHeader(labels, named);
}
