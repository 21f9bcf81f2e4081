import assert from 'node:assert/strict';
import type {TestContext} from 'node:test';
import {header, openText} from '../support/session.ts';

/** A row of a query, by header, as text. */
export type Row = Readonly<Record<string, string>>;

/** Comments with everything that an export can break. */
export const comments = {
	table: `Orders, "all" of them; it's\nthe second line \\ 100% of {them}`,
	column: `"Quoted" first,\nthen a tab\tand C:\\temp`,
} as const;

/** A table of the small warehouse, with its columns in order: name, type, and description if there is one. */
export type TableOf = {
	readonly database: string;
	readonly schema: string;
	readonly name: string;
	readonly description?: string;
	readonly isView?: boolean;
	readonly updated?: string;
	readonly columns: ReadonlyArray<readonly [name: string, type: string, description?: string]>;
	/** The positions of the columns, if they are not 1, 2, and so on. */
	readonly positions?: readonly number[];
};

/** Returns the rows that a query should find for tables. */
export function rowsOf(tables: readonly TableOf[]): readonly Row[] {
	return tables.flatMap(
		({database, schema, name, description = '', isView = false, updated = '', columns, positions}) =>
			columns.map(([column, type, comment = ''], at) => ({
				col_name: column,
				col_description: comment,
				col_type: type,
				sort_order: String(positions?.[at] ?? at + 1),
				database,
				schema,
				name,
				description,
				is_view: String(isView),
				last_updated_time: updated,
			})),
	);
}

/** Returns values of a database driver as rows of text. NULL has no text: a query must not return it. */
export function textRows(rows: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly Row[] {
	return rows.map(row =>
		Object.fromEntries(
			Object.entries(row).map(([name, value]) => {
				assert.ok(value !== null && value !== undefined, `${name} is NULL`);
				return [name, String(value)];
			}),
		),
	);
}

/** Writes rows as a CSV, checks it with the program, and asserts that it has no error. */
export async function assertCleanCsv(t: TestContext, rows: readonly Row[]): Promise<void> {
	const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
	const lines = rows.map(row => Object.values(row).map(cell).join(','));
	await assertCleanText(t, [header, ...lines, ''].join('\n'), rows.length);
}

/** Asserts that the program finds no error in a CSV, and as many records as there should be. */
export async function assertCleanText(t: TestContext, csv: string | Buffer, records: number): Promise<void> {
	const session = await openText(t, csv);
	assert.equal(session.problemCount('error'), 0);
	assert.equal(session.records.count, records);
}
