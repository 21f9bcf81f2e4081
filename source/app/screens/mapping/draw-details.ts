import {type Field, nameFields} from '../../../kinds/warehouse/field.ts';
import {canBeConstant} from '../../../mapping/draft/choices.ts';
import {columnOfSource} from '../../../mapping/draft/draft.ts';
import {fieldSample} from '../../../mapping/draft/sample-values.ts';
import {countSuggestions, possibleFields, shownField} from '../../../mapping/draft/suggestions.ts';
import {obstacleText} from '../../../report/check/obstacle-text.ts';
import {cutTo, wrap} from '../../../text/fit.ts';
import {dividerLine} from '../../divider-line.ts';
import {keyOf} from '../../keys.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import type {Paint} from '../../theme.ts';
import {isInOwnRows, partText, sourceText} from './draw-items.ts';
import {selectedItem} from './items.ts';
import {fieldsKeys} from './keys.ts';
import {hiddenItems, mappingHeights} from './layout.ts';
import type {MappingState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';

/** Draws what is known about the selected line, under a divider with its name. */
export function drawDetails(state: MappingState, size: Size, paint: Paint): readonly string[] {
	const [title, about] = detailsOf(state);
	const {above, below} = hiddenItems(state, size);
	const hidden = texts.hidden(above, below);
	const name = hidden === '' ? title : `${cutTo(title, size.columns - hidden.length - 9)}  ${hidden}`;
	return [paint('dim', dividerLine(name, size.columns)), ...linesOf(about, mappingHeights(state, size).details, size)];
}

/** Returns texts in as many lines as the details have, each as long as there is room for the others. */
function linesOf(about: readonly string[], room: number, size: Size): readonly string[] {
	const lines: string[] = [];
	for (const [at, text] of about.entries()) {
		const left = room - lines.length - Math.min(about.length - at - 1, room - lines.length - 1);
		if (left > 0) lines.push(...wrap(text, size.columns - 2, left));
	}

	return Array.from({length: room}, (_, at) => ` ${lines[at] ?? ''}`);
}

function detailsOf(state: MappingState): readonly [title: string, about: readonly string[]] {
	const item = selectedItem(state);
	switch (item.kind) {
		case 'action': {
			const proposals = countSuggestions(state);
			const title = proposals > 0 ? texts.acceptAll(proposals) : texts.done;
			return [title, obstacleOf(state) ?? aboutAction(state)];
		}

		case 'field':
			return [texts.fieldTitle(item.field), aboutField(item.field, state)];
		case 'header':
			return [texts.header, [texts.aboutHeader]];
		case 'part':
			return [`${texts.rows}: ${texts.status[item.part.status]}`, [partText(item.part), texts.aboutPart]];
	}
}

/** Returns what makes the mapping of no use, and what to do. */
function obstacleOf({obstacle, sample}: MappingState): readonly string[] | undefined {
	if (obstacle === undefined) return undefined;
	const {problem, action} = obstacleText(obstacle, sample.headerRow);
	return [`${problem} ${action}`];
}

function aboutAction(state: MappingState): readonly string[] {
	if (countSuggestions(state) === 0) return [texts.aboutDone];
	const possible = possibleFields(state);
	return possible.length === 0 ? [texts.aboutAccept] : [texts.aboutPossible(possible), texts.aboutNothing];
}

function aboutField(field: Field, state: MappingState): readonly string[] {
	const {sample} = state;
	const {source, fillDown, suggestion} = shownField(state, field, sample);
	if (source === undefined) {
		const before = state.draft.sources.get(field);
		const column = columnOfSource(before);
		const taker = column === undefined ? undefined : takerOf(column, state);
		if (before !== undefined && taker !== undefined) return [texts.movesTo(sourceText(before, field, state), taker)];
		if (isInOwnRows(field, state)) return [texts.aboutOwnRows];
		const isRequired = nameFields.some(name => name === field);
		if (!isRequired) return [texts.noSourceOptional];
		return [canBeConstant(field) ? texts.requiredField(keyOf(fieldsKeys, 'constant')) : texts.requiredColumn];
	}

	const values = fieldSample(sample, source, field);
	const why = suggestion && `${texts.confidence[suggestion.confidence]}: ${valueText(suggestion.reason)}`;
	return [
		...(why === undefined ? [] : [why]),
		`${sourceText(source, field, state)}${values === '' ? '' : `: ${valueText(values)}`}`,
		...(fillDown ? [texts.filledDown] : []),
	];
}

/** Returns the field whose proposal takes a column from another. */
function takerOf(column: number, {suggestions}: MappingState): Field | undefined {
	for (const [field, {source}] of suggestions) if (columnOfSource(source) === column) return field;
	return undefined;
}
