import {parse} from 'csv-parse/sync';

/** Parses a CSV to rows of cells. Deliberately independent of the program's own parser. */
export function readRows(text: string): string[][] {
	return parse(text, {relax_column_count: true});
}

/** The index of each column in the documented header. */
export const at = {name: 0, order: 3, database: 4, schema: 5, table: 6, text: 7, view: 8, updated: 9} as const;
const width = 10;
const yes = ['yes', 'y', '1', 'view'];
const no = ['no', 'n', '0', 'table', 'base table'];

/** Returns a row after its safe fixes. */
export function withSafeFixes(row: readonly string[]): string[] {
	if (row.length !== width) return [...row];
	const cells = [...row];
	cells[at.order] = cell(row, at.order).replace(/^([0-9]+)\.0+$/, '$1');
	const view = cell(row, at.view).toLowerCase();
	if (yes.includes(view)) cells[at.view] = 'true';
	if (no.includes(view)) cells[at.view] = 'false';
	const updated = cell(row, at.updated);
	if (/^[0-9]{13}$/.test(updated)) cells[at.updated] = updated.slice(0, 10);
	else if (/^[0-9-]+T[0-9:.]+(Z|[+-][0-9]{2}:[0-9]{2})$/.test(updated))
		cells[at.updated] = String(Math.floor(Date.parse(updated) / 1000));
	return cells;
}

/** Returns the errors as `row code`, in file order; `rows[0]` is the header. */
export function errorsOf(rows: readonly (readonly string[])[]): string[] {
	const errors: string[] = [];
	const keys = new Set<string>();
	const shared = new Map<string, string>();
	for (const [index, row] of rows.entries()) {
		if (index === 0) continue;
		const report = (code: string) => errors.push(`${index + 1} ${code}`);
		if (row.length !== width) {
			report(row.length < width ? 'missing-cell' : 'extra-cell');
			continue;
		}

		const place = [at.database, at.schema, at.table].map(column => cell(row, column));
		const names = [...place, cell(row, at.name).toLowerCase()];
		if (names.includes('')) report('required');
		if (names.some(name => name.includes('.'))) report('period-in-name');
		if (!/^[+-]?[0-9]+$/.test(cell(row, at.order))) report('integer');
		if (!/^(true|false)$/i.test(cell(row, at.view))) report('boolean');
		if (!/^[0-9]{1,10}$/.test(cell(row, at.updated))) report('epoch');
		if (!names.includes('') && keys.has(names.join('\0'))) report('duplicate-row');
		keys.add(names.join('\0'));
		const table = place.join('\0');
		const facts = [at.text, at.view, at.updated].map(column => cell(row, column)).join('\0');
		if (facts !== (shared.get(table) ?? facts)) report('table-conflict');
		if (!shared.has(table)) shared.set(table, facts);
	}

	return errors;
}

function cell(row: readonly string[], column: number): string {
	return (row[column] ?? '').trim();
}
