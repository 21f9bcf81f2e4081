import type {Finding, Problem} from '../kinds/problem.ts';
import {type ConflictTexts, describe, type Surroundings} from '../kinds/warehouse/describe.ts';
import {type Field, isNullMark, nameFields, trim} from '../kinds/warehouse/field.ts';
import {judgeRow} from '../kinds/warehouse/judge-row.ts';
import {proposalOf, reportingRow, type TableField} from '../kinds/warehouse/keys/conflicts.ts';
import type {Twin} from '../kinds/warehouse/keys/relations.ts';
import {tableFields} from '../kinds/warehouse/keys/row-facts.ts';
import {RowView} from '../kinds/warehouse/row-view.ts';
import type {Session} from './session.ts';

/** The fields by which rows are compared with each other: duplicates, conflicts within a warehouse table. */
export const comparedFields: ReadonlySet<Field> = new Set([...nameFields, ...tableFields]);

/** Rows of a warehouse table that are compared at each key at most. */
const comparedAtMost = 1000;

/** What is known of a row before an edit is applied to it. */
export type Draft = {
	readonly problems: readonly Problem[];
	/** Whether the other rows of its warehouse table were compared: not when it moves to another one, or that is large. */
	readonly isCompared: boolean;
};

/** Returns the problems that a row would have with these cells. */
export function judgeDraft(session: Session, row: number, cells: readonly string[]): Draft {
	const {header, records} = session;
	const bytes = Buffer.from(records.format.encode(cells));
	const view = new RowView(header, records).read(row, bytes, 0, bytes.length);
	const own = judgeRow(view, header.mapping);
	if (own.some(({field}) => field === undefined)) return {problems: own, isCompared: true};
	const rows = session.tableRows(row);
	const isCompared = rows.length <= comparedAtMost && rows.includes(row) && staysInTable(session, view);
	return {problems: isCompared ? [...own, ...compare(session, view, rows)] : own, isCompared};
}

function staysInTable({header: {mapping}, records}: Session, view: RowView): boolean {
	return (['database', 'schema', 'name'] as const).every(
		field => trim(view.value(field)) === trim(records.cells(view.row)[mapping[field] ?? -1] ?? ''),
	);
}

/** Returns the problems of a row with the others of its warehouse table, as the check would report them. */
function compare({header: {mapping}, records}: Session, view: RowView, rows: readonly number[]): readonly Problem[] {
	const textAt = (row: number, field: Field): string => {
		if (row === view.row) return trim(view.value(field));
		const column = mapping[field];
		return column === undefined ? '' : trim(records.cell(row, column));
	};
	const twin = twinOf(view, rows, row => textAt(row, 'col_name').toLowerCase());
	const conflicts = new Map<Field, ConflictTexts>();
	for (const field of tableFields) {
		const conflict = conflictOf(view, field, rows, row => textAt(row, field));
		if (conflict !== undefined) conflicts.set(field, conflict);
	}

	const {row} = view;
	const findings: readonly Finding[] = [
		...(twin === undefined ? [] : [{row, code: twin.code, field: 'col_name'} as const]),
		...[...conflicts.keys()].map(field => ({row, code: 'table-conflict', field}) as const),
	];
	const around: Surroundings = {twin: () => twin, conflict: (_row, field) => conflicts.get(field)};
	return findings.map(finding => describe(finding, view, around));
}

/** Returns another row of the same column, whichever of the two comes first: the person can change this one. */
function twinOf({row}: RowView, rows: readonly number[], nameOf: (row: number) => string): Twin | undefined {
	const name = nameOf(row);
	const twin = name === '' ? undefined : rows.find(other => other !== row && nameOf(other) === name);
	return twin === undefined ? undefined : {code: 'duplicate-row', row: twin};
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
		proposal: proposal.text,
		related: proposal.firstRow,
	};
}
