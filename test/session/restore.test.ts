import assert from 'node:assert/strict';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test, {type TestContext} from 'node:test';
import fc from 'fast-check';
import type {Journal, JournalEntry} from '../../source/session/journal.ts';
import {Session} from '../../source/session/session.ts';
import {type Change, carryOut, changes, lastRow, preamble, record, stacks} from '../support/changes.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {header, recordLine} from '../support/session.ts';

const {signal} = new AbortController();

/** A journal in memory, with each entry as text so that nothing is shared. */
class Kept implements Journal {
	#entries: string[] = [];
	unsavedRows = 0;

	record(entry: JournalEntry, unsavedRows: number): void {
		this.#entries.push(JSON.stringify(entry));
		this.unsavedRows = unsavedRows;
	}

	savedCopy(unsavedRows: number): void {
		this.unsavedRows = unsavedRows;
	}

	savedInPlace(): void {
		this.#entries = [];
		this.unsavedRows = 0;
	}

	entries(): JournalEntry[] {
		return this.#entries.map(text => JSON.parse(text));
	}
}

async function opened(path: string, journal: Journal): Promise<Session> {
	const session = await Session.open(path, signal);
	session.keepJournal(journal);
	return session;
}

/** The bytes that a save would write. */
function bytes({records}: Session): string {
	return Array.from({length: records.lastRow}, (_, at) => records.currentBytes(at + 1).toString()).join('');
}

const records = fc.array(record, {minLength: lastRow - 1, maxLength: lastRow - 1});
const action = fc.oneof({weight: 8, arbitrary: changes}, {weight: 1, arbitrary: fc.constant('save a copy' as const)});

/** A row gets the values that it has, in one step; a step that changes nothing is not in the journal. */
const unchangingActions: Change[] = [
	{does: 'set', rows: [8], record: {last_updated_time: '1700000001'}},
	{does: 'set', rows: [8], record: {}},
	{does: 'rewrite', row: 2, record: {}},
];

test('a journal restores every edit, undo and redo, with their ids, as often as the program is killed', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	await fc.assert(
		fc.asyncProperty(
			preamble,
			records,
			fc.array(action, {minLength: 1, maxLength: 12}),
			async (above, lines, actions) => {
				await writeFile(path, [...above, header, ...lines.map(recordLine), ''].join('\n'));
				const journal = new Kept();
				let session = await opened(path, journal);
				for (const action of actions) {
					if (action === 'save a copy')
						await session.save({kind: 'copy', path: join(folder, 'copy.csv'), replace: true}, signal);
					else carryOut(session, action);
					assert.equal(journal.unsavedRows, session.records.overlay.saved.unsavedRows);
					const restored = await Session.open(path, signal);
					assert.equal(restored.restore(journal.entries()).lost, 0);
					const before = session.records.overlay;
					assert.equal(restored.records.overlay.lastApplied?.id, before.lastApplied?.id);
					assert.equal(restored.records.overlay.lastUndone?.id, before.lastUndone?.id);
					assert.deepEqual(restored.records.overlay.edits(), before.edits());
					assert.equal(bytes(restored), bytes(session));
					await session.close();
					session = restored;
					session.keepJournal(journal);
					journal.unsavedRows = session.records.overlay.saved.unsavedRows;
				}

				const other = await Session.open(path, signal);
				other.restore(journal.entries());
				// From here on nothing is to be recorded.
				session.keepJournal(new Kept());
				assert.deepEqual(stacks(other), stacks(session));
				await other.close();
				await session.close();
			},
		),
		{numRuns: rounds(30), examples: [[[], Array.from({length: lastRow - 1}, () => ({})), unchangingActions]]},
	);
});

/** The values of the rows that are not skipped, but for some rows. */
function values(session: Session, except: ReadonlySet<number> = new Set()): ReadonlyArray<readonly string[]> {
	const {count, firstRow} = session.records;
	const rows = Array.from({length: count}, (_, at) => firstRow + at);
	return rows.filter(row => !session.isSkipped(row) && !except.has(row)).map(row => session.cells(row));
}

/** The rows that a split has inserted are in the file when it is undone, redone and undone again. */
const splitInFile: Array<Change | 'save'> = [
	{does: 'split', row: 3, records: [{}, {col_name: 'b'}]},
	'save',
	{does: 'undo'},
	{does: 'redo'},
	{does: 'undo'},
	{does: 'redo'},
];

/** A row that was skipped in the save is not in the file any more. */
const lostRow: Array<Change | 'save'> = [{does: 'skip', row: 3}, 'save', {does: 'skip', row: 3}];

