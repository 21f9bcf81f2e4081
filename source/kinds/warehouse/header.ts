import type {Records} from '../../records/records.ts';
import {foldLabel, type Header, type MappingOverrides, noField} from '../header.ts';
import {type Field, fieldsOfLabels, isField, nameFields} from './field.ts';
import {describeFileProblem, type WarehouseFileProblem} from './file-problem.ts';

/** The column index (from 0) of each field. */
export type WarehouseMapping = {readonly [F in Field]?: number};

/** The header of a warehouse CSV. */
export type WarehouseHeader = {
	readonly labels: readonly string[];
	/** The labels as `foldLabel` writes them; as in the file, where other rows can have them again. */
	readonly folded: readonly string[];
	readonly mapping: WarehouseMapping;
	/** The columns without a label. */
	readonly blank: readonly number[];
	/** The problems of the labels. The rows are not checked if one of them is an error. */
	readonly found: readonly WarehouseFileProblem[];
};

/** Maps the labels of an open file to fields. */
export function readFileHeader(records: Records, named: MappingOverrides): WarehouseHeader {
	const header = readHeader(records.labels, named);
	const {labelsInFile} = records;
	return labelsInFile === undefined ? header : {...header, folded: labelsInFile.map(foldLabel)};
}

/** Maps labels to fields. The user's mapping (`named`) has priority over known labels. */
export function readHeader(labels: readonly string[] | undefined, named: MappingOverrides = {}): WarehouseHeader {
	return labels === undefined ? unreadHeader : readLabels(labels, named);
}

function readLabels(labels: readonly string[], named: MappingOverrides): WarehouseHeader {
	const byName = new Map(
		Object.entries(named).flatMap(([label, field]) =>
			isField(field) || field === noField ? [[foldLabel(label), field] as const] : [],
		),
	);
	const folded = labels.map(foldLabel);
	const known = new Set(folded);
	const given = (column: number): Field | typeof noField | undefined => {
		if (byName.size === 0) return undefined;
		const number = `#${column + 1}`;
		return byName.get(folded[column] ?? '') ?? (known.has(number) ? undefined : byName.get(number));
	};
	const taken = new Set(labels.flatMap((_, column) => fieldIn(given(column)) ?? []));
	const ownFields = fieldsOfLabels(labels, taken);
	const fieldOf = (column: number): Field | typeof noField | undefined => {
		const own = ownFields[column];
		return given(column) ?? (own !== undefined && taken.has(own) ? undefined : own);
	};
	const mapping: {[F in Field]?: number} = {};
	const blank: number[] = [];
	const found: WarehouseFileProblem[] = [];
	for (const [column, label] of labels.entries()) {
		const field = fieldOf(column);
		// Nobody needs to hear of a column that is omitted on purpose.
		if (field === noField) continue;
		if (field === undefined) {
			if (folded[column] === '') blank.push(column);
			else found.push({code: 'extra-label', label});
			continue;
		}

		const first = mapping[field];
		if (first === undefined) mapping[field] = column;
		else found.push({code: 'duplicate-label', field, labels: [labels[first] ?? '', label]});
	}

	const free = found.flatMap(problem => (problem.code === 'extra-label' ? [problem.label] : []));
	for (const field of nameFields) {
		if (mapping[field] === undefined) found.push({code: 'missing-label', field, free});
	}

	return {labels, folded, mapping, blank, found};
}

function fieldIn(given: Field | typeof noField | undefined): Field | undefined {
	return given === noField ? undefined : given;
}

/** The header of a file whose first row is too long. */
const unreadHeader: WarehouseHeader = {
	labels: [''],
	folded: [''],
	mapping: {},
	blank: [],
	found: [{code: 'record-too-long'}],
};

/** True if the rows under the header can be checked. */
export function isReadable({found}: WarehouseHeader): boolean {
	return found.every(({code}) => code === 'extra-label');
}

/** Converts a header to the form that is shared by all kinds. */
export function describeHeader({labels, mapping, found}: WarehouseHeader): Header {
	return {
		labels,
		mapping,
		problems: found.map(describeFileProblem),
		missing: nameFields.filter(field => mapping[field] === undefined),
	};
}
