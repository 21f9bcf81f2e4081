import type {Fix} from '../problem.ts';
import type {JsonRow} from './json-row.ts';
import {renamed} from './renamed.ts';

/**
Returns the fixes as they are applied to a row. Where keys of the row are misspelt, new values are written together with the right
keys: the right key alone would be one more key of the object.
*/
export function forRow(fixes: readonly Fix[], row: JsonRow): readonly Fix[] {
	if (row.line.misspelt.length === 0 || fixes.length === 0) return fixes;
	const text = renamed(row);
	return fixes.map(fix => {
		if (fix.kind !== 'cells') return fix;
		const values = new Map(fix.changes.map(({field, value}) => [row.columnOf(field), value]));
		const {title, safe} = fix;
		return {kind: 'rewrite', title, safe, record: row.withValues(text, values)};
	});
}
