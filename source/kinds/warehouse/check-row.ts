import {asNumber} from '../../records/row-numbers.ts';
import type {Finding, Problem} from '../problem.ts';
import {trim} from '../values/trim.ts';
import {rulesOf} from './cell/index.ts';
import {describe, type RelatedRows} from './describe.ts';
import {fields} from './field.ts';
import type {WarehouseMapping} from './header.ts';
import {rowRules} from './row/index.ts';
import type {RowView} from './row-view.ts';

/** Returns the problems of one row, without those that depend on other rows. The row need not be in a file yet. */
export function checkRow(view: RowView, mapping: WarehouseMapping): readonly Problem[] {
	return findingsOf(view, mapping).map(finding => describe(finding, view, alone));
}

const alone: RelatedRows = {
	duplicate: () => undefined,
	conflict: () => undefined,
	numberOf: asNumber,
	valueAbove: () => '',
};

function findingsOf(view: RowView, mapping: WarehouseMapping): readonly Finding[] {
	const {row} = view;
	const rule = rowRules.find(({isBroken}) => isBroken(view));
	if (rule !== undefined) return [{row, code: rule.code}];
	return fields
		.filter(field => mapping[field] !== undefined)
		.flatMap(field => {
			const raw = view.value(field);
			const rules = rulesOf.get(field) ?? [];
			return rules.filter(({isBroken}) => isBroken(trim(raw), raw)).map(({code}) => ({row, code, field}));
		});
}
