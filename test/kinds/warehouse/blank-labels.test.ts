import assert from 'node:assert/strict';
import test from 'node:test';
import type {Session} from '../../../source/session/session.ts';
import {openText} from '../../support/session.ts';

const text = ['col_name,database,schema,name,,', 'id,shop,sales,orders,,', 'no,shop,sales,orders,x,', ''].join('\n');

/** The first row with a value of each column without a label, by the messages. */
function found({fileProblems}: Session): ReadonlyArray<readonly string[]> {
	return fileProblems
		.filter(({code}) => code === 'blank-label')
		.map(({message}) => message.match(/\d+/g) ?? ['no number']);
}

test('values in columns without a label are found after edits, undo and redo', async t => {
	const session = await openText(t, text);
	assert.deepEqual(found(session), [['5', '3']]);
	session.setCell(2, 5, ' y ');
	assert.deepEqual(found(session), [
		['5', '3'],
		['6', '2'],
	]);
	session.setCell(3, 4, ' ');
	assert.deepEqual(found(session), [['6', '2']]);
	session.toggleSkipped(2);
	assert.deepEqual([found(session), session.isValid], [[], true]);
	while (session.undo() !== undefined);
	assert.deepEqual(found(session), [['5', '3']]);
	while (session.redo() !== undefined);
	assert.deepEqual(found(session), []);
});

test('values in columns without a label move with their rows', async t => {
	const session = await openText(t, text);
	session.splitRow(2, ['a,shop,sales,orders,,', 'b,shop,sales,orders,,']);
	assert.deepEqual(found(session), [['5', '4']]);
	session.setCell(4, 4, '');
	assert.deepEqual(found(session), []);
	session.undo();
	session.undo();
	assert.deepEqual(found(session), [['5', '3']]);
});

test('a row of another length has no values in columns without a label', async t => {
	const session = await openText(t, text.replace('id,shop,sales,orders,,', 'id,shop,sales,orders,y'));
	assert.deepEqual(found(session), [['5', '3']]);
	session.rewriteRow(2, 'id,shop,sales,orders,y,');
	assert.deepEqual(found(session), [['5', '2']]);
});

test('a change that fails leaves the values in columns without a label as they were', async t => {
	const session = await openText(t, text);
	const {records} = session;
	const {fileBytes} = records;
	const fill = new Map([[4, 'y']]);
	const empty = new Map([[4, '']]);
	const changes: ReadonlyArray<() => unknown> = [
		() =>
			session.setCells(
				'many',
				[2, 3].map(row => [row, row === 2 ? fill : empty] as const),
			),
		() =>
			session.splitRows(
				'split',
				[2, 3].map(row => [row, ['a,shop,sales,orders,y,', 'b,,,,,']] as const),
			),
	];
	let failed = 0;
	for (const change of changes) {
		for (let reads = 0; reads < 4; reads++) {
			let left = reads;
			records.fileBytes = at => {
				if (left-- === 0) throw new RangeError('cannot be read');
				return fileBytes.call(records, at);
			};
			try {
				change();
				session.undo();
			} catch {
				failed++;
			}

			assert.deepEqual(found(session), [['5', '3']]);
		}
	}

	assert.ok(failed > 2, `only ${failed} changes failed`);
});
