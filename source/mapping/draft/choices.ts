import {fields as allFields, type Field} from '../../kinds/warehouse/field.ts';
import type {MappingSample} from '../mapping-sample.ts';
import {canFillDown, columnOfSource, type Source} from './draft.ts';
import {columnValues, hasGaps} from './sample-values.ts';
import {type Suggested, shownField} from './suggestions.ts';

/** A way to change a field. */
export type Choice =
	/** Another field may have the column now. */
	| {readonly kind: 'source'; readonly source: Exclude<Source, {kind: 'constant'}>; readonly holder: Field | undefined}
	| {readonly kind: 'type-constant'}
	| {readonly kind: 'fill-down'; readonly isFilled: boolean}
	| {readonly kind: 'nothing'};

/** The names of a path, outermost first: the fields that can be parts of a column. */
const path: readonly Field[] = ['database', 'schema', 'name', 'col_name'];

/** The fields that have no meaning with one value in every row. */
const different: ReadonlySet<Field> = new Set(['col_name', 'sort_order']);

/** True if rows can have the same value of a field: one for all rows, or that of the row above. */
export function canBeConstant(field: Field): boolean {
	return !different.has(field);
}

/** Returns the choices for a field: first the columns, those without a field before the others. */
export function choicesFor(field: Field, suggested: Suggested, sample: MappingSample): readonly Choice[] {
	const columns = sample.labels.map((_, column): Choice & {kind: 'source'} => ({
		kind: 'source',
		source: {kind: 'column', column},
		holder: holderOf(column, field, suggested),
	}));
	const isFree = ({holder}: (typeof columns)[number]) => holder === undefined;
	return [
		...columns.filter(isFree),
		...columns.filter(choice => !isFree(choice)),
		...splitsFor(field, sample),
		...otherChoices(field, suggested, sample),
	];
}

function holderOf(column: number, field: Field, {draft}: Suggested): Field | undefined {
	return allFields.find(other => other !== field && columnOfSource(draft.sources.get(other)) === column);
}

/** Returns the choices other than columns. */
function otherChoices(field: Field, suggested: Suggested, sample: MappingSample): readonly Choice[] {
	const {source, fillDown: isFilled} = shownField(suggested, field, sample);
	const column = columnOfSource(source);
	const mayFill = canFillDown(source) && (isFilled || (canBeConstant(field) && hasGaps(sample, column)));
	return [
		...(canBeConstant(field) ? [{kind: 'type-constant'} as const] : []),
		...(mayFill ? [{kind: 'fill-down', isFilled} as const] : []),
		...(source !== undefined ? [{kind: 'nothing'} as const] : []),
	];
}

/** Returns the ways in which the parts of a column are fields, this one among them. */
function splitsFor(field: Field, sample: MappingSample): readonly Choice[] {
	const at = path.indexOf(field);
	if (at === -1) return [];
	return sample.labels.flatMap((_, column) => {
		const parts = partCount(columnValues(sample, column));
		const starts = path.flatMap((_, start) =>
			start <= at && at < start + parts && start + parts <= path.length ? [start] : [],
		);
		if (parts < 2) return [];
		return starts.map((start): Choice => {
			const fields = path.slice(start, start + parts);
			return {kind: 'source', source: {kind: 'split', column, fields}, holder: undefined};
		});
	});
}

/** Returns the number of parts between periods that all filled cells have; 1 if they differ. */
function partCount(cells: readonly string[]): number {
	const counts = new Set(cells.filter(cell => cell !== '').map(cell => cell.split('.').length));
	const [count = 1] = counts;
	return counts.size === 1 && count <= path.length ? count : 1;
}
