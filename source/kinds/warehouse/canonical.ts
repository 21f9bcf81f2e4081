import {foldLabel} from '../header.ts';
import {isNullMark} from '../values/null-mark.ts';
import {trim} from '../values/trim.ts';
import {type Field, fieldOfLabel, nameFields} from './field.ts';

const names: ReadonlySet<Field> = new Set(nameFields);

/**
Returns the canonical form of a value: names trimmed, `true`/`false`, digits, empty for null placeholders in the typed fields
(`0` for sort_order [doc: 0 = alphabetical]). Free text is not changed. The value must not have errors.
*/
export function canonicalValue(field: Field, value: string): string {
	if (names.has(field)) return trim(value);
	if (field === 'sort_order') return canonicalInteger(trim(value));
	if (field === 'is_view') return isNullMark(trim(value)) ? '' : trim(value).toLowerCase();
	if (field === 'last_updated_time') return isNullMark(trim(value)) ? '' : trim(value);
	return value;
}

function canonicalInteger(value: string): string {
	if (isNullMark(value)) return '0';
	// Works on the text, because parsing a million digits as a number takes a second.
	const digits = value.replace(/^[+-]?0*(?=\d)/, '');
	return value.startsWith('-') && digits !== '0' ? `-${digits}` : digits;
}

/** Returns the canonical label of a field. Both documented names of sort_order are kept [doc]. */
export function canonicalLabel(field: Field, label: string): string {
	const own = foldLabel(label);
	return field === 'sort_order' && own === 'col_sort_order' && fieldOfLabel(own) === field ? own : field;
}
