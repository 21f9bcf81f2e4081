import assert from 'node:assert/strict';
import test from 'node:test';
import {readBatches, smallBatch} from '../../source/records/batches.ts';
import {Session} from '../../source/session/session.ts';
import {temporaryFile} from '../support/folder.ts';
import {header} from '../support/session.ts';

const {signal} = new AbortController();

test('batches contain all records of a file in order, of any length', async t => {
	const rows = Array.from({length: 90_000}, (_, at) => `c${at},${'x'.repeat(at % 97)},,,D,S,T${at % 40},,,`);
	rows[57_000] = `long,${'x'.repeat(1_400_000)},,,D,S,T,,,`;
	const content = `${[header, ...rows].join('\n')}\n`;
	const session = await Session.open(await temporaryFile(t, content), signal);
	t.after(() => session.close());
	const {records} = session;
	const pieces: Buffer[] = [];
	let next = records.firstRow;
	for await (const {bytes, firstRow, lastRow} of readBatches(records, records, signal)) {
		assert.equal(firstRow, next);
		next = lastRow + 1;
		pieces.push(Buffer.from(bytes));
	}

	assert.equal(next, records.lastRow + 1);
	assert.ok(pieces.length > 5);
	assert.equal(Buffer.concat(pieces).toString(), content.slice(header.length + 1));

	const small: Buffer[] = [];
	for await (const {bytes, firstRow, lastRow} of readBatches(records, records, signal, smallBatch)) {
		assert.ok(bytes.length <= smallBatch || firstRow === lastRow);
		small.push(Buffer.from(bytes));
	}

	assert.ok(Buffer.concat(small).equals(Buffer.concat(pieces)));
});
