import {foldLabel} from '../kinds/header.ts';
import {isHyphens} from '../kinds/values/hyphens.ts';
import {trim} from '../kinds/values/trim.ts';
import type {Field} from '../kinds/warehouse/field.ts';
import {filledText, isBlank} from './cells.ts';
import type {RecipePlan, SkippedRows} from './plan-recipe.ts';
import {type ValueReader, valueReader} from './row-value.ts';

type Cells = readonly string[];

/** The meaning of a row of a foreign file. */
export type ReadRow =
	/** A column of the warehouse. `cells` are filled down. */
	| {readonly kind: 'column'; readonly cells: Cells}
	/** A description of a table. */
	| {readonly kind: 'table'; readonly table: string; readonly text: string}
	| {readonly kind: 'skipped'};

/** The fields that identify a table; the values of others are filled down within it. */
const keyFields: readonly Field[] = ['database', 'schema', 'name'];

/** Reads the rows of a file in order: fills cells down, and finds the rows that are no columns. */
export class RowReader {
	readonly #plan: RecipePlan;
	readonly #labels: Cells;
	/** The columns that identify a table. */
	readonly #keys: ReadonlySet<number>;
	/** The columns that are filled down. */
	readonly #filled: ReadonlySet<number>;
	/** The last value of each of these columns. */
	readonly #last = new Map<number, string>();
	readonly #tableOf: ValueReader;

	constructor(plan: RecipePlan) {
		this.#plan = plan;
		this.#labels = plan.labels.map(foldLabel);
		this.#tableOf = tableReader(plan);
		this.#keys = new Set(keyFields.flatMap(field => columnOf(plan, field) ?? []));
		this.#filled = new Set(plan.fillDown.map(({column}) => column));
	}

	read(cells: Cells): ReadRow {
		const isTable = this.#isTableRow(cells);
		if (this.#isSkipped(cells, isTable ? 'table' : 'column')) return {kind: 'skipped'};
		const filled = this.#fill(cells);
		if (!isTable) return {kind: 'column', cells: filled};
		const own = this.#text('description', filled);
		return {kind: 'table', table: this.#tableOf(filled), text: own || this.#text('col_description', cells)};
	}

	/** True for a row with a table of its own and without a column. */
	#isTableRow(cells: Cells): boolean {
		if (this.#plan.recipe.tableRows !== true) return false;
		return this.#text('col_name', cells) === '' && this.#text('name', cells) !== '';
	}

	#text(field: Field, cells: Cells): string {
		const column = columnOf(this.#plan, field);
		return column === undefined ? '' : filledText(cells[column]);
	}

	#isSkipped(cells: Cells, kind: 'table' | 'column'): boolean {
		if (cells.every(cell => isBlank(cell))) return true;
		if (this.#isHeader(cells) || cells.every(isHyphens)) return true;
		// A row that describes a table has no column name, which other rows are skipped for.
		return this.#plan.skipRows.some(rows => (kind === 'column' || rows.value !== '') && matches(rows, cells));
	}

	/** True for the header in the middle of joined files. The length of a cell excludes most rows. */
	#isHeader(cells: Cells): boolean {
		if (cells.length !== this.#labels.length) return false;
		return cells.every((cell, at) => {
			const label = this.#labels[at] ?? '';
			return cell.length >= label.length && foldLabel(cell) === label;
		});
	}

	/** Fills empty cells with the values above. Those that do not identify a table are filled only within it. */
	#fill(cells: Cells): Cells {
		if (this.#filled.size === 0) return cells;
		const isNewTable = [...this.#keys].some(column => this.#isNew(column, cells));
		const filled = [...cells];
		for (const column of this.#filled) {
			if (isNewTable && !this.#keys.has(column)) this.#last.delete(column);
			if (isBlank(cells[column])) filled[column] = this.#last.get(column) ?? cells[column] ?? '';
		}

		for (const column of [...this.#filled, ...this.#keys]) {
			if (!isBlank(cells[column])) this.#last.set(column, cells[column] ?? '');
		}

		return filled;
	}

	#isNew(column: number, cells: Cells): boolean {
		const own = filledText(cells[column]);
		return own !== '' && own !== trim(this.#last.get(column) ?? '');
	}
}

/** Returns the column of a field, also of one that is a part of it. */
function columnOf({sources}: RecipePlan, field: Field): number | undefined {
	const source = sources.get(field);
	return source === undefined || source.kind === 'constant' ? undefined : source.column;
}

function matches({column, value}: SkippedRows, cells: Cells): boolean {
	if (column !== undefined) return value === '' ? isBlank(cells[column]) : trim(cells[column] ?? '') === value;
	const filled = cells.filter(cell => !isBlank(cell));
	return filled.length === 1 && trim(filled[0] ?? '') === value;
}

/** Returns a reader of a text that identifies the table of a row. */
export function tableReader(plan: RecipePlan): ValueReader {
	const readers = keyFields.map(field => valueReader(plan, field));
	return cells => JSON.stringify(readers.map(read => trim(read(cells))));
}
