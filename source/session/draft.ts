import {type Field, nameFields} from '../rules/field.ts';
import {judgeRow} from '../rules/judge-row.ts';
import {tableFields} from '../rules/keys/row-facts.ts';
import type {Problem} from '../rules/problem.ts';
import {RowView} from '../rules/row-view.ts';
import {encodeRow} from '../table/encode.ts';
import type {Session} from './session.ts';

/** The fields by which rows are compared with each other: duplicates, conflicts within a warehouse table. */
export const comparedFields: ReadonlySet<Field> = new Set([...nameFields, ...tableFields]);

/** Returns the problems that a row would have with these cells, without those that depend on other rows. */
export function judgeDraft({header, table}: Session, row: number, cells: readonly string[]): readonly Problem[] {
	const bytes = Buffer.from(encodeRow(cells, table.delimiter));
	const view = new RowView(header, table.delimiter).read(row, bytes, 0, bytes.length);
	return judgeRow(view, header.mapping);
}
