import {type Field, nameFields} from '../../../kinds/warehouse/field.ts';
import {missingFields, type Source} from '../../../mapping/draft/draft.ts';
import type {RowPart} from '../../../mapping/draft/row-parts.ts';
import {columnLabel, fieldSample} from '../../../mapping/draft/sample-values.ts';
import {countSuggestions, possibleFields, shownField} from '../../../mapping/draft/suggestions.ts';
import type {SkipCondition} from '../../../mapping/recipe.ts';
import {obstacleText} from '../../../report/check/obstacle-text.ts';
import {cutTo, fit} from '../../../text/fit.ts';
import {width} from '../../../text/width.ts';
import {valueText} from '../../signs-in-values.ts';
import type {Size} from '../../size.ts';
import {type Paint, type Style, signs} from '../../theme.ts';
import {itemsOf, type MappingItem} from './items.ts';
import {mappingHeights, topOf} from './layout.ts';
import type {MappingState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';

/** The widths of the parts of a line, in terminal cells. */
type Widths = {readonly field: number; readonly column: number; readonly values: number; readonly word: number};

/** The longest name of a field, and the sign of required ones. */
const fieldWidth = 19;
const wordWidth = 8;
const longestValues = 60;
const margins = 5;

function widthsOf(columns: number): Widths {
	const rest = columns - margins - fieldWidth - 2 - wordWidth - 2;
	const column = Math.max(8, Math.min(40, Math.floor(rest * 0.45)));
	const values = Math.min(longestValues, rest - column - 2);
	if (values >= 8) return {field: fieldWidth, column, values, word: wordWidth};
	return {field: fieldWidth, column: Math.max(8, rest), values: 0, word: rest < 8 ? 0 : wordWidth};
}

/** Draws the lines that are in view, with their heading if there is room. */
export function drawItems(state: MappingState, size: Size, paint: Paint): readonly string[] {
	const widths = widthsOf(size.columns);
	const {heading, items: room} = mappingHeights(state, size);
	const items = itemsOf(state);
	const top = topOf(state, size);
	const lines = Array.from({length: room}, (_, row) => {
		const item = items[top + row];
		if (item === undefined) return '';
		const isSelected = top + row === state.selected;
		const pointer = isSelected ? signs.pointer : ' ';
		return ` ${pointer} ${drawItem(item, state, {widths, columns: size.columns, isSelected}, paint)}`;
	});
	if (heading === 0) return lines;
	const {field, column, values} = texts.headings;
	const text = `     ${fit(field, widths.field)}  ${fit(column, widths.column)}  ${widths.values === 0 ? '' : values}`;
	return [paint('dim', cutTo(text, size.columns)), ...lines];
}

type LineLook = {readonly widths: Widths; readonly columns: number; readonly isSelected: boolean};

function drawItem(item: MappingItem, state: MappingState, look: LineLook, paint: Paint): string {
	const {columns, isSelected} = look;
	const strong = (text: string) => (isSelected ? paint('strong', text) : text);
	switch (item.kind) {
		case 'action':
			return drawAction(state, columns, strong, paint);
		case 'field':
			return drawField(item.field, state, look, paint);
		case 'header':
			return drawLine(['', undefined], texts.header, headerText(state), look, paint);
		case 'part':
			return drawLine(partSign(item.part), texts.rows, partText(item.part), look, paint);
	}
}

function drawAction(state: MappingState, columns: number, strong: (text: string) => string, paint: Paint): string {
	const proposals = countSuggestions(state);
	const missing = missingFields(state.draft);
	const text = proposals > 0 ? texts.acceptAll(proposals) : texts.done;
	const doubt = doubtOf(state, proposals > 0 ? [] : missing);
	if (doubt === undefined) return strong(cutTo(text, columns - 4));
	return `${strong(text)}  ${paint('warning', cutTo(doubt, columns - 6 - text.length))}`;
}

/** Returns why the action may not lead to a right file. */
function doubtOf(state: MappingState, missing: readonly Field[]): string | undefined {
	const {obstacle, sample} = state;
	if (obstacle !== undefined && obstacleText(obstacle, sample.headerRow).isFinal) return texts.needsChange;
	if (missing.length > 0) return texts.needs(missing);
	const possible = possibleFields(state).length;
	return possible === 0 ? undefined : texts.onlyPossible(possible);
}

function drawField(field: Field, state: MappingState, {widths, isSelected}: LineLook, paint: Paint): string {
	const {sample} = state;
	const {source, fillDown, isProposed, suggestion} = shownField(state, field, sample);
	const isRequired = isNeeded(field);
	const [sign, style] = fieldSign(source, {isProposed, isRequired});
	const name = fit(`${field}${isRequired ? ' *' : ''}`, widths.field);
	const column =
		source === undefined
			? absentColumn(field, state, widths.column, paint)
			: fit(
					withFillDown(sourceText(source, field, state), fillDown ? 'filled' : 'as-is', widths.column),
					widths.column,
				);
	const values = source?.kind === 'constant' ? texts.constantValues : fieldSample(sample, source, field);
	const parts = [
		`${style === undefined ? sign : paint(style, sign)} ${isSelected ? paint('strong', name) : name}`,
		column,
		...(widths.values === 0 ? [] : [paint('dim', fit(valueText(values), widths.values))]),
		...(widths.word === 0
			? []
			: [suggestion === undefined ? '' : paint('warning', texts.confidence[suggestion.confidence])]),
	];
	return parts.join('  ').trimEnd();
}

/** Adds to a source that its empty cells are filled: in words if there is room, else as a sign. */
function withFillDown(text: string, cells: 'filled' | 'as-is', room: number): string {
	if (cells === 'as-is') return text;
	const {words, sign} = texts.filled;
	const mark = width(text) + words.length <= room ? words : sign;
	return `${cutTo(text, room - mark.length)}${mark}`;
}

/** True if the values of a field are in the rows that describe tables. */
export function isInOwnRows(field: Field, {draft}: Pick<MappingState, 'draft'>): boolean {
	return field === 'description' && draft.parts.some(({kind, status}) => kind === 'table-rows' && status !== 'off');
}

function isNeeded(field: Field): boolean {
	return nameFields.some(name => name === field);
}

function absentColumn(field: Field, state: MappingState, cells: number, paint: Paint): string {
	if (isInOwnRows(field, state)) return fit(texts.ownRows, cells);
	return isNeeded(field) ? paint('error', fit(texts.required, cells)) : paint('dim', fit('-', cells));
}

function fieldSign(
	source: Source | undefined,
	{isProposed, isRequired}: {readonly isProposed: boolean; readonly isRequired: boolean},
): readonly [sign: string, style: Style | undefined] {
	if (isProposed) return [signs.proposed, 'warning'];
	if (source !== undefined) return [signs.good, 'good'];
	return isRequired ? [signs.error, 'error'] : [' ', undefined];
}

/** Returns a source in a few words, safe for a terminal. */
export function sourceText(source: Source, field: Field, {sample}: Pick<MappingState, 'sample'>): string {
	switch (source.kind) {
		case 'column':
			return valueText(columnLabel(sample, source.column));
		case 'constant':
			return texts.constant(valueText(source.value));
		case 'split': {
			const label = valueText(columnLabel(sample, source.column));
			return texts.part(label, source.fields.indexOf(field) + 1, source.fields.length);
		}
	}
}

/** Draws a line about the rows of the file. */
function drawLine(
	[sign, style]: readonly [sign: string, style: Style | undefined],
	name: string,
	text: string,
	{widths, columns, isSelected}: LineLook,
	paint: Paint,
): string {
	const shown = fit(name, widths.field);
	const start = style === undefined ? fit(sign, 1) : paint(style, sign);
	const room = columns - margins - widths.field - 3;
	return `${start} ${isSelected ? paint('strong', shown) : shown}  ${cutTo(text, room)}`;
}

function headerText({sample: {headerRow, labels}}: MappingState): string {
	const named = labels.filter(label => label.trim() !== '').join(', ');
	return `${texts.headerRow(headerRow)}: ${valueText(named.slice(0, 400))}`;
}

function partSign({status}: RowPart): readonly [sign: string, style: Style | undefined] {
	switch (status) {
		case 'on':
			return [signs.good, 'good'];
		case 'off':
			return [signs.skipped, 'dim'];
		case 'proposed':
			return [signs.proposed, 'warning'];
	}
}

/** Returns a part of a recipe in a few words, safe for a terminal. */
export function partText(part: RowPart): string {
	switch (part.kind) {
		case 'table-rows':
			return texts.tableRows;
		case 'skip':
			return skipText(part.condition);
		case 'values':
			return texts.values(
				part.field,
				Object.entries(part.values).map(([from, to]) => texts.replaced(valueText(from), valueText(to))),
			);
		case 'case':
			return texts.nameCase[part.case];
	}
}

function skipText({column, value}: SkipCondition): string {
	if (column === undefined) return texts.skipAlone(valueText(value));
	return value === '' ? texts.skipEmpty(valueText(column)) : texts.skipEqual(valueText(column), valueText(value));
}
