import {parse} from 'csv-parse/sync';

/** A CSV as rows of cells. Own and small on purpose: the example is judged without the program's own reading. */
export function readRows(text: string): string[][] {
	return parse(text, {relax_column_count: true});
}

/** The columns by their place in the documented header. */
export const at = {name: 0, order: 3, database: 4, schema: 5, table: 6, text: 7, view: 8, updated: 9} as const;
const width = 10;
const yes = ['yes', 'y', '1', 'view'];
const no = ['no', 'n', '0', 'table', 'base table'];

/** A row with its safe fixes taken. */
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

/** Errors of the rules as `row code`, in file order; `rows[0]` is the header. */
export function errorsOf(rows: readonly (readonly string[])[]): string[] {
	const errors: string[] = [];
	const keys = new Set<string>();
	const shared = new Map<string, string>();
	for (const [index, row] of rows.entries()) {
		if (index === 0) continue;
		const say = (code: string) => errors.push(`${index + 1} ${code}`);
		if (row.length !== width) {
			say(row.length < width ? 'missing-cell' : 'extra-cell');
			continue;
		}

		const place = [at.database, at.schema, at.table].map(column => cell(row, column));
		const names = [...place, cell(row, at.name).toLowerCase()];
		if (names.includes('')) say('required');
		if (names.some(name => name.includes('.'))) say('period-in-name');
		if (!/^[+-]?[0-9]+$/.test(cell(row, at.order))) say('integer');
		if (!/^(true|false)$/i.test(cell(row, at.view))) say('boolean');
		if (!/^[0-9]{1,10}$/.test(cell(row, at.updated))) say('epoch');
		if (!names.includes('') && keys.has(names.join('\0'))) say('duplicate-row');
		keys.add(names.join('\0'));
		const table = place.join('\0');
		const facts = [at.text, at.view, at.updated].map(column => cell(row, column)).join('\0');
		if (facts !== (shared.get(table) ?? facts)) say('table-conflict');
		if (!shared.has(table)) shared.set(table, facts);
	}

	return errors;
}

function cell(row: readonly string[], column: number): string {
	return (row[column] ?? '').trim();
}
