import type {Codes} from '../../../source/kinds/codes.ts';
import type {Finding, Fix} from '../../../source/kinds/problem.ts';
import type {CellSpans} from '../../../source/records/cell-spans.ts';

/** The fields of a note: where the column is, its type, and what it holds. */
export const noteFields = ['path', 'type', 'note'] as const;

export const noteCodes: Codes = new Map([
	['path', {severity: 'error', title: 'a path that does not name database, schema, table and column'}],
	['duplicate-path', {severity: 'error', title: 'a path that an earlier row has too'}],
	['short', {severity: 'error', title: 'a row without three cells'}],
	['upper-type', {severity: 'warning', title: 'a type in upper case'}],
	['blank-row', {severity: 'warning', title: 'an empty row'}],
]);

/** Returns what is wrong with a row alone. */
export function findingsOf(row: number, record: CellSpans): readonly Finding[] {
	if (record.isBlank) return [{row, code: 'blank-row'}];
	if (record.count !== noteFields.length) return [{row, code: 'short'}];
	const type = record.value(1);
	return [
		...(record.value(0).split('.').length === 4 ? [] : [{row, code: 'path', field: 'path'}]),
		...(type === type.toLowerCase() ? [] : [{row, code: 'upper-type', field: 'type'}]),
	];
}

/** Returns what can be done about a finding, by the value of its cell. */
export function fixesOf({code}: Finding, value: string): readonly Fix[] {
	if (code !== 'upper-type') return [];
	const changes = [{field: 'type', value: value.toLowerCase()}];
	return [{kind: 'cells', title: 'lower case', safe: true, changes}];
}
