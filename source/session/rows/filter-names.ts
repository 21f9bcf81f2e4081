import {columnOf} from '../../kinds/header.ts';
import type {Session} from '../session.ts';
import type {FilterNames} from './filter-language.ts';

/** Returns the names that a filter of a file can use: its header labels and their fields. */
export function filterNames({header, kind}: Session): FilterNames {
	const {labels, mapping} = header;
	const named = Object.keys(mapping);
	return {
		columnOf(name) {
			const column = columnOf(labels, name);
			if (column !== undefined) return column;
			const field = kind.fieldOfLabel(name);
			return field === undefined ? undefined : mapping[field];
		},
		fields: [...new Set([...named, ...labels.map(label => label.trim()).filter(label => label !== '')])],
		codes: [...kind.codes.keys()],
	};
}
