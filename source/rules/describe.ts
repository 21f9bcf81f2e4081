import {cellRules} from './cell/index.ts';
import {codes} from './codes.ts';
import {trim} from './field.ts';
import type {Finding, Fix, Problem} from './problem.ts';
import {rowRules} from './row/index.ts';
import type {RowView} from './row-view.ts';

/** Makes a finding readable: value, message and fixes are worked out from the row as it stands now. */
export function describe(finding: Finding, row: RowView, firstRow: number | undefined): Problem {
	const {severity} = codes[finding.code];
	if (finding.code === 'duplicate-row') {
		return {
			...finding,
			severity,
			value: row.value('col_name'),
			message: `The same column stands in row ${firstRow ?? '?'} already. Leave one of the two out, or correct its name.`,
			...(firstRow === undefined ? {} : {related: firstRow}),
			fixes: [],
		};
	}

	const {field} = finding;
	const rule = cellRules.find(({code}) => code === finding.code);
	if (rule === undefined || field === undefined) {
		const message = rowRules.find(({code}) => code === finding.code)?.message(row) ?? '';
		return {...finding, severity, value: '', message, fixes: []};
	}

	const value = trim(row.value(field));
	const neighbours = (other: Parameters<RowView['value']>[0]) => trim(row.value(other));
	const fixes = rule.fixes(field, value, neighbours).filter(fix => mends(fix, rule.broken));
	return {...finding, severity, value: row.value(field), message: rule.message(field, value), fixes};
}

/** A fix whose own value would break the rule again is none. */
function mends(fix: Fix, broken: (value: string) => boolean): boolean {
	return fix.changes.every(change => !broken(trim(change.value)));
}