test('after the file itself was saved, a journal restores what was changed, undone or redone since then', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	const action = fc.oneof({weight: 5, arbitrary: changes}, {weight: 1, arbitrary: fc.constant('save' as const)});
	let lost = 0;
	await fc.assert(
		fc.asyncProperty(
			preamble,
			records,
			fc.array(action, {minLength: 2, maxLength: 12}),
			async (above, lines, actions) => {
				await writeFile(path, [...above, header, ...lines.map(recordLine), ''].join('\n'));
				const journal = new Kept();
				const session = await opened(path, journal);
				const {overlay} = session.records;
				/** The rows that the file does not hold, by the session's numbers. */
				let gone = new Set<number>();
				for (const action of actions) {
					if (action === 'save') {
						await session.save({kind: 'in-place'}, signal);
						gone = new Set(overlay.rows().filter(row => session.isSkipped(row)));
					} else {
						const {lastApplied: lastDone} = overlay;
						carryOut(session, action);
						if (lastDone !== undefined && overlay.lastUndone === lastDone)
							gone = new Set(lastDone.renumbering?.inverse.renumbered(gone) ?? gone);
						else if (overlay.lastApplied !== lastDone && overlay.lastApplied?.renumbering !== undefined) {
							const {renumbering} = overlay.lastApplied;
							gone = new Set(renumbering.renumbered(gone));
							// What is split from such a row is not in the file either.
							for (const row of renumbering.rows()) if (gone.has(row - 1)) gone.add(row);
						}
					}

					const restored = await Session.open(path, signal);
					const result = restored.restore(journal.entries());
					assert.deepEqual(values(restored), values(session, gone));
					// Rows that were not saved cannot be brought back into the file.
					const isBack = [...gone].some(row => !session.isSkipped(row));
					if (result.lost > 0) lost++;
					if (isBack) assert.equal(result.lost, 1);
					if (gone.size === 0) assert.equal(result.lost, 0);
					await restored.close();
				}

				await session.close();
			},
		),
		{
			numRuns: rounds(30),
			examples: [splitInFile, lostRow].map((actions): [string[], object[], typeof actions] => [
				[],
				Array.from({length: lastRow - 1}, () => ({})),
				actions,
			]),
		},
	);
	assert.ok(lost > 0);
});

test('where the file has changed since, rows that hold what they held then are restored, and the others are counted', async t => {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'file.csv');
	const line = (name: string, description = '') => recordLine({col_name: name, col_description: description});
	const write = (lines: readonly string[]) => writeFile(path, [header, ...lines, ''].join('\n'));
	await write([line('a'), line('b'), line('c'), line('d'), line('e')]);
	const journal = new Kept();
	const session = await opened(path, journal);
	const description = session.header.mapping['col_description'] ?? 0;
	session.setCells(
		'all',
		[2, 3, 4, 5, 6].map(row => [row, new Map([[description, `of ${row}`]])] as const),
	);
	session.toggleSkipped(6);
	await session.close();
	// One column has another name, one another description, and one a comment that nobody has edited.
	await write([line('a'), line('x'), line('c', 'changed'), line('d'), line('e').replace('Orders', 'Other')]);
	const restored = await Session.open(path, signal);
	t.after(() => restored.close());
	const {rows, lost} = restored.restore(journal.entries());
	assert.deepEqual([rows, lost], [2, 3]);
	assert.deepEqual(
		[2, 3, 4, 5, 6].map(row => restored.cells(row)[description]),
		['of 2', '', 'changed', 'of 5', ''],
	);
	assert.equal(restored.isSkipped(6), false);
});

/** Quotes, a delimiter, and spaces that must be kept. */
const typedRow = recordLine({col_name: 'x', col_description: '" a, ""b"""'});
const typedCells = typedRow.replace('" a, ""b"""', '\t').split(',').with(1, ' a, "b"');

/** A session with a row that is rewritten and one that is split, its journal, and another session of the same file. */
async function rewritten(t: TestContext): Promise<{session: Session; restored: Session; entries: JournalEntry[]}> {
	const path = join(await temporaryFolder(t), 'file.csv');
	await writeFile(path, [header, recordLine(), recordLine({col_name: 'b'}), ''].join('\n'));
	const journal = new Kept();
	const session = await opened(path, journal);
	session.rewriteRow(2, typedRow);
	session.splitRow(3, [typedRow, recordLine({col_name: 'c'})]);
	const restored = await Session.open(path, signal);
	t.after(async () => {
		await session.close();
		await restored.close();
	});
	return {session, restored, entries: journal.entries()};
}

test('a journal stores the records of rewritten rows as texts', async t => {
	const {session, restored, entries} = await rewritten(t);
	assert.deepEqual(
		entries.flatMap(({changes}) => changes.map(change => [change.kind, JSON.parse(change.new)])),
		[
			['row', typedRow],
			['split', [typedRow, recordLine({col_name: 'c'})]],
		],
	);
	assert.equal(restored.restore(entries).lost, 0);
	assert.equal(bytes(restored), bytes(session));
});

test('restores a journal of an earlier version, which stored the cells of rewritten rows', async t => {
	const {session, restored, entries} = await rewritten(t);
	const stored = {row: typedCells, split: [typedCells, recordLine({col_name: 'c'}).split(',')]};
	const earlier = entries.map(entry => ({
		...entry,
		changes: entry.changes.map(change =>
			change.kind === 'row' || change.kind === 'split' ? {...change, new: JSON.stringify(stored[change.kind])} : change,
		),
	}));
	assert.equal(restored.restore(earlier).lost, 0);
	assert.equal(bytes(restored), bytes(session));
	assert.deepEqual(restored.records.overlay.edits(), session.records.overlay.edits());
});
