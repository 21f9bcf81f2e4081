import assert from 'node:assert/strict';
import {truncate} from 'node:fs/promises';
import test from 'node:test';
import {temporaryFile} from '../support/folder.ts';
import {openTableAt} from '../support/records.ts';

test('rows that were read before are read correctly after a failed read', async t => {
	/** Pages are read as a whole, and the memory of 16 of them is kept: so many rows lie in one. */
	const inPage = 256;
	const line = (row: number) => `${String(row).padEnd(127, 'x')}\n`;
	const path = await temporaryFile(t, Array.from({length: 20 * inPage}, (_, at) => line(at + 1)).join(''));
	const records = await openTableAt(path);
	t.after(() => records.close());
	const last = records.lastRow;
	await truncate(path, records.index.start(last));
	for (let page = 1; page <= 16; page++) records.fileBytes(page * inPage);
	records.fileBytes(inPage - 1);
	// All of its page but the last row is there, and is read into the memory of the oldest one.
	assert.throws(() => records.fileBytes(last));
	assert.equal(records.fileBytes(inPage - 1).toString(), line(inPage - 1));
});
