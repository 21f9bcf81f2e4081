import {type Header, type NamedColumns, readHeader, unreadHeader} from '../rules/header.ts';
import type {Table} from '../table/table.ts';

/** Reads the header of a table, as it stands now. */
export function headerOf(table: Table, named?: NamedColumns): Header {
	return table.isEditable(1) ? readHeader(table.cells(1), named) : unreadHeader;
}
