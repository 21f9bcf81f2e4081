import {cellRules} from './cell/index.ts';
import {trim} from './field.ts';
import type {Finding} from './problem.ts';
import {rowRules} from './row/index.ts';
import type {RowView} from './row-view.ts';

/** What the rules about one row alone find, in the order in which a person steps through them. */
export function checkRow(row: RowView): Finding[] {
	const shape = rowRules.find(rule => rule.broken(row));
	if (shape !== undefined) return [{row: row.row, code: shape.code}];
	const findings: Finding[] = [];
	for (const rule of cellRules) {
		for (const field of rule.fields) {
			if (row.has(field) && rule.broken(trim(row.value(field)))) findings.push({row: row.row, code: rule.code, field});
		}
	}

	return findings;
}

/** Whether the row has the shape that the rules about cells and keys need. */
export function wellShaped(row: RowView): boolean {
	return !rowRules.some(rule => rule.broken(row));
}
