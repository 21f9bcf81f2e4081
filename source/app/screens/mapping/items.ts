import {type Field, fields} from '../../../kinds/warehouse/field.ts';
import type {RowPart} from '../../../mapping/draft/row-parts.ts';
import type {MappingState} from './state.ts';

/** A line of the screen that can be selected. */
export type MappingItem =
	/** Accepts the suggestions, or ends the mapping. */
	| {readonly kind: 'action'}
	| {readonly kind: 'field'; readonly field: Field}
	| {readonly kind: 'header'}
	| {readonly kind: 'part'; readonly index: number; readonly part: RowPart};

export function itemsOf({draft}: Pick<MappingState, 'draft'>): readonly MappingItem[] {
	return [
		{kind: 'action'},
		...fields.map(field => ({kind: 'field', field}) as const),
		{kind: 'header'},
		...draft.parts.map((part, index) => ({kind: 'part', index, part}) as const),
	];
}

export function selectedItem(state: MappingState): MappingItem {
	return itemsOf(state)[state.selected] ?? {kind: 'action'};
}

/** The index of the action. */
export const actionIndex = 0;

export function indexOfField(field: Field): number {
	return fields.indexOf(field) + 1;
}
