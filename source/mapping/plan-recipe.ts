import {columnOf, noField} from '../kinds/header.ts';
import {type Field, fields, nameFields} from '../kinds/warehouse/field.ts';
import {readHeader} from '../kinds/warehouse/header.ts';
import {nearest} from '../text/nearest.ts';
import type {Recipe, SkipCondition} from './recipe.ts';

/** Where the value of a field comes from. */
export type FieldSource =
	| {readonly kind: 'column'; readonly column: number}
	/** A part of a column, of several. */
	| {readonly kind: 'part'; readonly column: number; readonly part: number; readonly parts: number}
	| {readonly kind: 'constant'; readonly value: string};

/** The rows to skip, by the value of a column, or of their only cell. */
export type SkippedRows = {readonly column: number | undefined; readonly value: string};

/** A recipe for the columns of one file. */
export type RecipePlan = {
	readonly labels: readonly string[];
	readonly sources: ReadonlyMap<Field, FieldSource>;
	/** The columns whose empty cells take the value above, with their fields. */
	readonly fillDown: readonly {readonly field: Field; readonly column: number}[];
	readonly skipRows: readonly SkippedRows[];
	readonly recipe: Recipe;
	/** The required fields without a column and a value. */
	readonly missing: readonly Field[];
};

/** Why a recipe does not fit a file. */
export type RecipeProblem =
	/** The file has no such column; `similar` is the most similar label of those that it has. */
	| {
			readonly code: 'missing-column';
			readonly part: 'mapping' | 'split' | 'skipRows';
			readonly column: string;
			readonly similar: string | undefined;
			readonly labels: readonly string[];
	  }
	/** Several columns have the same field. */
	| {readonly code: 'repeated-field'; readonly field: Field; readonly columns: readonly string[]}
	/** The values of a field cannot be filled down: it has no column. */
	| {readonly code: 'no-column'; readonly field: Field};

/** Finds the columns of a recipe in a file. Returns all problems if it does not fit. */
export function planRecipe(
	labels: readonly string[],
	recipe: Recipe,
): {readonly plan: RecipePlan} | {readonly problems: readonly RecipeProblem[]} {
	const problems: RecipeProblem[] = [];
	const find = (part: 'mapping' | 'split' | 'skipRows', column: string): number | undefined => {
		const found = columnOf(labels, column);
		if (found === undefined) {
			problems.push({code: 'missing-column', part, column, similar: nearest(column, labels), labels});
		}

		return found;
	};
	// A column that is not sent may also be absent.
	for (const [column, field] of Object.entries(recipe.mapping ?? {})) if (field !== noField) find('mapping', column);
	const sources = new Map([...constantSources(recipe), ...splitSources(recipe, problems, find)]);
	for (const source of columnSources(labels, recipe, sources, problems)) sources.set(...source);
	const skipRows = (recipe.skipRows ?? []).map(({column, value}: SkipCondition) => ({
		column: column === undefined ? undefined : find('skipRows', column),
		value: value.trim(),
	}));
	const fillDown = (recipe.fillDown ?? []).flatMap(field => {
		const source = sources.get(field);
		if (source !== undefined && source.kind !== 'constant') return [{field, column: source.column}];
		problems.push({code: 'no-column', field});
		return [];
	});
	if (problems.length > 0) return {problems};
	const missing = nameFields.filter(field => !sources.has(field));
	return {plan: {labels, sources, fillDown, skipRows, recipe, missing}};
}

type Source = readonly [field: Field, source: FieldSource];

function constantSources({constants = {}}: Recipe): readonly Source[] {
	return fields.flatMap(field => {
		const value = constants[field];
		return value === undefined ? [] : [[field, {kind: 'constant', value}]];
	});
}

function splitSources(
	{split = {}}: Recipe,
	problems: RecipeProblem[],
	find: (part: 'split', column: string) => number | undefined,
): readonly Source[] {
	const columns = new Map<Field, string>();
	return Object.entries(split).flatMap(([name, parts]) => {
		const column = find('split', name);
		return parts.flatMap((field, part): readonly Source[] => {
			const other = columns.get(field);
			if (other !== undefined) problems.push({code: 'repeated-field', field, columns: [other, name]});
			columns.set(field, name);
			return column === undefined ? [] : [[field, {kind: 'part', column, part, parts: parts.length}]];
		});
	});
}

/** Returns the fields that are columns: by the recipe, else by their labels. */
function columnSources(
	labels: readonly string[],
	{mapping = {}}: Recipe,
	known: ReadonlyMap<Field, FieldSource>,
	problems: RecipeProblem[],
): readonly Source[] {
	const header = readHeader(labels, mapping);
	for (const problem of header.found) {
		if (problem.code === 'duplicate-label' && !known.has(problem.field)) {
			problems.push({code: 'repeated-field', field: problem.field, columns: problem.labels});
		}
	}

	return fields.flatMap((field): readonly Source[] => {
		const column = header.mapping[field];
		return column === undefined || known.has(field) ? [] : [[field, {kind: 'column', column}]];
	});
}
