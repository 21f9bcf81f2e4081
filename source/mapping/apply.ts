import {fields} from '../kinds/warehouse/field.ts';
import {isBlank} from './cells.ts';
import type {RecipePlan} from './plan-recipe.ts';
import {RowReader, tableReader} from './row-reader.ts';
import {type ValueReader, valueReader} from './row-value.ts';

/** A row of a foreign file with its number. */
export type SourceRow = {readonly row: number; readonly cells: readonly string[]};

/** A row of the ten fields, in the documented order. */
export type CanonicalRow = {
	/** The number of the row that it is made of. */
	readonly row: number;
	readonly cells: readonly string[];
	/** The number of cells of that row, compared with the header. */
	readonly width: 'exact' | 'short' | 'long';
};

/** The descriptions of tables in rows of their own. They are read before any row is applied, because they can be anywhere. */
export class TableTexts {
	readonly #reader: RowReader;
	readonly #tableOf: ValueReader;
	readonly #texts = new Map<string, string>();

	constructor(plan: RecipePlan) {
		this.#reader = new RowReader(plan);
		this.#tableOf = tableReader(plan);
	}

	/** Reads the next rows of the file. */
	add(rows: Iterable<SourceRow>): void {
		for (const {cells} of rows) {
			const read = this.#reader.read(cells);
			if (read.kind !== 'table' || read.text === '' || this.#texts.has(read.table)) continue;
			this.#texts.set(read.table, read.text);
		}
	}

	/** Returns the description of a row's table; empty if no row describes it. */
	textOf(cells: readonly string[]): string {
		return this.#texts.size === 0 ? '' : (this.#texts.get(this.#tableOf(cells)) ?? '');
	}
}

/** Makes rows of the ten fields of the rows of a foreign file. */
export class RecipeRows {
	readonly #plan: RecipePlan;
	readonly #texts: TableTexts;
	readonly #reader: RowReader;
	readonly #readers: readonly ValueReader[];

	/** `texts` has read all rows, if the recipe has rows that describe tables. */
	constructor(plan: RecipePlan, texts: TableTexts = new TableTexts(plan)) {
		this.#plan = plan;
		this.#texts = texts;
		this.#reader = new RowReader(plan);
		this.#readers = fields.map(field => valueReader(plan, field));
	}

	/** Yields the rows that are columns of the warehouse. `rows` are the next of the file: large files are applied in batches. */
	*apply(rows: Iterable<SourceRow>): Generator<CanonicalRow, void, void> {
		for (const {row, cells} of rows) {
			const read = this.#reader.read(cells);
			if (read.kind === 'column') yield {row, cells: this.#canonical(read.cells), width: this.#widthOf(cells)};
		}
	}

	#canonical(cells: readonly string[]): readonly string[] {
		const values = this.#readers.map(read => read(cells));
		if (isBlank(values[descriptionAt])) values[descriptionAt] = this.#texts.textOf(cells);
		return values;
	}

	#widthOf({length}: readonly string[]): CanonicalRow['width'] {
		const wanted = this.#plan.labels.length;
		return length === wanted ? 'exact' : length < wanted ? 'short' : 'long';
	}
}

const descriptionAt = fields.indexOf('description');

/** Yields the rows of a whole file that are columns of the warehouse, as rows of the ten fields. @forTests */
export function* applyRecipe(plan: RecipePlan, rows: readonly SourceRow[]): Generator<CanonicalRow, void, void> {
	const texts = new TableTexts(plan);
	if (plan.recipe.tableRows === true) texts.add(rows);
	yield* new RecipeRows(plan, texts).apply(rows);
}
