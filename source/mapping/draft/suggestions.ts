import {isDeepStrictEqual} from 'node:util';
import {columnOf, noField} from '../../kinds/header.ts';
import type {Field} from '../../kinds/warehouse/field.ts';
import type {MappingSample} from '../mapping-sample.ts';
import type {Confidence} from '../proposal.ts';
import type {Recipe} from '../recipe.ts';
import {columnOfSource, type Draft, draftOfRecipe, type Source, withSource} from './draft.ts';
import {isNamed} from './named-columns.ts';
import {partsOfProposal} from './row-parts.ts';

/** A source that is proposed for a field, and why. It is not part of the mapping until the user accepts it. */
export type Suggestion = {
	readonly source: Source;
	/** True if empty cells should take the value above. */
	readonly fillDown: boolean;
	readonly confidence: Confidence;
	readonly reason: string;
};

export type Suggestions = ReadonlyMap<Field, Suggestion>;

/** A mapping, and the suggestions that the user has neither accepted nor replaced. */
export type Suggested = {readonly draft: Draft; readonly suggestions: Suggestions};

/** Returns the mapping of a recipe, with suggestions for what the recipe leaves open. */
export function suggest(recipe: Recipe, sample: MappingSample): Suggested {
	const draft = draftOfRecipe(recipe, sample);
	const isNew = !namesFields(recipe);
	const omitted = omittedColumns(recipe, sample);
	const isGiven = (field: Field, column: number) =>
		isNew
			? isNamed(sample.labels, field, column)
			: draft.sources.has(field) || isUsed(draft, column) || omitted.has(column);
	const suggestions = [...proposed(sample)].filter(
		([field, {source, fillDown}]) => !isGiven(field, columnOfSource(source) ?? -1) || (isNew && fillDown),
	);
	const parts = isNew ? partsOfProposal(sample.proposal) : [];
	return {draft: {...draft, parts: [...draft.parts, ...parts]}, suggestions: new Map(suggestions)};
}

/** True if a recipe names fields, so that its gaps are meant. */
export function namesFields({mapping, split, fillDown}: Recipe): boolean {
	return mapping !== undefined || split !== undefined || fillDown !== undefined;
}

/** Returns the columns that a recipe omits. */
function omittedColumns({mapping = {}}: Recipe, {labels}: MappingSample): ReadonlySet<number | undefined> {
	return new Set(
		Object.entries(mapping).flatMap(([name, field]) => (field === noField ? [columnOf(labels, name)] : [])),
	);
}

function isUsed({sources}: Draft, column: number): boolean {
	return [...sources.values()].some(source => columnOfSource(source) === column);
}

function proposed({proposal}: MappingSample): Suggestions {
	const {proposals, splits, fillDown} = proposal;
	const found = new Map<Field, Suggestion>();
	for (const {field, column, ...because} of proposals)
		found.set(field, {source: {kind: 'column', column}, fillDown: fillDown.includes(field), ...because});
	for (const {fields: parts, column, ...because} of splits) {
		const source = {kind: 'split', column, fields: parts} as const;
		for (const field of parts) found.set(field, {source, fillDown: fillDown.includes(field), ...because});
	}

	return found;
}

/** Accepts the suggestion for a field, with the other fields of its column. */
export function acceptField({draft, suggestions}: Suggested, field: Field, sample: MappingSample): Suggested {
	const suggestion = suggestions.get(field);
	if (suggestion === undefined) return {draft, suggestions};
	return acceptThese({draft, suggestions}, fieldsOf(suggestion, field), sample);
}

/** Accepts all suggestions, those about rows too. */
export function acceptAll({draft, suggestions}: Suggested, sample: MappingSample): Suggested {
	const accepted = acceptThese({draft, suggestions}, [...suggestions.keys()], sample);
	const parts = draft.parts.map(part => (part.status === 'proposed' ? ({...part, status: 'on'} as const) : part));
	return {...accepted, draft: {...accepted.draft, parts}};
}

function acceptThese({draft, suggestions}: Suggested, accepted: readonly Field[], sample: MappingSample): Suggested {
	let next = draft;
	// A suggested column can be that of a field whose own suggestion is another column.
	for (const field of accepted) {
		const suggestion = suggestions.get(field);
		if (suggestion !== undefined) next = withSource(next, field, suggestion.source, sample);
	}

	const fillDown = new Set(next.fillDown);
	for (const field of accepted) if (suggestions.get(field)?.fillDown === true) fillDown.add(field);
	return {draft: {...next, fillDown}, suggestions: withoutSuggestions(suggestions, accepted)};
}

/** Removes the suggestions for fields. */
export function withoutSuggestions(suggestions: Suggestions, removed: readonly Field[]): Suggestions {
	return new Map([...suggestions].filter(([field]) => !removed.includes(field)));
}

/** Returns the fields that a suggestion is for. */
export function fieldsOf({source}: Suggestion, field: Field): readonly Field[] {
	return source.kind === 'split' ? source.fields : [field];
}

/** A field as the screen shows it: with what is suggested. */
export type ShownField = {
	readonly source: Source | undefined;
	readonly fillDown: boolean;
	/** True if the user has not accepted this yet. */
	readonly isProposed: boolean;
	/** Why it is suggested; absent if a suggestion for another field takes its column. */
	readonly suggestion: Suggestion | undefined;
};

/** Returns a field as if all suggestions were accepted. */
export function shownField(suggested: Suggested, field: Field, sample: MappingSample): ShownField {
	const {draft} = acceptAll(suggested, sample);
	const suggestion = suggested.suggestions.get(field);
	const source = draft.sources.get(field);
	return {
		source,
		fillDown: draft.fillDown.has(field),
		isProposed: suggestion !== undefined || !isDeepStrictEqual(source, suggested.draft.sources.get(field)),
		suggestion,
	};
}

/** Returns the fields of suggestions that only values show, and that may well be wrong. */
export function possibleFields({suggestions}: Suggested): readonly Field[] {
	return [...suggestions].flatMap(([field, {confidence}]) => (confidence === 'possible' ? [field] : []));
}

/** Returns the number of suggestions that are neither accepted nor replaced. */
export function countSuggestions({draft, suggestions}: Suggested): number {
	return suggestions.size + draft.parts.filter(({status}) => status === 'proposed').length;
}
