import assert from 'node:assert/strict';
import {chmod, readdir, readFile, stat, symlink, utimes, writeFile} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import test from 'node:test';
import fc from 'fast-check';
import type {Records} from '../../source/records/records.ts';
import {fixedCopyPath, save} from '../../source/records/save/save.ts';
import {temporaryFile, temporaryFolder} from '../support/folder.ts';
import {openTable, openTableAt} from '../support/records.ts';
import {rounds} from '../support/rounds.ts';

const {signal} = new AbortController();

function edit(records: Records, row: number, column: number, value: string): void {
	records.overlay.apply('edit', [row], () => ({kind: 'cells', cells: new Map([[column, value]])}));
}

async function savedBytes(records: Records): Promise<Buffer> {
	const {path} = await save(records, {kind: 'copy', path: fixedCopyPath(records.file.path), replace: true}, signal);
	return readFile(path);
}

test('a save without edits keeps every byte of any file', async t => {
	const folder = await temporaryFolder(t);
	const text = fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', '\r', '\uFEFF', '漢', ' '), {maxLength: 60});
	await fc.assert(
		fc.asyncProperty(text, async parts => {
			const path = join(folder, 'any.csv');
			const bytes = Buffer.from(parts.join(''));
			await writeFile(path, bytes);
			const records = await openTableAt(path);
			assert.deepEqual(await savedBytes(records).finally(() => records.close()), bytes);
		}),
		{numRuns: rounds(100)},
	);
});

test('one edit changes one record: the other cells of the row keep their quotes, the row its line end', async t => {
	const records = await openTable(t, '\uFEFFa,b\r\n"1",  2\r\n3,"4 ""x"""');
	edit(records, 2, 1, 'two, or "2"');
	assert.equal((await savedBytes(records)).toString(), '\uFEFFa,b\r\n"1","two, or ""2"""\r\n3,"4 ""x"""');
});

test('an edit behind the last cell of a short row fills the gap with empty cells', async t => {
	const records = await openTable(t, 'a,b,c\n1\n');
	edit(records, 2, 2, 'x');
	assert.equal((await savedBytes(records)).toString(), 'a,b,c\n1,,x\n');
});

test('undoing all edits restores the same bytes, and redo the edited ones', async t => {
	const before = 'a,b\n1,2\n3,4\n';
	const records = await openTable(t, before);
	edit(records, 2, 0, 'one');
	records.overlay.apply('skip', [3], () => ({kind: 'skipped', instead: undefined}));
	assert.equal((await savedBytes(records)).toString(), 'a,b\none,2\n');
	records.overlay.undo();
	records.overlay.undo();
	assert.equal((await savedBytes(records)).toString(), before);
	records.overlay.redo();
	assert.equal((await savedBytes(records)).toString(), 'a,b\none,2\n3,4\n');
});

test('an existing copy is not replaced without a choice', async t => {
	const records = await openTable(t, 'a\n1\n');
	const path = fixedCopyPath(records.file.path);
	await writeFile(path, 'mine');
	await assert.rejects(save(records, {kind: 'copy', path, replace: false}, signal), {code: 'already-exists'});
	assert.equal(await readFile(path, 'utf8'), 'mine');
	assert.deepEqual(
		(await readdir(dirname(path))).sort(),
		['warehouse.csv', 'warehouse.fixed.csv'],
		'no temporary file is left',
	);
});

test('saving in place keeps the mode and the symbolic link, and the session goes on', async t => {
	const path = await temporaryFile(t, 'a,b\n1,2\n');
	await chmod(path, 0o640);
	const link = join(dirname(path), 'link.csv');
	await symlink(path, link);
	const records = await openTableAt(link);
	t.after(() => records.close());
	edit(records, 2, 0, 'x');
	assert.equal(records.overlay.saved.changedSinceSave, 1);
	await save(records, {kind: 'in-place'}, signal);
	assert.equal(records.overlay.saved.changedSinceSave, 0);
	assert.equal(await readFile(path, 'utf8'), 'a,b\nx,2\n');
	assert.equal((await stat(path)).mode & 0o777, 0o640);
	edit(records, 2, 1, 'y');
	await save(records, {kind: 'in-place'}, signal);
	assert.equal(await readFile(link, 'utf8'), 'a,b\n1,y\n');
});

test('a file that another program has changed is not overwritten', async t => {
	const records = await openTable(t, 'a,b\n1,2\n');
	edit(records, 2, 0, 'x');
	await writeFile(records.file.path, 'a,b\n7,8\n');
	await utimes(records.file.path, new Date(), new Date(Date.now() + 5000));
	await assert.rejects(save(records, {kind: 'in-place'}, signal), {code: 'file-changed'});
	assert.equal(await readFile(records.file.path, 'utf8'), 'a,b\n7,8\n');
	assert.equal(records.overlay.saved.changedSinceSave, 1);
});

test('reports a folder that cannot be written to, and does not change the file', async t => {
	const records = await openTable(t, 'a,b\n1,2\n');
	edit(records, 2, 0, 'x');
	const path = join(dirname(records.file.path), 'nowhere', 'copy.csv');
	await assert.rejects(save(records, {kind: 'copy', path, replace: false}, signal), {code: 'not-written'});
	assert.equal(await readFile(records.file.path, 'utf8'), 'a,b\n1,2\n');
});

test('an unclosed quote does not include the rows after it', async t => {
	const records = await openTable(t, 'a,b\n1,"open\n3,4\n5,6\n');
	assert.equal(records.lastRow, 4);
	assert.deepEqual(records.cells(2), ['1', '"open']);
	assert.deepEqual(records.cells(4), ['5', '6']);
});
