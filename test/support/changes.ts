import fc from 'fast-check';
import type {RowEdit} from '../../source/records/row-edit.ts';
import type {UndoStep} from '../../source/records/undo-step.ts';
import type {Session} from '../../source/session/session.ts';
import {listed, recordLine} from './session.ts';

/** The files that these changes are for have so many rows without a preamble, and more once some were split. */
export const lastRow = 9;

/** The rows above the header. */
export const preamble = fc.constantFrom<readonly string[]>([], ['A title'], ['sep=,', '', '"Two\nlines",more']);

/** Names that make duplicates, rows that differ in case alone, and conflicts of tables likely. */
export const record = fc.record(
	{
		col_name: fc.constantFrom('id', 'ID', 'b', '', 'a.b'),
		name: fc.constantFrom('orders', 'Orders', 'items', ''),
		description: fc.constantFrom('Orders', 'Other', ''),
		is_view: fc.constantFrom('false', 'no', 'true'),
		last_updated_time: fc.constantFrom('1700000000', '1700000001', '1.0', ''),
	},
	{requiredKeys: []},
);
const row = fc.integer({min: 2, max: lastRow});
/** Changes that a person could make, each of one row or of some. */
export const changesOfRows = fc.oneof(
	fc.record({does: fc.constant('set'), rows: fc.uniqueArray(row, {minLength: 1, maxLength: 6}), record}),
	fc.record({does: fc.constant('fix'), code: fc.constantFrom('table-conflict', 'period-in-name', 'null-mark')}),
	fc.record({does: fc.constant('skip'), row}),
	fc.record({does: fc.constant('rewrite'), row, record}),
	fc.record({does: fc.constantFrom('fix safely', 'undo', 'redo')}),
);

/** The same, and rows that become several. */
export const changes = fc.oneof(
	{weight: 5, arbitrary: changesOfRows},
	{
		weight: 1,
		arbitrary: fc.record({does: fc.constant('split'), row, records: fc.array(record, {minLength: 1, maxLength: 4})}),
	},
);
export type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes a change; rows count from the header, as if it were row 1. */
export function carryOut(session: Session, change: Change): UndoStep | undefined | string {
	const above = session.records.firstRow - 2;
	if ('rows' in change) {
		const values = session.columnsOf(
			Object.entries(change.record).map(([field, value]) => ({field: field as 'name', value})),
		);
		return session.setCells(
			'many',
			change.rows.map(at => [at + above, values] as const),
		);
	}

	if ('records' in change) {
		return session.splitRow(change.row + above, change.records.map(recordLine));
	}

	if ('code' in change) return session.fixAll({code: change.code as 'null-mark'});
	if ('record' in change) return session.rewriteRow(change.row + above, recordLine(change.record));
	if ('row' in change) return session.toggleSkipped(change.row + above);
	if (change.does === 'fix safely') return session.fixAll('safe');
	return change.does === 'undo' ? session.undo() : session.redo();
}

/** Everything that can be seen of a session. */
export function seen(session: Session): unknown {
	const {overlay} = session.records;
	const edits = overlay.rows().map((at): [number, RowEdit | undefined] => [at, overlay.get(at)]);
	const counted = [
		overlay.size,
		overlay.skipped,
		overlay.saved.changedSinceSave,
		overlay.saved.unsavedRows,
		session.recordCount,
		session.groups,
	];
	return {edits, counted, findings: listed(session), counts: [...session.counts], valid: session.isValid};
}

/** All that undo, then redo brings back. The session is as before then. */
export function stacks(session: Session): unknown {
	const undone: unknown[] = [];
	for (let step = session.undo(); step !== undefined; step = session.undo()) undone.push([step, seen(session)]);
	const redone: unknown[] = [];
	for (let step = session.redo(); step !== undefined; step = session.redo()) redone.push([step, seen(session)]);
	for (let at = undone.length; at < redone.length; at++) session.undo();
	return [undone, redone];
}
