import type {Field} from '../../../kinds/warehouse/field.ts';
import {draftOfRecipe, type Source, unsentColumns} from '../../../mapping/draft/draft.ts';
import {isNamed} from '../../../mapping/draft/named-columns.ts';
import {columnLabel} from '../../../mapping/draft/sample-values.ts';
import type {MappingSample} from '../../../mapping/mapping-sample.ts';
import type {Recipe} from '../../../mapping/recipe.ts';
import {summaryTexts as texts} from './texts.ts';

/** Returns how a recipe differs from what the labels name, in one line; `undefined` if it does not. */
export function mappingSummary(recipe: Recipe, sample: MappingSample): string | undefined {
	const draft = draftOfRecipe(recipe, sample);
	const parts = [...draft.sources].flatMap(([field, source]) => sourceSummary(field, source, sample) ?? []);
	const unsent = unsentColumns(draft, sample).map(column => columnLabel(sample, column));
	// A line that is cut shows its beginning: the columns that are not sent come first.
	const all = [
		...(unsent.length === 0 ? [] : [texts.unsent(unsent)]),
		...(parts.length === 0 ? [] : [parts.join(', ')]),
	];
	return all.length === 0 ? undefined : all.join('; ');
}

/** Returns the source of a field; `undefined` if it is the column whose label names the field. */
function sourceSummary(field: Field, source: Source, sample: MappingSample): string | undefined {
	switch (source.kind) {
		case 'column':
			return isNamed(sample.labels, field, source.column)
				? undefined
				: texts.mapped(columnLabel(sample, source.column), field);
		case 'constant':
			return texts.constant(field, source.value);
		case 'split':
			return source.fields[0] === field
				? texts.mapped(columnLabel(sample, source.column), source.fields.join('.'))
				: undefined;
	}
}
