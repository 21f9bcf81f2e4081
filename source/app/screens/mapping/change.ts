import {isDeepStrictEqual} from 'node:util';
import {type Field, fields, nameFields} from '../../../kinds/warehouse/field.ts';
import {
	columnOfSource,
	missingFields,
	type Source,
	toggleFillDown,
	withoutSource,
	withSource,
} from '../../../mapping/draft/draft.ts';
import {
	acceptAll,
	acceptField,
	countSuggestions,
	fieldsOf,
	possibleFields,
	withoutSuggestions,
} from '../../../mapping/draft/suggestions.ts';
import {lineOf} from '../../components/line-editor/state.ts';
import {actionIndex, indexOfField} from './items.ts';
import type {MappingState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';

/** The required fields that mostly have one value, if no column has them. */
const typed: ReadonlySet<Field> = new Set(['database', 'schema', 'name']);

/** Accepts all suggestions, and continues with what is missing. */
export function acceptEverything(state: MappingState): MappingState {
	const notice = texts.accepted(countSuggestions(state), possibleFields(state).length);
	return goOn({...state, ...acceptAll(state, state.sample), notice});
}

/** Goes to the first field that still needs a source, mostly to type its value, or else to the action. */
export function goOn(state: MappingState): MappingState {
	const [field] = missingFields(state.draft);
	if (field === undefined) return {...state, mode: {name: 'fields'}, selected: actionIndex};
	return typed.has(field)
		? typeConstant(state, field)
		: {...state, mode: {name: 'fields'}, selected: indexOfField(field)};
}

/** Opens the line in which the value of a field for all rows is typed. */
export function typeConstant(state: MappingState, field: Field): MappingState {
	const source = state.draft.sources.get(field);
	const line = lineOf(source?.kind === 'constant' ? source.value : '');
	return {...state, mode: {name: 'constant', field, line}, selected: indexOfField(field)};
}

/** Takes a typed value, and continues with the next field that needs one. */
export function takeConstant(state: MappingState, field: Field, text: string): MappingState {
	const value = text.trim();
	const error = errorIn(field, value);
	if (error !== undefined) return {...state, mode: {name: 'constant', field, line: lineOf(text), error}};
	const next = setSource(state, field, {kind: 'constant', value});
	return countSuggestions(next) > 0 ? next : goOn(next);
}

function errorIn(field: Field, value: string): string | undefined {
	if (value === '') return texts.valueMissing;
	return value.includes('.') && nameFields.some(name => name === field) ? texts.valueHasPeriod : undefined;
}

/** Sets the source of a field. Suggestions for it, and for the same column, are replaced. */
export function setSource(state: MappingState, field: Field, source: Source): MappingState {
	const {draft, suggestions, sample} = state;
	const fieldsMode: MappingState = {...state, mode: {name: 'fields'}};
	const suggestion = suggestions.get(field);
	if (suggestion !== undefined && isDeepStrictEqual(suggestion.source, source))
		return withLost(state, {...fieldsMode, ...acceptField(state, field, sample)});
	const given = source.kind === 'split' ? source.fields : [field];
	const column = columnOfSource(source);
	const replaced = [...suggestions].flatMap(([other, suggested]) =>
		given.includes(other) || (column !== undefined && columnOfSource(suggested.source) === column)
			? fieldsOf(suggested, other)
			: [],
	);
	return withLost(state, {
		...fieldsMode,
		draft: withSource(draft, field, source, sample),
		suggestions: withoutSuggestions(suggestions, replaced),
	});
}

/** Rejects the suggestion for a field, or else removes its source. */
export function removeSource(state: MappingState, field: Field): MappingState {
	const {draft, suggestions, sample} = state;
	const suggestion = suggestions.get(field);
	if (suggestion !== undefined)
		return {...state, suggestions: withoutSuggestions(suggestions, fieldsOf(suggestion, field))};
	return withLost(state, {...state, draft: withoutSource(draft, field, sample)});
}

/** Fills the empty cells of a field, or no longer does. A suggestion for the field is accepted. */
export function fillDown(state: MappingState, field: Field): MappingState {
	const suggestion = state.suggestions.get(field);
	const accepted = acceptField(state, field, state.sample);
	const wanted = !(suggestion?.fillDown ?? state.draft.fillDown.has(field));
	const isFilled = accepted.draft.fillDown.has(field);
	return {...state, ...accepted, draft: isFilled === wanted ? accepted.draft : toggleFillDown(accepted.draft, field)};
}

/** Turns a line about rows on or off. */
export function setPart(state: MappingState, index: number, status: 'on' | 'off'): MappingState {
	const parts = state.draft.parts.map((part, at) => (at === index ? {...part, status} : part));
	return {...state, draft: {...state.draft, parts}};
}

/** Names the fields that have lost their source. */
function withLost(before: MappingState, after: MappingState): MappingState {
	const {selected} = before;
	const lost = fields.filter(
		field => before.draft.sources.has(field) && !after.draft.sources.has(field) && indexOfField(field) !== selected,
	);
	return lost.length === 0 ? after : {...after, notice: texts.lost(lost)};
}
