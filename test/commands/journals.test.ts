import assert from 'node:assert/strict';
import {randomUUID} from 'node:crypto';
import {appendFile, stat, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import type {JournaledFile, JournalOpener} from '../../source/app/services/journals.ts';
import {journalsOf, noJournals} from '../../source/commands/app-services/journals.ts';
import type {JournalEntry} from '../../source/session/journal.ts';
import {currentProcess, isRunning} from '../../source/state/process-identity.ts';
import {openState} from '../../source/state/state.ts';
import {temporaryFolder} from '../support/folder.ts';

type Desk = {readonly journals: JournalOpener; readonly file: JournaledFile; readonly database: DatabaseSync};

/** A state folder, a file, and a look at the database from another connection. */
async function desk(t: TestContext): Promise<Desk> {
	const folder = await temporaryFolder(t);
	const path = join(folder, 'w.csv');
	await writeFile(path, 'a,b\n1,2\n');
	const state = await openState(join(folder, 'state'));
	const database = new DatabaseSync(join(folder, 'state', 'state.db'));
	t.after(() => {
		database.close();
		state.close();
	});
	return {
		journals: journalsOf(state),
		file: {path, encoding: 'utf-8', header: ['a', 'b'], recordColumns: [0]},
		database,
	};
}

function entry(value: string): JournalEntry {
	const id = randomUUID();
	const change = {row: 2, part: 0, record: '1', kind: 'cell', column: 1, old: '2', new: value} as const;
	const ofInserted = {
		...change,
		part: 1,
		kind: 'split',
		column: undefined,
		new: JSON.stringify([value, 'b']),
	} as const;
	return {id, kind: 'edit', step: id, title: 'edit row 2', changes: [change, ofInserted]};
}

test('what was recorded is what is left, with when and how many rows, until it is adopted or discarded', async t => {
	const {journals, file, database} = await desk(t);
	const first = await journals.open(file);
	const entries = ['x', 'a "quoted", two\nlines \u0000 \ud800'].map(entry);
	for (const [at, one] of entries.entries()) first.journal.record(one, at + 1);
	first.release();
	const second = await journals.open(file);
	assert.equal(second.otherProcess, undefined);
	const [left] = second.earlierEdits;
	assert.deepEqual(left?.entries(), entries);
	assert.equal(left?.rows, 2);
	assert.ok(Math.abs(Date.parse(left?.at ?? '') - Date.now()) < 60_000);
	left?.adopt(2);
	const more = entry('y');
	second.journal.record(more, 3);
	second.release();
	const third = await journals.open(file);
	assert.deepEqual(
		third.earlierEdits.map(left => left.entries()),
		[[...entries, more]],
	);
	third.earlierEdits[0]?.discard();
	third.end();
	assert.deepEqual({...database.prepare('SELECT count(*) AS n FROM journal_changes').get()}, {n: 0});
});

test('removes the journal when nothing is unsaved: after undo, after saving a copy, after saving the file', async t => {
	const {journals, file} = await desk(t);
	for (const save of ['undo', 'copied', 'replaced'] as const) {
		const opened = await journals.open(file);
		assert.deepEqual(opened.earlierEdits, []);
		opened.journal.record(entry('x'), 1);
		if (save === 'undo') opened.journal.record({...entry('2'), kind: 'undo'}, 0);
		if (save === 'copied') opened.journal.savedCopy(0);
		if (save === 'replaced') opened.journal.savedInPlace();
		opened.release();
	}

	// A copy does not hold what is edited after it was saved: all of it is left.
	const opened = await journals.open(file);
	opened.journal.record(entry('x'), 1);
	opened.journal.savedCopy(0);
	opened.journal.record(entry('y'), 1);
	opened.release();
	assert.equal((await journals.open(file)).earlierEdits[0]?.entries().length, 2);
});

test('a file is the same by its bytes, whatever its time; its columns and its encoding count', async t => {
	const {journals, file, database} = await desk(t);
	const opened = await journals.open(file);
	opened.journal.record(entry('x'), 1);
	const withoutDigest = database.prepare('SELECT 1 FROM journals WHERE digest IS NULL');
	while (withoutDigest.get() !== undefined) await setImmediate();
	opened.release();
	const changeOf = async (file: JournaledFile) => {
		const opened = await journals.open(file);
		opened.end();
		return opened.earlierEdits[0]?.change;
	};
	assert.equal(await changeOf(file), 'none');
	const {size} = await stat(file.path);
	await utimes(file.path, new Date(0), new Date(0));
	assert.equal(await changeOf(file), 'none');
	await writeFile(file.path, 'z'.repeat(size));
	assert.equal(await changeOf(file), 'content');
	await writeFile(file.path, 'a,b\n1,2\n');
	assert.equal(await changeOf(file), 'none');
	await appendFile(file.path, '3,4\n');
	assert.equal(await changeOf(file), 'content');
	assert.equal(await changeOf({...file, header: ['b', 'a']}), 'columns');
	assert.equal(await changeOf({...file, encoding: 'windows-1252'}), undefined);
	assert.equal(await changeOf(file), 'content');
});

test('a journal belongs to its process as long as that runs, also when another one has its id later', async t => {
	const {journals, file, database} = await desk(t);
	const opened = await journals.open(file);
	opened.journal.record(entry('x'), 1);
	const owned = (pid: number, started: string) =>
		database.prepare('UPDATE journals SET pid = ?, started = ? WHERE rows > 0').run(pid, started);
	owned(process.ppid, '');
	const second = await journals.open(file);
	assert.deepEqual([second.otherProcess?.pid, second.otherProcess?.rows], [process.ppid, 1]);
	assert.deepEqual(second.earlierEdits, []);
	second.release();
	owned(process.ppid, 'another start');
	const third = await journals.open(file);
	assert.equal(third.otherProcess, undefined);
	assert.equal(third.earlierEdits.length, 1);
});

test('a process is known by its id and its start', () => {
	const own = currentProcess();
	assert.ok(isRunning(own));
	assert.ok(isRunning({pid: process.ppid, started: ''}));
	assert.equal(isRunning({...own, started: 'another start'}), false);
	assert.equal(isRunning({pid: 0, started: ''}), false);
	assert.equal(isRunning({pid: 2 ** 22 + 1, started: ''}), false);
});

test('what cannot be written is written before what comes next, and both moments are reported once', async t => {
	const {journals, file, database} = await desk(t);
	const opened = await journals.open(file);
	const reported: Array<string | undefined> = [];
	opened.onFailure(problem => reported.push(problem));
	const entries = ['a', 'b', 'c', 'd'].map(entry);
	const record = (at: number) => entries[at] && opened.journal.record(entries[at], at + 1);
	record(0);
	database.exec('ALTER TABLE journal_entries RENAME TO hidden');
	record(1);
	record(2);
	assert.equal(reported.length, 1);
	assert.match(reported[0] ?? '', /no such table/);
	database.exec('ALTER TABLE hidden RENAME TO journal_entries');
	record(3);
	assert.deepEqual(reported.slice(1), [undefined]);
	opened.release();
	assert.deepEqual((await journals.open(file)).earlierEdits[0]?.entries(), entries);
});

test('without a state folder the first edit says why edits are not kept', async () => {
	const opened = await noJournals('No journal.').open({
		path: '/w.csv',
		encoding: 'utf-8',
		header: [],
		recordColumns: [],
	});
	const reported: Array<string | undefined> = [];
	opened.onFailure(problem => reported.push(problem));
	assert.deepEqual(reported, []);
	opened.journal.record(entry('a'), 1);
	opened.journal.record(entry('b'), 2);
	opened.end();
	assert.deepEqual(reported, ['No journal.']);
});
