import {trim} from './field.ts';
import type {RowView} from './row-view.ts';

/** Stands between the parts of a key: a character that no warehouse has in its names. */
const separator = '\u0000';

/**
What makes a row the description of one column: database, schema, table, and the column's name without regard to case
(Secoda lower-cases it [doc]); all trimmed. `undefined` when a part is empty.
*/
export function columnKey(row: RowView): string | undefined {
	const table = tableKey(row);
	const column = trim(row.value('col_name'));
	return table === undefined || column === '' ? undefined : `${table}${separator}${column.toLowerCase()}`;
}

/** What makes a warehouse table: database, schema and name, trimmed. `undefined` when a part is empty. */
export function tableKey(row: RowView): string | undefined {
	return joinKey(trim(row.value('database')), trim(row.value('schema')), trim(row.value('name')));
}

/** The key of a resource by its names. `undefined` when one is empty. */
export function joinKey(...names: readonly string[]): string | undefined {
	return names.includes('') ? undefined : names.join(separator);
}
