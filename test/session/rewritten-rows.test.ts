import assert from 'node:assert/strict';
import test, {type TestContext} from 'node:test';
import type {FileKind} from '../../source/kinds/file-kind.ts';
import type {RecordLimits} from '../../source/records/record-limits.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFile} from '../support/folder.ts';
import {notes} from '../support/notes/notes.ts';
import {NotesFormat} from '../support/notes/notes-format.ts';
import {noteFields} from '../support/notes/notes-rules.ts';
import {openLines, recordLine} from '../support/session.ts';

async function openNotes(t: TestContext, text: string, kind: FileKind = notes): Promise<Session> {
	const path = await temporaryFile(t, text, 'columns.notes');
	const session = await Session.open(path, new AbortController().signal, {kinds: [kind]});
	t.after(() => session.close());
	return session;
}

function bytes({records}: Session, row: number): string {
	return records.currentBytes(row).toString();
}

test('a rewritten row of a CSV is saved with the quotes that it needs, and keeps them when a cell is edited', async t => {
	const session = await openLines(t, ['short,row', recordLine()]);
	session.rewriteRow(2, recordLine({col_name: '"id"', description: '"one, two"'}));
	const line = recordLine({description: '"one, two"'});
	assert.deepEqual([bytes(session, 2), session.encodeRow(2)], [`${line}\n`, line]);
	session.setCell(2, 2, 'a "b"');
	assert.equal(bytes(session, 2), `${recordLine({col_type: '"a ""b"""', description: '"one, two"'})}\n`);
	session.setCell(2, 11, 'behind');
	assert.ok(bytes(session, 2).endsWith('1700000000,,behind\n'));
	assert.deepEqual(session.cells(2).slice(9), ['1700000000', '', 'behind']);
});

test('a row with a broken quote and an edited cell is edited as a whole with the values that are shown', async t => {
	const session = await openLines(t, [recordLine({col_name: '"id'})]);
	session.setCell(2, 1, 'a "key"');
	const text = recordLine({col_name: '"""id"', col_description: '"a ""key"""'});
	assert.equal(session.encodeRow(2), text);
	session.toggleSkipped(2);
	assert.equal(session.encodeRow(2), text);
	session.undo();
	const cells = session.cells(2);
	session.applyFix(2, {kind: 'requote', title: '', safe: true});
	assert.deepEqual([session.cells(2), bytes(session, 2)], [cells, `${text}\n`]);
});

test('a rewritten row is decoded once, also while it is skipped', async t => {
	const session = await openLines(t, [recordLine()]);
	session.rewriteRow(2, recordLine({description: '"one, two"'}));
	const cells = session.cells(2);
	session.toggleSkipped(2);
	assert.equal(session.cells(2), cells);
	assert.equal(session.shownCells(2), cells);
});

test('a row of a format of lines is the line that was typed, but for edited cells', async t => {
	const session = await openNotes(t, 'DB.s.t.id |  int | key\r\nDB.s.t.b | int | x\r\n');
	assert.equal(session.encodeRow(1), 'DB.s.t.id |  int | key');
	assert.equal(session.rewriteRow(1, 'a\nb'), 'not-one-row');
	assert.equal(session.rewriteRow(1, 'DB.s.t.id | "int" |  the key '), 'done');
	assert.equal(bytes(session, 1), 'DB.s.t.id | "int" |  the key \r\n');
	session.setCell(1, 1, 'text');
	assert.equal(bytes(session, 1), 'DB.s.t.id | text |  the key \r\n');
	session.splitRow(2, ['DB.s.t.b | int |  y', 'DB.s.t.c |  int | z']);
	assert.equal(bytes(session, 2) + bytes(session, 3), 'DB.s.t.b | int |  y\r\nDB.s.t.c |  int | z\r\n');
});

/** Numbers in a file are no texts: a value that was set is one. */
class TypedFormat extends NotesFormat {
	override scanner(limits?: RecordLimits): ReturnType<NotesFormat['scanner']> {
		const scanner = super.scanner(limits);
		const {hasValue} = scanner;
		scanner.hasValue = (column, value) => !/^\d+$/.test(value) && hasValue.call(scanner, column, value);
		return scanner;
	}
}

test('an edit with the text of the value in the file is kept if the format has it as another value', async t => {
	const typed = await openNotes(t, 'DB.s.t.id | int | 3\n', {
		...notes,
		detect: () => ({kind: 'yes', format: new TypedFormat(noteFields)}),
	});
	typed.setCell(1, 1, 'int');
	assert.equal(typed.records.overlay.get(1), undefined);
	typed.setCell(1, 2, '3');
	assert.equal(typed.records.overlay.get(1)?.kind, 'cells');
	const plain = await openNotes(t, 'DB.s.t.id | int | 3\n');
	plain.setCell(1, 2, '3');
	assert.equal(plain.records.overlay.get(1), undefined);
});
