import {isDeepStrictEqual} from 'node:util';
import type {Field} from '../../../kinds/warehouse/field.ts';
import {choicesFor} from '../../../mapping/draft/choices.ts';
import {shownField} from '../../../mapping/draft/suggestions.ts';
import {listOf} from '../../components/list/state.ts';
import {choiceItem} from './choice-items.ts';
import type {MappingState} from './state.ts';
import {mappingTexts as texts} from './texts.ts';

/** The rows among which the header is chosen. */
const headerRows = 20;

/** Lists the sources of a field. The one that it has is selected. */
export function listColumns(state: MappingState, field: Field, next: 'same' | 'missing'): MappingState {
	const choices = choicesFor(field, state, state.sample);
	const {source} = shownField(state, field, state.sample);
	const at = choices.findIndex(choice => choice.kind === 'source' && isDeepStrictEqual(choice.source, source));
	const items = choices.map((choice, index) => choiceItem(choice, String(index), state.sample));
	return {...state, mode: {name: 'columns', field, choices, next, list: listOf(items, String(Math.max(0, at)))}};
}

/** Lists the rows that can be the header. */
export function listHeaders(state: MappingState): MappingState {
	const {records, headerRow} = state.sample;
	const items = records.slice(0, headerRows).map((cells, at) => ({
		id: String(at + 1),
		label: texts.row(at + 1, cells.filter(cell => cell.trim() !== '').join(', ')),
	}));
	return {...state, mode: {name: 'header', list: listOf(items, String(headerRow))}};
}
