import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import {Session} from '../../source/session/session.ts';
import type {RowEdit, Step} from '../../source/table/overlay.ts';
import {temporaryFolder} from '../support/folder.ts';
import {header, listed, recordLine} from '../support/session.ts';

const {signal} = new AbortController();
const lastRow = 9;

/** Names that make duplicates, rows that differ in case alone, and conflicts of tables likely. */
const record = fc.record(
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
const changes = fc.oneof(
	fc.record({does: fc.constant('set'), rows: fc.uniqueArray(row, {minLength: 1, maxLength: 6}), record}),
	fc.record({does: fc.constant('fix'), code: fc.constantFrom('table-conflict', 'period-in-name', 'null-mark')}),
	fc.record({does: fc.constant('skip'), row}),
	fc.record({does: fc.constant('rewrite'), row, record}),
	fc.record({does: fc.constantFrom('fix safely', 'undo', 'redo')}),
);
type Change = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

function carryOut(session: Session, change: Change): Step | undefined | string {
	if ('rows' in change) {
		const values = session.columnsOf(
			Object.entries(change.record).map(([field, value]) => ({field: field as 'name', value})),
		);
		return session.setCells(
			'many',
			change.rows.map(at => [at, values] as const),
		);
	}

	if ('code' in change) return session.fixAll({code: change.code as 'null-mark'});
	if ('record' in change) return session.rewriteRow(change.row, recordLine(change.record));
	if ('row' in change) return session.toggleLeftOut(change.row);
	if (change.does === 'fix safely') return session.fixAll('safe');
	return change.does === 'undo' ? session.undo() : session.redo();
}

class ReadError extends Error {}

/** Does something while the n-th read of a row fails. True if it came to that. */
function failsAt(session: Session, n: number, work: () => unknown): boolean {
	const {table} = session;
	const {fileBytes} = table;
	let left = n;
	table.fileBytes = at => {
		if (left-- === 0) throw new ReadError();
		return fileBytes.call(table, at);
	};
	try {
		work();
		return false;
	} catch (error) {
		assert.ok(error instanceof ReadError, String(error));
		return true;
	} finally {
		table.fileBytes = fileBytes;
	}
}

/** Everything that can be seen of a session. */
function seen(session: Session): unknown {
	const {overlay} = session.table;
	const edits = overlay.rows().map((at): [number, RowEdit | undefined] => [at, overlay.get(at)]);
	const counted = [overlay.size, overlay.leftOut, overlay.unsaved, overlay.atStake, session.records, session.tables];
	return {edits, counted, findings: listed(session), counts: [...session.counts], valid: session.valid};
}

/** All that undo, then redo brings back. The session is as before then. */
function stacks(session: Session): unknown {
	const undone: unknown[] = [];
	for (let step = session.undo(); step !== undefined; step = session.undo()) undone.push([step, seen(session)]);
	const redone: unknown[] = [];
	for (let step = session.redo(); step !== undefined; step = session.redo()) redone.push([step, seen(session)]);
	for (let at = undone.length; at < redone.length; at++) session.undo();
	return [undone, redone];
}

test('a change, undo or redo during which any read fails leaves everything as it was, and can be retried', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	let failed = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(record, {minLength: lastRow - 1, maxLength: lastRow - 1}),
			fc.array(changes, {minLength: 1, maxLength: 6}),
			async (records, all) => {
				await writeFile(path, [header, ...records.map(recordLine), ''].join('\n'));
				const session = await Session.open(path, signal);
				for (const change of all) {
					for (let n = 0; ; n++) {
						const before = seen(session);
						const steps = n === 0 ? stacks(session) : undefined;
						if (!failsAt(session, n, () => carryOut(session, change))) break;
						failed++;
						assert.deepEqual(seen(session), before);
						if (steps !== undefined) assert.deepEqual(stacks(session), steps);
					}

					await sameAsFresh(session, join(folder, 'copy.csv'));
				}

				await session.close();
			},
		),
		{numRuns: 60},
	);
	assert.ok(failed > 1000, `only ${failed} reads failed`);
});

/** The findings are those of the saved file opened again; rows that are skipped are brought back for that. */
async function sameAsFresh(session: Session, path: string): Promise<void> {
	const {overlay} = session.table;
	const skipped = overlay.rows().filter(at => session.isLeftOut(at));
	for (const at of skipped) session.toggleLeftOut(at);
	const saved = await session.save({kind: 'copy', path, replace: true}, signal);
	const fresh = await Session.open(saved.path, signal);
	assert.deepEqual(listed(session), listed(fresh));
	assert.deepEqual([...session.counts], [...fresh.counts]);
	assert.deepEqual([session.records, session.tables, session.valid], [fresh.records, fresh.tables, fresh.valid]);
	await fresh.close();
	for (const _ of skipped) session.undo();
}
