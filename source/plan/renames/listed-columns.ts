import type {TableColumns} from '../table-columns.ts';
import type {Matching, RenameSides} from './matching.ts';

/** The number of columns of the file whose places are read at most. */
const mostRead = 1000;

/** A column of the file: its number and its place in the table. */
type PlacedColumn = {readonly number: number; readonly place: number};

type Listed = RenameSides & {
	readonly names: NonNullable<RenameSides['names']>;
	readonly places: NonNullable<RenameSides['places']>;
};

/**
Pairs single columns that have another name at the same place, by what the catalog lists: both columns next to it must be the same ones as
before, at the same places, and known descriptions must be equal. The last column of a table has the place of a removed one too, so it needs
an equal description. If tables have many columns, it reads none.
*/
export function pairListedColumns(columns: Matching, tables: TableColumns, sides: Listed): void {
	const {column, ofOther} = tables;
	const hidden = new Map<number, number[]>();
	for (let number = 1; number < columns.beforeEnd; number++) {
		if (!columns.isFreeBefore(number) || sides.places.ofOther(column, number) === 0) continue;
		const table = ofOther(number);
		if (table === 0) continue;
		const known = hidden.get(table);
		if (known === undefined) hidden.set(table, [number]);
		else known.push(number);
	}

	const placed = placedColumns(hidden, columns, tables, sides);
	for (const [table, numbers] of hidden) pairInTable(numbers, placed.get(table) ?? [], columns, {tables, sides});
}

/** Returns the columns of the file by table in the order of their places, for tables that also have a free column; none if they are many. */
function placedColumns(
	hidden: ReadonlyMap<number, unknown>,
	columns: Matching,
	{column, ofOwn}: TableColumns,
	{after, names}: Listed,
): ReadonlyMap<number, readonly PlacedColumn[]> {
	const open = new Set<number>();
	for (let number = 1; number < columns.afterEnd; number++) {
		const table = columns.isFreeAfter(number) ? ofOwn(number) : 0;
		if (table !== 0 && hidden.has(table)) open.add(table);
	}

	const placed = new Map<number, PlacedColumn[]>([...open].map(table => [table, []]));
	let read = 0;
	for (let number = 1; open.size > 0 && number <= after.of(column).count; number++) {
		const known = placed.get(ofOwn(number));
		if (known === undefined) continue;
		if (++read > mostRead) return new Map();
		const text = names.after.fieldsOf(column, number).find(({field}) => field === 'sort_order')?.value;
		known.push({number, place: Number(text ?? 0)});
	}

	for (const known of placed.values()) known.sort((one, other) => one.place - other.place);
	return placed;
}

function pairInTable(
	hidden: readonly number[],
	own: readonly PlacedColumn[],
	columns: Matching,
	{tables: {column}, sides: {after, before, places}}: {readonly tables: TableColumns; readonly sides: Listed},
): void {
	const placeOf = (number: number) => places.ofOther(column, number);
	/** True if the catalog shows a column at the same place, with no hidden one between it and a place. */
	const isKept = (found: PlacedColumn, place: number) => {
		const [from, to] = [Math.min(found.place, place), Math.max(found.place, place)];
		const isBetween = (number: number) => placeOf(number) > from && placeOf(number) < to;
		return places.ofOwn(column, found.number) === found.place && !hidden.some(isBetween);
	};
	for (const number of hidden) {
		const place = placeOf(number);
		const isOnly = hidden.filter(other => placeOf(other) === place).length === 1;
		const at = own.findIndex(found => found.place === place);
		const [previous, candidate, next] = [own[at - 1], own[at], own[at + 1]];
		if (!isOnly || candidate === undefined || !columns.isFreeAfter(candidate.number)) continue;
		const description = after.of(column).contentOf(candidate.number).text;
		const listed = before.of(column).contentOf(number).text;
		if (description !== 0 && listed !== 0 && description !== listed) continue;
		const isSameText = description !== 0 && description === listed;
		const hasPrevious =
			previous === undefined ? !hidden.some(other => placeOf(other) < place) : isKept(previous, place);
		const hasNext = next === undefined ? isSameText : isKept(next, place);
		if ((previous ?? next) !== undefined && hasPrevious && hasNext) columns.pair(candidate.number, number);
	}
}
