import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {readFile, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import {Session} from '../../source/session/session.ts';
import {makeFile} from '../reference/make-file.ts';
import {temporaryFolder} from '../support/folder.ts';
import {rounds} from '../support/rounds.ts';
import {header, recordLine} from '../support/session.ts';

const {signal} = new AbortController();
const example = readFileSync(new URL('../../examples/warehouse.csv', import.meta.url));
const odd = [
	`${header}\r${recordLine()}\r${recordLine({col_name: 'b'})}`,
	`\uFEFF${header}\r\n"open,${recordLine()}\r\n\r\n${recordLine({col_name: '"b" x'})}\r\n`,
	`${header};\n${recordLine()},,,\n,,\n"\n\n"\n`.replaceAll(',', ';'),
	`${header}\n${'"'.repeat(9)},${recordLine()}\n`,
];

/** Every kind of file there is in the tests. */
const files: readonly Buffer[] = [
	example,
	...odd.map(text => Buffer.from(text)),
	Buffer.from(`${header}\n${recordLine({description: 'caf\u00e9'})}\n${recordLine()}\n`, 'latin1'),
	...Array.from({length: rounds(100)}, (_, seed) => makeFile(seed)),
];

test('open and save is the same file; one edit is one record; undoing it is the same file again', async t => {
	const folder = await temporaryFolder(t);
	for (const [at, bytes] of files.entries()) {
		const path = join(folder, 'file.csv');
		await writeFile(path, bytes);
		const session = await Session.open(path, signal);
		const saved = async () =>
			readFile((await session.save({kind: 'copy', path: join(folder, 'copy.csv'), replace: true}, signal)).path);
		assert.ok((await saved()).equals(bytes), `file ${at} is not saved as it was`);
		const row = Math.ceil(session.records.lastRow / 2) + 1;
		if (row <= session.records.lastRow && session.setCell(row, 0, 'edited, "so"') !== undefined) {
			const {index} = session.records;
			const edited = await saved();
			assert.ok(edited.subarray(0, index.start(row)).equals(bytes.subarray(0, index.start(row))), `file ${at}`);
			const behind = bytes.length - index.end(row);
			assert.ok(edited.subarray(edited.length - behind).equals(bytes.subarray(index.end(row))), `file ${at}`);
			assert.ok(!edited.equals(bytes), `file ${at}`);
			session.undo();
			assert.ok((await saved()).equals(bytes), `file ${at} is not as it was after undoing`);
		}

		await session.close();
	}
});
