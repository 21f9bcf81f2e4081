import type {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import type {Header, Mapping} from '../header.ts';

/** Returns the header of a JSON Lines file: each key is a field of its own. Keys that are found during the check are added. */
export function jsonHeader({columns}: JsonLinesFormat): Header {
	const {labels} = columns;
	let mapping: Mapping = {};
	let mapped = 0;
	return {
		labels,
		problems: [],
		missing: [],
		get mapping() {
			if (mapped < labels.length) mapping = mappingOf(labels);
			mapped = labels.length;
			return mapping;
		},
	};
}

/** Returns the column of each label; the first one of a label that occurs twice. */
export function mappingOf(labels: readonly string[]): Mapping {
	return Object.fromEntries(Array.from(labels, (label, column) => [label, column] as const).reverse());
}
