import type {SampleRows} from './plain-column.ts';
import type {MappingProposal} from './proposal.ts';
import {type FieldColumns, proposeFillDown} from './propose-fill-down.ts';
import type {SkipCondition} from './recipe.ts';

/** The most rows that are skipped by their own values. */
const mostTitles = 5;

/** Returns what the rows of a sample show: merged cells, rows that describe tables, and rows that are no columns. */
export function proposeRowParts(
	rows: SampleRows,
	columns: FieldColumns,
	nameOf: (column: number) => string,
): Pick<MappingProposal, 'fillDown' | 'tableRows' | 'skipRows'> {
	const column = columns.get('col_name');
	if (column === undefined) return {fillDown: proposeFillDown(rows, columns), tableRows: false, skipRows: []};
	const filled = rows.filter(row => row.some(cell => cell !== ''));
	const titles = filled.filter(row => isTitle(row, column, filled, columns));
	const rest = filled.filter(row => !titles.includes(row));
	const without = rest.filter(row => (row[column] ?? '') === '');
	const table = columns.get('name');
	const isTableRow = (row: readonly string[]) => table !== undefined && (row[table] ?? '') !== '';
	const tableRows = hasTableRows(
		rest.filter(row => (row[column] ?? '') !== ''),
		without.filter(isTableRow),
		columns,
	);
	const others = without.filter(row => !(tableRows && isTableRow(row)));
	return {
		fillDown: proposeFillDown(rest, columns),
		tableRows,
		skipRows: [
			...(others.length > 0 ? [{column: nameOf(column), value: ''}] : []),
			...titleConditions(titles, filled, {column, type: columns.get('col_type')}, nameOf),
		],
	};
}

/** True if rows without a column name tables that other rows have, or that follow with merged cells. */
function hasTableRows(records: SampleRows, candidates: SampleRows, columns: FieldColumns): boolean {
	const table = columns.get('name');
	if (table === undefined || candidates.length === 0) return false;
	const names = new Set(records.map(row => row[table] ?? ''));
	return names.has('') || candidates.some(row => names.has(row[table] ?? ''));
}

/** True for a row with one cell, in the column of names, that is no name: a title or a note. */
function isTitle(row: readonly string[], column: number, rows: SampleRows, columns: FieldColumns): boolean {
	const text = row[column] ?? '';
	if (text === '' || row.some((cell, at) => at !== column && cell !== '')) return false;
	const full = rows.filter(other => other.some((cell, at) => at !== column && cell !== ''));
	if (full.length < rows.length / 2) return false;
	const type = columns.get('col_type');
	if (type !== undefined && full.every(other => (other[type] ?? '') !== '')) return true;
	return /\s/.test(text) && full.filter(other => /\s/.test(other[column] ?? '')).length <= full.length * 0.1;
}

/** Returns the conditions for titles: an empty type if each other row has one, else each title by its text. */
function titleConditions(
	titles: SampleRows,
	rows: SampleRows,
	{column, type}: {readonly column: number; readonly type: number | undefined},
	nameOf: (column: number) => string,
): readonly SkipCondition[] {
	if (titles.length === 0) return [];
	if (type !== undefined && rows.every(row => titles.includes(row) || (row[type] ?? '') !== '')) {
		return [{column: nameOf(type), value: ''}];
	}

	const texts = [...new Set(titles.map(row => row[column] ?? ''))];
	return texts.length > mostTitles ? [] : texts.map(value => ({column: nameOf(column), value}));
}
