import {noField} from '../../kinds/header.ts';
import {type Field, fields, isField, nameFields} from '../../kinds/warehouse/field.ts';
import {readHeader} from '../../kinds/warehouse/header.ts';
import {columnName} from '../column-name.ts';
import type {MappingSample} from '../mapping-sample.ts';
import type {MappedField, Recipe} from '../recipe.ts';
import {isNamed, namedColumns} from './named-columns.ts';
import {partsOfRecipe, type RowPart, recipeOfParts} from './row-parts.ts';

/** The origin of the values of a field. */
export type Source =
	| {readonly kind: 'column'; readonly column: number}
	/** One value for every row. */
	| {readonly kind: 'constant'; readonly value: string}
	/** The parts of a column are these fields, in order. */
	| {readonly kind: 'split'; readonly column: number; readonly fields: readonly Field[]};

/** A mapping while it is made. */
export type Draft = {
	readonly sources: ReadonlyMap<Field, Source>;
	/** The fields whose empty cells take the value above. */
	readonly fillDown: ReadonlySet<Field>;
	readonly parts: readonly RowPart[];
};

/** Returns the mapping that a recipe describes, with the fields that labels name. */
export function draftOfRecipe(recipe: Recipe, {labels}: MappingSample): Draft {
	const {mapping} = readHeader(labels, recipe.mapping);
	const sources = new Map<Field, Source>();
	for (const field of fields) {
		const column = mapping[field];
		if (column !== undefined) sources.set(field, {kind: 'column', column});
	}

	for (const [name, parts] of Object.entries(recipe.split ?? {})) {
		const column = labels.findIndex((_, at) => columnName(labels, at) === name);
		if (column === -1) continue;
		for (const field of parts) sources.set(field, {kind: 'split', column, fields: parts});
	}

	for (const [field, value] of Object.entries(recipe.constants ?? {}))
		if (isField(field)) sources.set(field, {kind: 'constant', value});
	return {sources, fillDown: new Set(recipe.fillDown), parts: partsOfRecipe(recipe)};
}

/** Returns the recipe of a mapping. It lists no column whose label names its field, but those whose label names a field without a source. */
export function recipeOf(draft: Draft, sample: MappingSample): Recipe {
	const {encoding, delimiter, isDelimiterDetected, headerRow, isHeaderDetected, labels} = sample;
	const mapping: {[column: string]: MappedField} = {};
	const constants: {[F in Field]?: string} = {};
	const split: {[column: string]: readonly Field[]} = {};
	for (const [field, source] of draft.sources) {
		switch (source.kind) {
			case 'column':
				if (!isNamed(labels, field, source.column)) mapping[columnName(labels, source.column)] = field;
				break;
			case 'constant':
				constants[field] = source.value;
				break;
			case 'split':
				split[columnName(labels, source.column)] = source.fields;
				break;
			default:
				source satisfies never;
		}
	}

	for (const column of omittedColumns(draft, mapping, labels)) mapping[columnName(labels, column)] = noField;
	const fillDown = fields.filter(field => canFillDown(draft.sources.get(field)) && draft.fillDown.has(field));
	return {
		...(encoding === undefined ? {} : {encoding}),
		...(isDelimiterDetected ? {} : {delimiter}),
		...(isHeaderDetected ? {} : {headerRow}),
		...(isEmpty(mapping) ? {} : {mapping}),
		...(isEmpty(constants) ? {} : {constants}),
		...(fillDown.length === 0 ? {} : {fillDown}),
		...(isEmpty(split) ? {} : {split}),
		...recipeOfParts(draft.parts),
	};
}

/** Returns the columns that would be read as fields without a source. */
function omittedColumns(
	{sources}: Draft,
	mapping: {readonly [column: string]: MappedField},
	labels: readonly string[],
): readonly number[] {
	const omitted: number[] = [];
	// Without one column, the next with the same meaning would be read.
	for (const _ of labels) {
		const others = Object.fromEntries(omitted.map(column => [columnName(labels, column), noField] as const));
		const {mapping: read} = readHeader(labels, {...mapping, ...others});
		const found = fields.flatMap(field => (sources.has(field) ? [] : (read[field] ?? [])));
		if (found.length === 0) break;
		omitted.push(...found);
	}

	return omitted;
}

