import type {Field} from '../kinds/warehouse/field.ts';
import type {SampleRows} from './plain-column.ts';

/** The column of each field that has one. */
export type FieldColumns = ReadonlyMap<Field, number>;

/** The fields that rows of a table share, and that tables may have only in their first row. */
const sharedFields = ['database', 'schema', 'name', 'description', 'is_view', 'last_updated_time'] as const;

const keyFields: ReadonlySet<Field> = new Set(['database', 'schema', 'name']);

/** Returns the fields whose values are only in the row where they change, as with merged cells. */
export function proposeFillDown(rows: SampleRows, columns: FieldColumns): readonly Field[] {
	const column = columns.get('col_name');
	const table = columns.get('name');
	return sharedFields.filter(field => {
		const at = columns.get(field);
		if (at === undefined) return false;
		const cells = rows.map(row => row[at] ?? '');
		const isRecord = (row: number) => column === undefined || (rows[row]?.[column] ?? '') !== '';
		if (!isOnlyWhereItChanges(cells, isRecord)) return false;
		if (keyFields.has(field)) return true;
		return (
			table !== undefined &&
			isOnlyInFirstRows(
				cells,
				rows.map(row => row[table] ?? ''),
			)
		);
	});
}

/** True if the first row has a value, some records have none, and hardly any value is repeated in the next row. */
function isOnlyWhereItChanges(cells: readonly string[], isRecord: (row: number) => boolean): boolean {
	const empty = cells.filter((cell, row) => cell === '' && isRecord(row)).length;
	const filled = cells.filter(cell => cell !== '');
	const repeated = filled.filter((cell, at) => cell === filled[at - 1]).length;
	return cells[0] !== undefined && cells[0] !== '' && empty > 0 && repeated * 10 <= empty;
}

/** True if only the first row of each table has a value. */
function isOnlyInFirstRows(cells: readonly string[], tables: readonly string[]): boolean {
	let last: string | undefined;
	return cells.every((cell, row) => {
		const isFirst = tables[row] !== '' && tables[row] !== last;
		last = tables[row] || last;
		return isFirst || cell === '';
	});
}
