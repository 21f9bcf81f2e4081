import {type Field, isField} from '../../kinds/warehouse/field.ts';
import type {MappingProposal} from '../proposal.ts';
import type {Recipe, SkipCondition} from '../recipe.ts';

/** A part of a recipe that is about rows and not about one field. It is `proposed` until the user turns it on or off. */
export type RowPart = {readonly status: 'on' | 'off' | 'proposed'} & (
	| {readonly kind: 'table-rows'}
	| {readonly kind: 'skip'; readonly condition: SkipCondition}
	| {readonly kind: 'values'; readonly field: Field; readonly values: {readonly [value: string]: string}}
	| {readonly kind: 'case'; readonly case: NonNullable<Recipe['case']>}
);

export function partsOfRecipe({tableRows, skipRows = [], values = {}, case: nameCase}: Recipe): readonly RowPart[] {
	return [
		...(tableRows === true ? [{status: 'on', kind: 'table-rows'} as const] : []),
		...skipRows.map(condition => ({status: 'on', kind: 'skip', condition}) as const),
		...Object.entries(values).flatMap(([field, replaced]) =>
			isField(field) ? [{status: 'on', kind: 'values', field, values: replaced} as const] : [],
		),
		...(nameCase === undefined ? [] : [{status: 'on', kind: 'case', case: nameCase} as const]),
	];
}

export function partsOfProposal({tableRows, skipRows, values}: MappingProposal): readonly RowPart[] {
	return [
		...(tableRows ? [{status: 'proposed', kind: 'table-rows'} as const] : []),
		...skipRows.map(condition => ({status: 'proposed', kind: 'skip', condition}) as const),
		...(values.size === 0
			? []
			: [{status: 'proposed', kind: 'values', field: 'is_view', values: Object.fromEntries(values)} as const]),
	];
}

/** Returns the parts that are on as parts of a recipe. */
export function recipeOfParts(parts: readonly RowPart[]): Recipe {
	const on = parts.filter(({status}) => status === 'on');
	const skipRows = on.flatMap(part => (part.kind === 'skip' ? [part.condition] : []));
	const values = on.flatMap(part => (part.kind === 'values' ? [[part.field, part.values] as const] : []));
	const nameCase = on.find(part => part.kind === 'case')?.case;
	return {
		...(on.some(({kind}) => kind === 'table-rows') ? {tableRows: true} : {}),
		...(skipRows.length === 0 ? {} : {skipRows}),
		...(values.length === 0 ? {} : {values: Object.fromEntries(values)}),
		...(nameCase === undefined ? {} : {case: nameCase}),
	};
}
