import type {Records} from '../../records/records.ts';
import type {Finding, Problem} from '../problem.ts';
import type {DraftProblems} from '../record-checker.ts';
import {isNullMark} from '../values/null-mark.ts';
import {trim} from '../values/trim.ts';
import {checkRow} from './check-row.ts';
import {type ConflictTexts, describe, type RelatedRows} from './describe.ts';
import {type Field, nameFields} from './field.ts';
import type {WarehouseHeader} from './header.ts';
import {proposalOf, proposedValue, reportingRow, type TableField} from './keys/conflicts.ts';
import type {Duplicate} from './keys/relations.ts';
import {tableFields} from './keys/row-facts.ts';
import {RowView} from './row-view.ts';

/** The fields that are compared between rows, for duplicates and for conflicts within a warehouse table. */
export const comparedFields: ReadonlySet<Field> = new Set([...nameFields, ...tableFields]);

/** Maximum number of rows of a warehouse table to compare at each key press. */
const comparedRowsLimit = 1000;

/** The file that a draft belongs to, with the rows to compare it with. */
type DraftContext = {
	readonly header: WarehouseHeader;
	readonly records: Records;
	groupOf(row: number): readonly number[];
};

/** Returns the problems that a row would have with these cells, without those that depend on other rows. */
export function checkDraftAlone(
	header: WarehouseHeader,
	records: Records,
	row: number,
	cells: readonly string[],
): readonly Problem[] {
	return checkRow(viewOf(header, records, row, cells), header.mapping);
}

/**
Returns the problems that a row would have with these cells. The row is compared with the other rows of its warehouse table,
unless it moves to another table or the table is large.
*/
export function checkDraft(context: DraftContext, row: number, cells: readonly string[]): DraftProblems {
	const {header, records} = context;
	const view = viewOf(header, records, row, cells);
	const own = checkRow(view, header.mapping);
	if (own.some(({field}) => field === undefined)) return {problems: own, isCompared: true};
	const rows = context.groupOf(row);
	const isCompared = rows.length <= comparedRowsLimit && rows.includes(row) && staysInTable(context, view);
	return {problems: isCompared ? [...own, ...compare(context, view, rows)] : own, isCompared};
}

function viewOf(header: WarehouseHeader, records: Records, row: number, cells: readonly string[]): RowView {
	const bytes = Buffer.from(records.format.encode(cells));
	return new RowView(header, records).read(row, bytes, 0, bytes.length);
}

function staysInTable({header: {mapping}, records}: DraftContext, view: RowView): boolean {
	return (['database', 'schema', 'name'] as const).every(
		field => trim(view.value(field)) === trim(records.cells(view.row)[mapping[field] ?? -1] ?? ''),
	);
}

/** Returns the problems between a row and the others of its warehouse table, as the check would report them. */
function compare(
	{header: {mapping}, records}: DraftContext,
	view: RowView,
	rows: readonly number[],
): readonly Problem[] {
	const textAt = (row: number, field: Field): string => {
		if (row === view.row) return trim(view.value(field));
		const column = mapping[field];
		return column === undefined ? '' : trim(records.cell(row, column));
	};
	const duplicate = duplicateOf(view, rows, row => textAt(row, 'col_name').toLowerCase());
	const conflicts = new Map<Field, ConflictTexts>();
	for (const field of tableFields) {
		const conflict = conflictOf(view, field, rows, row => textAt(row, field));
		if (conflict !== undefined) conflicts.set(field, conflict);
	}

	const {row} = view;
	const findings: readonly Finding[] = [
		...(duplicate === undefined ? [] : [{row, code: duplicate.code, field: 'col_name'} as const]),
		...[...conflicts.keys()].map(field => ({row, code: 'table-conflict', field}) as const),
	];
	const around: RelatedRows = {
		duplicate: () => duplicate,
		conflict: (_row, field) => conflicts.get(field),
		numberOf: row => records.numberOf(row),
		valueAbove: () => '',
	};
	return findings.map(finding => describe(finding, view, around));
}

/** Returns another row of the same column, before or after this one: the user is editing this one. */
function duplicateOf({row}: RowView, rows: readonly number[], nameOf: (row: number) => string): Duplicate | undefined {
	const name = nameOf(row);
	const duplicate = name === '' ? undefined : rows.find(other => other !== row && nameOf(other) === name);
	return duplicate === undefined ? undefined : {code: 'duplicate-row', row: duplicate};
}

/** Returns the conflict that the row would report in a field. */
function conflictOf(
	view: RowView,
	field: TableField,
	rows: readonly number[],
	textAt: (row: number) => string,
): ConflictTexts | undefined {
	const found = new Map<string, {readonly firstRow: number; readonly text: string; count: number}>();
	for (const row of rows) {
		const text = textAt(row);
		if (isNullMark(text)) continue;
		const key = field === 'is_view' ? text.toLowerCase() : text;
		const known = found.get(key);
		if (known === undefined) found.set(key, {firstRow: row, text, count: 1});
		else known.count++;
	}

	const [first, ...others] = found.values();
	if (first === undefined || others.length === 0) return undefined;
	const proposal = proposalOf(field, [first, ...others], textAt);
	if (reportingRow([first, ...others], proposal) !== view.row) return undefined;
	return {
		table: nameFields.filter(name => name !== 'col_name').map(name => trim(view.value(name))),
		values: [first, ...others].toSorted((one, other) => other.count - one.count),
		proposal: proposedValue(field, proposal.text),
		related: proposal.firstRow,
	};
}
