import {allCodes} from '../../kinds/warehouse/codes.ts';
import {fieldOfLabel} from '../../kinds/warehouse/field.ts';
import {columnOf} from '../../kinds/warehouse/header.ts';
import type {Session} from '../session.ts';
import type {FilterNames} from './filter-language.ts';

/** Returns the names that a filter of a file can use: its header labels, and the fields that they mean. */
export function filterNames({header}: Session): FilterNames {
	const {labels, mapping} = header;
	const named = Object.keys(mapping);
	return {
		columnOf(name) {
			const column = columnOf(labels, name);
			if (column !== undefined) return column;
			const field = fieldOfLabel(name);
			return field === undefined ? undefined : mapping[field];
		},
		fields: [...new Set([...named, ...labels.map(label => label.trim()).filter(label => label !== '')])],
		codes: allCodes,
	};
}
