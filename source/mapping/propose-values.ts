import {booleanOf} from '../kinds/values/boolean.ts';
import type {SampleRows} from './plain-column.ts';
import type {FieldColumns} from './propose-fill-down.ts';
import {tableTypes} from './value-words.ts';

/** Returns the types of tables in a sample that no fix makes a boolean of, with their booleans. */
export function proposeValues(rows: SampleRows, columns: FieldColumns): ReadonlyMap<string, string> {
	const at = columns.get('is_view');
	if (at === undefined) return new Map();
	const values = new Set(rows.map(row => row[at] ?? ''));
	const typeOf = (value: string) => tableTypes.get(value.toLowerCase());
	// Beside types of tables, T is a table, and not true.
	const isTable = (value: string) =>
		value.toLowerCase() === 't' && [...values].some(other => typeOf(other) !== undefined);
	return new Map(
		[...values].flatMap(value => {
			if (isTable(value)) return [[value, 'false']];
			const type = typeOf(value);
			return type === undefined || booleanOf(value) !== undefined ? [] : [[value, String(type === 'view')]];
		}),
	);
}
