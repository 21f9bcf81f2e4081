import type {RowNumber} from '../../records/row-numbers.ts';
import {plural} from '../../text/format.ts';
import type {Finding, Fix, Problem} from '../problem.ts';
import {trim} from '../values/trim.ts';
import {rulesOf} from './cell/index.ts';
import {codes} from './codes.ts';
import type {Field} from './field.ts';
import {toWarehouseFinding} from './finding.ts';
import type {Duplicate} from './keys/relations.ts';
import {caseCollision} from './relation/case-collision.ts';
import {duplicateRow} from './relation/duplicate-row.ts';
import {tableConflict} from './relation/table-conflict.ts';
import {rowRules} from './row/index.ts';
import type {RowView} from './row-view.ts';

/** The values that the rows of a warehouse table have for one of its fields. */
export type ConflictTexts = {
	/** Database, schema and table. */
	readonly table: readonly string[];
	/** Every value with the number of its rows; the commonest first. */
	readonly values: ReadonlyArray<{readonly text: string; readonly count: number}>;
	readonly proposal: string;
	/** A row that has the proposal. */
	readonly related: number;
};

/** Access to the other rows that a problem is about. */
export type RelatedRows = {
	duplicate(row: number): Duplicate | undefined;
	conflict(row: number, field: Field): ConflictTexts | undefined;
	/** Returns the number of a row for the user. */
	numberOf(row: number): RowNumber;
	/** Returns the nearest value above, trimmed; empty without one. */
	valueAbove(row: number, field: Field): string;
};

/** Maximum number of values of a conflict to list. */
const valuesListed = 4;
const longestValue = 60;
const longestTitle = 160;

/** Returns the problem of a finding: value, message and fixes are derived from the current row. */
export function describe(found: Finding, view: RowView, related: RelatedRows): Problem {
	const finding = toWarehouseFinding(found);
	const {code, field, row} = finding;
	const problem = {...finding, severity: codes[code].severity};
	if (code === 'duplicate-row' || code === 'case-collision') {
		return {
			...problem,
			value: view.value('col_name'),
			...duplicateTexts(code, related.duplicate(row), related),
			fixes: [],
		};
	}

	if (field === undefined) {
		const rule = rowRules.find(rule => rule.code === code);
		return {
			...problem,
			value: '',
			message: rule?.message(view) ?? '',
			fixes: view.reader.tooLong ? [] : (rule?.fixes ?? []),
		};
	}

	if (code === 'table-conflict') {
		// The other rows are read with the same view, so the value of this row is read first.
		const value = view.value(field);
		const conflict = related.conflict(row, field);
		return {...problem, value, ...(conflict ? conflictTexts(field, conflict) : {message: '', fixes: []})};
	}

	const rule = rulesOf.get(field)?.find(rule => rule.code === code);
	const value = trim(view.value(field));
	const fixes =
		rule?.fixes(field, value, {
			beside: other => trim(view.value(other)),
			above: other => related.valueAbove(row, other),
		}) ?? [];
	return {
		...problem,
		value: view.value(field),
		message: rule?.message(field, value) ?? '',
		fixes: fixes
			.filter(fix => removesProblem(fix, value => rule?.isBroken(trim(value), value) ?? false))
			.map(withShortTitle),
	};
}

/** False if the fixed value would break the rule again. */
function removesProblem(fix: Fix, isBroken: (value: string) => boolean): boolean {
	return fix.kind !== 'cells' || fix.changes.every(change => !isBroken(change.value));
}

function duplicateTexts(
	code: Duplicate['code'],
	duplicate: Duplicate | undefined,
	related: RelatedRows,
): Pick<Problem, 'message' | 'related'> {
	const row = duplicate === undefined ? '?' : related.numberOf(duplicate.row);
	const message = code === 'duplicate-row' ? duplicateRow.message(row) : caseCollision.message(row);
	return duplicate === undefined ? {message} : {message, related: duplicate.row};
}

function conflictTexts(field: Field, conflict: ConflictTexts): Pick<Problem, 'message' | 'related' | 'fixes'> {
	const {table, values, proposal, related} = conflict;
	const listed = values.slice(0, valuesListed).map(({text, count}) => `"${shortened(text)}" (${plural(count, 'row')})`);
	const more = values.length > valuesListed ? `, and ${values.length - valuesListed} more` : '';
	return {
		message: tableConflict.message(
			table.map(part => shortened(part)).join('.'),
			field,
			values.length,
			`${listed.join(', ')}${more}`,
		),
		related,
		fixes: [
			{
				kind: 'group',
				title: tableConflict.fixTitle(shortened(proposal)),
				safe: false,
				change: {field, value: proposal},
			},
		],
	};
}

/** Shortens the title of a fix: it contains the new value, which may be megabytes long. */
function withShortTitle(fix: Fix): Fix {
	return fix.title.length > longestTitle ? {...fix, title: shortened(fix.title, longestTitle)} : fix;
}

function shortened(text: string, most = longestValue): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}