function isEmpty(value: object): boolean {
	return Object.keys(value).length === 0;
}

/** True if a source has cells that can be empty. */
export function canFillDown(source: Source | undefined): boolean {
	return source !== undefined && source.kind !== 'constant';
}

/** Returns the required fields that have no source. */
export function missingFields({sources}: Draft): readonly Field[] {
	return nameFields.filter(field => !sources.has(field));
}

/** Returns the columns that no field is read from, except those without a label and a value. */
export function unsentColumns({sources}: Draft, {labels, rows}: MappingSample): readonly number[] {
	const used = new Set([...sources.values()].flatMap(source => columnOfSource(source) ?? []));
	const isBlank = (text: string | undefined = '') => text.trim() === '';
	const hasContent = (label: string, column: number) => !isBlank(label) || rows.some(row => !isBlank(row[column]));
	return labels.flatMap((label, column) => (!used.has(column) && hasContent(label, column) ? [column] : []));
}

/** Returns the column of a source; `undefined` for a value that is the same in every row. */
export function columnOfSource(source: Source | undefined): number | undefined {
	return source === undefined || source.kind === 'constant' ? undefined : source.column;
}

/** Sets the source of a field, or of all fields of a split. Fields that had the same column lose it. */
export function withSource(draft: Draft, field: Field, source: Source, {labels}: MappingSample): Draft {
	const given = source.kind === 'split' ? source.fields : [field];
	const sources = new Map(draft.sources);
	for (const other of given) removeSource(sources, other);
	for (const [other, its] of draft.sources)
		if (columnOfSource(its) !== undefined && columnOfSource(its) === columnOfSource(source)) sources.delete(other);
	for (const other of given) sources.set(other, source);
	return settled(draft, sources, labels);
}

/** Removes the source of a field, and of the fields that are parts of the same column. */
export function withoutSource(draft: Draft, field: Field, {labels}: MappingSample): Draft {
	const sources = new Map(draft.sources);
	removeSource(sources, field);
	const before = draft.sources.get(field);
	return settled(draft, sources, labels, before?.kind === 'split' ? before.fields : [field]);
}

function removeSource(sources: Map<Field, Source>, field: Field): void {
	const source = sources.get(field);
	const others = source?.kind === 'split' ? source.fields : [];
	for (const other of [field, ...others])
		if (columnOfSource(sources.get(other)) === columnOfSource(source)) sources.delete(other);
}

/** Gives a column that is free now back to the field that its label names, except to those whose source the user has removed. */
function settled(
	draft: Draft,
	sources: Map<Field, Source>,
	labels: readonly string[],
	removed: readonly Field[] = [],
): Draft {
	for (const [field, columns] of namedColumns(labels)) {
		if (sources.has(field) || removed.includes(field)) continue;
		// A field that has lost its column gets another with its name; one that had none only a column that was used until now.
		const wasFree = draft.sources.has(field) ? new Set() : freeColumns(draft.sources, labels);
		const free = freeColumns(sources, labels);
		const column = columns.find(other => free.has(other) && !wasFree.has(other));
		if (column !== undefined) sources.set(field, {kind: 'column', column});
	}

	const fillDown = new Set([...draft.fillDown].filter(field => canFillDown(sources.get(field))));
	return {...draft, sources, fillDown};
}

function freeColumns(sources: ReadonlyMap<Field, Source>, labels: readonly string[]): ReadonlySet<number> {
	const used = new Set([...sources.values()].map(columnOfSource));
	return new Set([...labels.keys()].filter(column => !used.has(column)));
}

/** Fills down a field, or no longer does. */
export function toggleFillDown(draft: Draft, field: Field): Draft {
	const fillDown = new Set(draft.fillDown);
	if (!fillDown.delete(field)) fillDown.add(field);
	return {...draft, fillDown};
}
