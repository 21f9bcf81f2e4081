import {type Field, fieldOfLabel, fields} from '../../kinds/warehouse/field.ts';
import {nearest} from '../../text/nearest.ts';
import type {ParsedOption} from './option.ts';

/** Parses a field by its name or an alias, and continues with it. */
export function withField(text: string, next: (field: Field) => ParsedOption): ParsedOption {
	return withFields([text], ([field]) => (field === undefined ? unknownField(text) : next(field)));
}

/** Parses several fields, and continues with them. */
export function withFields(texts: readonly string[], next: (found: readonly Field[]) => ParsedOption): ParsedOption {
	const found: Field[] = [];
	for (const text of texts) {
		const field = fieldOfLabel(text);
		if (field === undefined) return unknownField(text);
		found.push(field);
	}

	return next(found);
}

function unknownField(text: string): ParsedOption {
	return {problem: {code: 'unknown-field', field: text, near: nearest(text, fields)}};
}
