import type {Finding, Fix, Problem} from '../problem.ts';
import {trim} from '../values/trim.ts';
import {rulesOf} from './cell/index.ts';
import {codes} from './codes.ts';
import type {Field} from './field.ts';
import {ownFinding} from './finding.ts';
import type {Twin} from './keys/relations.ts';
import {rowRules} from './row/index.ts';
import type {RowView} from './row-view.ts';

/** A conflict in words: what the rows of a warehouse table say of one of its fields. */
export type ConflictTexts = {
	/** Database, schema and table. */
	readonly table: readonly string[];
	/** Every value with the number of its rows; the commonest first. */
	readonly values: ReadonlyArray<{readonly text: string; readonly count: number}>;
	readonly proposal: string;
	/** A row that has the proposal. */
	readonly related: number;
};

/** What must be known of other rows to describe a problem of this one. */
export type Surroundings = {
	twin(row: number): Twin | undefined;
	conflict(row: number, field: Field): ConflictTexts | undefined;
};

/** How many values of a conflict are told. */
const valuesTold = 4;
const longestValue = 60;
const longestTitle = 160;

/** Makes a finding readable: value, message and fixes are worked out from the row as it stands now. */
export function describe(found: Finding, view: RowView, around: Surroundings): Problem {
	const finding = ownFinding(found);
	const {code, field, row} = finding;
	const problem = {...finding, severity: codes[code].severity};
	if (code === 'duplicate-row' || code === 'case-collision') {
		return {...problem, value: view.value('col_name'), ...twinTexts(code, around.twin(row)), fixes: []};
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
		// The other rows are read with the same view, so this row's own value is taken first.
		const value = view.value(field);
		const conflict = around.conflict(row, field);
		return {...problem, value, ...(conflict ? conflictTexts(field, conflict) : {message: '', fixes: []})};
	}

	const rule = rulesOf.get(field)?.find(rule => rule.code === code);
	const value = trim(view.value(field));
	const fixes = rule?.fixes(field, value, other => trim(view.value(other))) ?? [];
	return {
		...problem,
		value: view.value(field),
		message: rule?.message(field, value) ?? '',
		fixes: fixes
			.filter(fix => removesProblem(fix, value => rule?.broken(trim(value), value) ?? false))
			.map(withShortTitle),
	};
}

/** A fix whose own value would break the rule again is none. */
function removesProblem(fix: Fix, broken: (value: string) => boolean): boolean {
	return fix.kind !== 'cells' || fix.changes.every(change => !broken(change.value));
}

function twinTexts(code: Twin['code'], twin: Twin | undefined): Pick<Problem, 'message' | 'related'> {
	const row = twin?.row ?? '?';
	const message =
		code === 'duplicate-row'
			? `The same column stands in row ${row} already. Leave one of the two out, or correct its name.`
			: `Row ${row} has the same names but for upper and lower case. Are they one column?`;
	return twin === undefined ? {message} : {message, related: twin.row};
}

function conflictTexts(field: Field, conflict: ConflictTexts): Pick<Problem, 'message' | 'related' | 'fixes'> {
	const {table, values, proposal, related} = conflict;
	const told = values.slice(0, valuesTold).map(({text, count}) => `"${shortened(text)}" in ${count}`);
	const more = values.length > valuesTold ? `, and ${values.length - valuesTold} more` : '';
	return {
		message: `The rows of table ${table.map(part => shortened(part)).join('.')} have ${values.length} values for ${field}: ${told.join(', ')}${more}.`,
		related,
		fixes: [
			{
				kind: 'group',
				title: `"${shortened(proposal)}" in every row of the table`,
				safe: false,
				change: {field, value: proposal},
			},
		],
	};
}

/** A title holds the new value, which may be megabytes long. */
function withShortTitle(fix: Fix): Fix {
	return fix.title.length > longestTitle ? {...fix, title: shortened(fix.title, longestTitle)} : fix;
}

function shortened(text: string, most = longestValue): string {
	return text.length > most ? `${text.slice(0, most)}…` : text;
}
